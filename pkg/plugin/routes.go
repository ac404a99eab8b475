package plugin

import "net/http"

// role is what a caller must be. Its zero value lets nobody in.
type role string

const admin role = "Admin"

// route is one thing that the browser may ask for. A segment of path in braces takes any value, which the handler
// validates.
type route struct {
	method, path string
	role         role
	handle       func(*call) (any, error)
}

// routes is all that this backend answers to; what isn't here doesn't exist.
var routes = []route{
	{http.MethodGet, "sign-in", admin, getSignIn},
	{http.MethodGet, "workspaces", admin, getWorkspaces},
	{http.MethodGet, "setup", admin, getSetup},
	{http.MethodGet, "workspace", admin, getWorkspace},
	{http.MethodGet, "endpoints", admin, getEndpoints},
	{http.MethodGet, "endpoints/{name}", admin, getEndpoint},
	{http.MethodGet, "endpoints/{name}/connection", admin, getConnection},
	{http.MethodPut, "endpoints/{name}", admin, putEndpoint},
	{http.MethodPatch, "endpoints/{name}", admin, patchEndpoint},
	{http.MethodDelete, "endpoints/{name}", admin, deleteEndpoint},
	{http.MethodPost, "refresh", admin, postRefresh},
	{http.MethodGet, "operations", admin, getOperation},
	{http.MethodGet, "targets", admin, getTargets},
	{http.MethodGet, "target", admin, getTarget},
	{http.MethodGet, "permissions", admin, getPermissions},
	{http.MethodGet, "grafana-access", admin, getGrafanaAccess},
	{http.MethodGet, "datasources", admin, getDataSources},
	{http.MethodPost, "datasources", admin, postDataSource},
	{http.MethodGet, "datasources/{uid}", admin, getDataSource},
	{http.MethodPost, "datasources/{uid}/fill", admin, postFill},
	{http.MethodPost, "datasources/{uid}/undo", admin, postUndo},
	{http.MethodPost, "datasources/{uid}/health", admin, postDataSourceHealth},
}
