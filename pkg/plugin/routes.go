package plugin

import "net/http"

// role is what a caller must be. Its zero value lets nobody in.
type role string

const admin role = "Admin"

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
	{http.MethodGet, "workspace", admin, needsWorkspace, plain(getWorkspace)},
	{http.MethodGet, "endpoints", admin, needsWorkspace, plain(getEndpoints)},
	{http.MethodGet, "endpoints/{name}", admin, needsWorkspace, plain(getEndpoint)},
	{http.MethodGet, "endpoints/{name}/connection", admin, needsWorkspace, plain(getConnection)},
	{http.MethodPut, "endpoints/{name}", admin, needsWorkspace, takes(putEndpoint)},
	{http.MethodPatch, "endpoints/{name}", admin, needsWorkspace, takes(patchEndpoint)},
	{http.MethodDelete, "endpoints/{name}", admin, needsWorkspace, takes(deleteEndpoint)},
	{http.MethodPost, "refresh", admin, needsWorkspace, takes(postRefresh)},
	{http.MethodPost, "follow", admin, needsWorkspace, takes(postFollow)},
	{http.MethodGet, "operations", admin, needsWorkspace, plain(getOperation)},
	{http.MethodGet, "targets", admin, needsWorkspace, plain(getTargets)},
	{http.MethodGet, "target", admin, needsWorkspace, plain(getTarget)},
	{http.MethodGet, "permissions", admin, needsWorkspace, plain(getPermissions)},
	{http.MethodGet, "grafana-access", admin, needsWorkspace, plain(getGrafanaAccess)},
	{http.MethodGet, "datasources", admin, needsGrafana, plain(getDataSources)},
	{http.MethodPost, "datasources", admin, needsGrafana, takes(postDataSource)},
	{http.MethodGet, "datasources/{uid}", admin, needsGrafana, plain(getDataSource)},
	{http.MethodPost, "datasources/{uid}/fill", admin, needsGrafana, takes(postFill)},
	{http.MethodPost, "datasources/{uid}/undo", admin, needsGrafana, takes(postUndo)},
	{http.MethodPost, "datasources/{uid}/health", admin, needsGrafana, takes(postDataSourceHealth)},
}
