package grafana

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Rights are what the token may do with data sources: yes, no or unknown.
type Rights struct {
	Read   string `json:"read"`
	Query  string `json:"query"`
	Create string `json:"create"`
	Write  string `json:"write"`
	Delete string `json:"delete"`
}

// UnknownRights is the answer where nothing could be asked.
var UnknownRights = Rights{"unknown", "unknown", "unknown", "unknown", "unknown"}

var permissionsAction = action{does: "read the permissions of the token", permission: "a role"}

// Rights asks what the token may do. Where Grafana doesn't tell permissions, a list that is answered shows that the token
// may read, and the rest is unknown.
func (c *Client) Rights(ctx context.Context) (Rights, error) {
	body, err := c.get(ctx, permissionsAction, "/api/access-control/user/permissions", nil)
	var granted map[string][]string
	if err == nil && json.Unmarshal(body, &granted) == nil && len(granted) > 0 {
		return Rights{
			Read: state(granted, "datasources:read"), Query: state(granted, "datasources:query"), Create: state(granted, "datasources:create"),
			Write: state(granted, "datasources:write"), Delete: state(granted, "datasources:delete"),
		}, nil
	}
	if err != nil && !slices.Contains([]string{"grafana_forbidden", "grafana_rejected", "grafana_bad_answer"}, failure.From(err).Code) {
		return UnknownRights, err
	}
	if _, err := c.List(ctx); err != nil {
		return UnknownRights, err
	}
	known := UnknownRights
	known.Read = "yes"
	return known, nil
}

// state is unknown for a right on some data sources only.
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

// Role names the least role that has these rights; empty when it can't be told.
func (r Rights) Role() string {
	switch {
	case r.Create == "yes" && r.Write == "yes":
		return "Admin"
	case r.Write == "no" && r.Read == "yes":
		return "Viewer"
	}
	return ""
}
