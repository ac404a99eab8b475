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
}
