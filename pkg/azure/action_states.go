package azure

import (
	"context"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// ActionState is whether the identity has permission for one action of the catalogue.
type ActionState struct {
	// Key is that of the catalogue: list, create, delete, refresh or readTargets.
	Key string `json:"key"`
	// State is granted, notGranted or unknown.
	State string `json:"state"`
}

// ActionStates compares the identity's permissions with the actions that the plugin needs. Only the call itself is proof:
// deny assignments, conditions and policies aren't part of the permissions.
func (c *Client) ActionStates(ctx context.Context, workspace WorkspaceID) ([]ActionState, error) {
	permissions, err := c.Permissions(ctx, workspace)
	if err != nil {
		return nil, err
	}
	var all []ActionState
	for _, key := range []string{"list", "create", "delete", "refresh"} {
		all = append(all, ActionState{key, stateOf(permissions, catalogue.ActionOf(key))})
	}
	return append(all, ActionState{"readTargets", c.readTargetsState(ctx)}), nil
}

func stateOf(permissions []Permission, needed catalogue.Action) string {
	if Allows(permissions, needed.Action) {
		return "granted"
	}
	for _, perhaps := range needed.Perhaps {
		if Allows(permissions, perhaps) {
			return "unknown"
		}
	}
	return "notGranted"
}

// readTargetsState is granted when the search returns any target; no result may also mean that there is none.
func (c *Client) readTargetsState(ctx context.Context) string {
	found, err := c.FindTargets(ctx, TargetSearch{Top: 1})
	if err == nil && len(found.Targets) > 0 {
		return "granted"
	}
	return "unknown"
}
