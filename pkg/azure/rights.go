package azure

import (
	"context"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Right is one thing that the identity has to be able to do, and what is known about it.
type Right struct {
	// Key is that of the catalogue: list, create, delete, refresh or readTargets.
	Key string `json:"key"`
	// State is granted, notGranted or unknown.
	State string `json:"state"`
}

// Rights says what the identity seems allowed to do. Nothing but the attempt itself is proof: deny assignments,
// conditions and policies don't show here.
func (c *Client) Rights(ctx context.Context, workspace WorkspaceID) ([]Right, error) {
	permissions, err := c.Permissions(ctx, workspace)
	if err != nil {
		return nil, err
	}
	var all []Right
	for _, key := range []string{"list", "create", "delete", "refresh"} {
		all = append(all, Right{key, stateOf(permissions, catalogue.ActionOf(key))})
	}
	return append(all, Right{"readTargets", c.mayReadTargets(ctx)}), nil
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

// mayReadTargets is granted when the identity sees any possible target; seeing none may also mean that there is none.
func (c *Client) mayReadTargets(ctx context.Context) string {
	found, err := c.FindTargets(ctx, TargetSearch{Top: 1})
	if err == nil && len(found.Targets) > 0 {
		return "granted"
	}
	return "unknown"
}
