package grafana

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Permissions are what the token may do with data sources: yes, no or unknown.
type Permissions struct {
	Read   string `json:"read"`
	Query  string `json:"query"`
	Create string `json:"create"`
	Write  string `json:"write"`
	Delete string `json:"delete"`
}

// UnknownPermissions is what is known without a response.
var UnknownPermissions = Permissions{"unknown", "unknown", "unknown", "unknown", "unknown"}

var permissionsAction = action{does: "read the permissions of the token", permission: "a role"}

// Permissions reads what the token may do. Where Grafana doesn't return permissions, a successful list shows that the token
// may read, and the rest is unknown.
func (c *Client) Permissions(ctx context.Context) (Permissions, error) {
	body, err := c.get(ctx, permissionsAction, "/api/access-control/user/permissions", nil)
	var granted map[string][]string
	if err == nil && json.Unmarshal(body, &granted) == nil && len(granted) > 0 {
		return Permissions{
			Read: state(granted, "datasources:read"), Query: state(granted, "datasources:query"), Create: state(granted, "datasources:create"),
			Write: state(granted, "datasources:write"), Delete: state(granted, "datasources:delete"),
		}, nil
	}
	if err != nil && !slices.Contains([]string{"grafana_forbidden", "grafana_rejected", "grafana_bad_answer"}, failure.From(err).Code) {
		return UnknownPermissions, err
	}
	if _, err := c.List(ctx); err != nil {
		return UnknownPermissions, err
	}
	known := UnknownPermissions
	known.Read = "yes"
	return known, nil
}

// state is unknown for a permission on some data sources only.
func state(granted map[string][]string, permission string) string {
	scopes, ok := granted[permission]
	if !ok {
		return "no"
	}
	for _, everywhere := range []string{"", "*", "datasources:*", "datasources:uid:*"} {
		if slices.Contains(scopes, everywhere) {
			return "yes"
		}
	}
	if len(scopes) == 0 {
		return "yes"
	}
	return "unknown"
}

// Role names the least role that has these permissions; empty when it's unknown.
func (p Permissions) Role() string {
	switch {
	case p.Create == "yes" && p.Write == "yes":
		return "Admin"
	case p.Write == "no" && p.Read == "yes":
		return "Viewer"
	}
	return ""
}
