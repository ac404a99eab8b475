package plugin

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"
)

var methods = []string{
	http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
	http.MethodOptions, "TRACE", "CONNECT", "PROPFIND", "get", "",
}

var callers = map[string]*backend.User{
	"nobody":                 nil,
	"empty":                  {},
	"anonymous admin":        {Role: "Admin"},
	"admin with only a name": {Name: "Anonymous", Role: "Admin"},
	"viewer":                 {Login: "viewer", Role: "Viewer"},
	"editor":                 {Login: "editor", Role: "Editor"},
	"server admin, no role":  {Login: "root", Role: "None"},
	"server admin, none yet": {Login: "root"},
	"Grafana Admin as role":  {Login: "root", Role: "Grafana Admin"},
	"admin in other casing":  {Login: "admin", Role: "admin"},
	"role with a space":      {Login: "admin", Role: "Admin "},
}

var strayPaths = []string{
	"", "/", "//", "endpoints/", "/endpoints//", "endpoints/a/b", "endpoints/a/..", "../endpoints", "Endpoints", "workspace/x",
	"datasources/proxy/1", "datasources/uid/x", "datasources/x/health/y", "datasources//fill", "datasources/x/Fill", "subscriptions", "azuremonitor/subscriptions", "workspace%2f", "endpoint", "metrics", ".", "..",
	"{name}", "https://management.azure.com/subscriptions",
}

// fill puts a value into a route's segments in braces.
func fill(path string) string {
	return strings.NewReplacer("{name}", "orders-db", "{uid}", "shop-metrics").Replace(path)
}

func TestOnlyAdminsGetAnything(t *testing.T) {
	app, fake := newTestApp(t)
	paths := append([]string(nil), strayPaths...)
	for _, route := range routes {
		paths = append(paths, fill(route.path))
	}
	for who, user := range callers {
		for _, path := range paths {
			for _, method := range methods {
				r := change(method, path, "{}")
				r.user = user
				answer := r.send(t, app)
				require.Equal(t, http.StatusForbidden, answer.Status, "%s %s as %s", method, path, who)
				code := "role_required"
				if user == nil || user.Login == "" {
					code = "no_user"
				}
				require.Equal(t, code, decodeAnswer[refusal](t, answer).Code, "%s %s as %s", method, path, who)
			}
		}
	}
	require.Empty(t, fake.Requests(), "nothing may be asked of Azure")
	require.Zero(t, fake.Issued(), "no token may be asked for")
}

func TestUnknownPathsAndMethods(t *testing.T) {
	app, fake := newTestApp(t)
	for _, path := range strayPaths {
		for _, method := range methods {
			requireRefusal(t, change(method, path, "{}").send(t, app), http.StatusNotFound, "route_not_found")
		}
	}
	known := map[string]map[string]bool{}
	for _, route := range routes {
		path := fill(route.path)
		if known[path] == nil {
			known[path] = map[string]bool{}
		}
		known[path][route.method] = true
	}
	for path, allowed := range known {
		for _, method := range methods {
			if !allowed[method] {
				requireRefusal(t, change(method, path, "{}").send(t, app), http.StatusMethodNotAllowed, "method_not_allowed")
			}
		}
	}
	require.Empty(t, fake.Requests())
}

func TestEveryRouteNamesItsRole(t *testing.T) {
	seen := map[string]bool{}
	for _, route := range routes {
		if route.path == "states" {
			require.Equal(t, reader, route.role)
			require.Equal(t, http.MethodGet, route.method)
		} else {
			require.Equal(t, admin, route.role, route.path)
		}
		require.NotNil(t, route.handle, route.path)
		require.False(t, seen[route.method+route.path], "%s %s stands twice", route.method, route.path)
		seen[route.method+route.path] = true
	}
	require.Error(t, authorize(adminUser, ""), "a route without a role lets nobody in")
}

func TestNamesInPathsAreChecked(t *testing.T) {
	app, fake := newTestApp(t)
	for _, route := range routes {
		for _, segment := range regexp.MustCompile(`{(\w+)}`).FindAllStringSubmatch(route.path, -1) {
			require.Contains(t, names, segment[1], route.path)
			for _, wrong := range []string{"..", ".", "a b", "a?b", "ä", strings.Repeat("a", 300)} {
				path := fill(strings.Replace(route.path, segment[0], url.PathEscape(wrong), 1))
				requireRefusal(t, change(route.method, path, "{}").send(t, app), http.StatusBadRequest, "invalid_request")
			}
		}
	}
	require.Empty(t, fake.Requests())
}

func TestChangesNeedJSON(t *testing.T) {
	app, fake := newTestApp(t)
	for _, route := range routes {
		if route.method == http.MethodGet {
			continue
		}
		for _, kind := range [][]string{nil, {""}, {"text/plain"}, {"application/x-www-form-urlencoded"}, {"multipart/form-data"}, {"application/jsonp"}, {"text/plain; application/json"}} {
			r := change(route.method, fill(route.path), "{}")
			r.headers = map[string][]string{"Content-Type": kind}
			requireRefusal(t, r.send(t, app), http.StatusUnsupportedMediaType, "unsupported_media_type")
		}
		large := change(route.method, fill(route.path), `{"tags":{"a":"`+strings.Repeat("x", maxBody)+`"}}`)
		requireRefusal(t, large.send(t, app), http.StatusRequestEntityTooLarge, "body_too_large")
	}
	require.Empty(t, fake.Requests())
}

// What changes something reads a body, so a route that is asked by GET must not.
func TestNothingChangesOnGet(t *testing.T) {
	app, _ := newTestApp(t)
	for _, route := range routes {
		if route.method == http.MethodGet {
			answer := change(route.method, fill(route.path), "{").send(t, app)
			require.False(t, answer.Status == http.StatusBadRequest && decodeAnswer[refusal](t, answer).Field == "body", route.path)
		}
	}
}

func TestChangesRefuseABodyThatTheyDontUnderstand(t *testing.T) {
	app, fake := newTestApp(t)
	for _, route := range routes {
		if route.method == http.MethodGet {
			continue
		}
		for _, body := range []string{"", "[]", `"x"`, "{", "{}{}", `{"force":true}`} {
			answer := change(route.method, fill(route.path), body).send(t, app)
			require.Equal(t, http.StatusBadRequest, answer.Status, "%s %s %s: %s", route.method, route.path, body, answer.Body)
			require.Equal(t, "body", decodeAnswer[refusal](t, answer).Field)
		}
	}
	require.Empty(t, fake.Requests())
}
