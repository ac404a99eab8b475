package plugin

import "net/http"

// role is what a caller must be. Its zero value lets nobody in.
type role string

const (
	admin role = "Admin"
	// reader is everyone who has a role, where the operator allows the read-only view; elsewhere it is an Admin.
	reader role = "Viewer"
)

// route is one thing that the browser may ask for. A segment of path in braces is a name, which is checked (names).
type route struct {
	method, path string
	role         role
	// needs is what the handler finds ready in its call.
	needs  need
	handle handler
}

// routes is all that this backend answers to; what isn't here doesn't exist.
var routes = []route{
	{http.MethodGet, "authentication", admin, needsNothing, plain(getAuthentication)},
	{http.MethodGet, "workspaces", admin, needsSignIn, plain(getWorkspaces)},
	{http.MethodGet, "setup", admin, needsNothing, plain(getSetup)},
	{http.MethodGet, "workspace", admin, needsWorkspace, shared(getWorkspace)},
	{http.MethodGet, "endpoints", admin, needsWorkspace, shared(getEndpoints)},
	{http.MethodGet, "states", reader, needsNothing, plain(getStates)},
	{http.MethodGet, "endpoints/{name}", admin, needsWorkspace, shared(getEndpoint)},
	{http.MethodGet, "endpoints/{name}/connection", admin, needsWorkspace, shared(getConnection)},
	{http.MethodGet, "endpoints/{name}/approval", admin, needsWorkspace, shared(getApproval)},
	{http.MethodPost, "endpoints/{name}/approval", admin, needsWorkspace, changes(inTurn(postApproval))},
	{http.MethodGet, "activity", admin, needsWorkspace, shared(getActivity)},
	{http.MethodPut, "endpoints/{name}", admin, needsWorkspace, changes(inTurn(putEndpoint))},
	{http.MethodPatch, "endpoints/{name}", admin, needsWorkspace, changes(inTurn(patchEndpoint))},
	{http.MethodDelete, "endpoints/{name}", admin, needsWorkspace, changes(inTurn(deleteEndpoint))},
	{http.MethodPost, "refresh", admin, needsWorkspace, changes(postRefresh)},
	{http.MethodPost, "follow", admin, needsWorkspace, takes(postFollow)},
	{http.MethodPost, "operations", admin, needsWorkspace, takes(postOperation)},
	{http.MethodGet, "targets", admin, needsWorkspace, shared(getTargets)},
	{http.MethodGet, "target", admin, needsWorkspace, shared(getTarget)},
	{http.MethodGet, "permissions", admin, needsWorkspace, shared(getPermissions)},
	{http.MethodGet, "grafana-access", admin, needsWorkspace, shared(getGrafanaAccess)},
	{http.MethodGet, "datasources", admin, needsGrafana, shared(getDataSources)},
	{http.MethodPost, "datasources", admin, needsGrafana, changes(postDataSource)},
	{http.MethodGet, "dependents", admin, needsGrafana, shared(getDependents)},
	{http.MethodGet, "datasources/{uid}", admin, needsGrafana, shared(getDataSource)},
	{http.MethodPost, "datasources/{uid}/fill", admin, needsGrafana, changes(postFill)},
	{http.MethodPost, "datasources/{uid}/undo", admin, needsGrafana, changes(postUndo)},
	{http.MethodPost, "datasources/{uid}/health", admin, needsGrafana, takes(postDataSourceHealth)},
}
