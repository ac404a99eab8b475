package plugin

import (
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// maxTargets bounds a search's answer: who gets more results refines the search.
const maxTargets = 200

// getTargets answers {targets, truncated} for ?kind=<resource type>&text=<words>; both may be left out.
func getTargets(c *call) (any, error) {
	return c.client.FindTargets(c.ctx, azure.TargetSearch{Type: c.query.Get("kind"), Text: c.query.Get("text"), Top: maxTargets})
}

type targetAnswer struct {
	Target azure.Target `json:"target"`
	// SubResourcesRead is true when the target itself told its sub-resources; SubResourcesError says why it didn't,
	// where it has such a list.
	SubResourcesRead  bool           `json:"subResourcesRead"`
	SubResourcesError *failure.Error `json:"subResourcesError,omitzero"`
}

// getTarget answers {target, subResourcesRead, subResourcesError?} for ?id=<resource id>. A target that can't be read is
// an error; sub-resources that can't be read are not.
func getTarget(c *call) (any, error) {
	id, err := azure.ParseTargetID("id", c.query.Get("id"))
	if err != nil {
		return nil, err
	}
	target, err := c.client.Target(c.ctx, id)
	if err != nil {
		return nil, err
	}
	answer := targetAnswer{}
	all, known, err := c.client.SubResources(c.ctx, id)
	if err != nil {
		answer.SubResourcesError = failure.From(err)
	} else {
		target.SubResources, answer.SubResourcesRead = all, known
	}
	answer.Target = target
	return answer, nil
}

// getPermissions answers {permissions}.
func getPermissions(c *call) (any, error) {
	permissions, err := c.client.ActionStates(c.ctx, c.id)
	return struct {
		Permissions []azure.ActionState `json:"permissions"`
	}{permissions}, err
}
