package azure

import "context"

// Right is one thing that the identity has to be able to do, and what is known about it.
type Right struct {
	// Key is list, create, delete, refresh or readTargets.
	Key string `json:"key"`
	// State is granted, notGranted or unknown.
	State string `json:"state"`
	// Action is Azure's name of what is needed; Role is a built-in role that has it.
	Action string `json:"action"`
	Role   string `json:"role"`
}

const (
	endpointType = "Microsoft.Dashboard/grafana/managedPrivateEndpoints"
	contributor  = "Azure Managed Grafana Workspace Contributor"
	// refreshAction is what Resource Manager would check by its rules; the published list of operations doesn't name it.
	refreshAction = "Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action"
)

// Actions of the published list that may stand for the refresh: holding one of them proves nothing either way.
var perhapsRefresh = []string{"Microsoft.Dashboard/grafana/action", endpointType + "/action"}

// Rights says what the identity seems allowed to do. Nothing but the attempt itself is proof: deny assignments,
// conditions and policies don't show here.
func (c *Client) Rights(ctx context.Context, workspace WorkspaceID) ([]Right, error) {
	permissions, err := c.Permissions(ctx, workspace)
	if err != nil {
		return nil, err
	}
	state := func(action string) string {
		if Allows(permissions, action) {
			return "granted"
		}
		return "notGranted"
	}
	refresh := state(refreshAction)
	for _, action := range perhapsRefresh {
		if refresh == "notGranted" && Allows(permissions, action) {
			refresh = "unknown"
		}
	}
	return []Right{
		{"list", state(endpointType + "/read"), endpointType + "/read", "Reader"},
		{"create", state(endpointType + "/write"), endpointType + "/write", contributor},
		{"delete", state(endpointType + "/delete"), endpointType + "/delete", contributor},
		{"refresh", refresh, refreshAction, "Contributor"},
		{"readTargets", c.mayReadTargets(ctx), "*/read", "Reader"},
	}, nil
}

// mayReadTargets is granted when the identity sees any possible target; seeing none may also mean that there is none.
func (c *Client) mayReadTargets(ctx context.Context) string {
	found, err := c.FindTargets(ctx, TargetSearch{Top: 1})
	if err == nil && len(found.Targets) > 0 {
		return "granted"
	}
	return "unknown"
}
