package plugin

import (
	"net/http"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// find returns the route for a method and a path, with the values of its segments in braces. No route is a 404, a
// route with another method a 405.
func find(table []route, method, path string) (*route, map[string]string, error) {
	var others []string
	for i := range table {
		values, ok := match(table[i].path, path)
		if !ok {
			continue
		}
		if table[i].method == method {
			return &table[i], values, nil
		}
		others = append(others, table[i].method)
	}
	if others == nil {
		return nil, nil, &failure.Error{Status: http.StatusNotFound, Code: "route_not_found",
			Message: "This route doesn't exist.", Hint: "Reload the page. The plugin may have been updated."}
	}
	return nil, nil, &failure.Error{Status: http.StatusMethodNotAllowed, Code: "method_not_allowed",
		Message: "This route doesn't support " + failure.Scrub(method) + ".",
		Hint:    "Use " + strings.Join(slices.Compact(others), ", ") + "."}
}

func match(pattern, path string) (map[string]string, bool) {
	wanted, given := strings.Split(pattern, "/"), strings.Split(strings.TrimPrefix(path, "/"), "/")
	if len(wanted) != len(given) {
		return nil, false
	}
	var values map[string]string
	for i, segment := range wanted {
		switch {
		case given[i] == "":
			return nil, false
		case strings.HasPrefix(segment, "{"):
			if values == nil {
				values = map[string]string{}
			}
			values[strings.Trim(segment, "{}")] = given[i]
		case segment != given[i]:
			return nil, false
		}
	}
	return values, true
}
