package plugin

import (
	"maps"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

type operationAnswer struct {
	Operation azure.Operation `json:"operation"`
	// Overwritten are all tags as someone else set them while the change was under way, where it wiped some of them out.
	Overwritten map[string]string `json:"overwritten,omitzero"`
}

// putEndpoint asks for a new endpoint and answers {operation}. It reads the workspace for its location, and the endpoint,
// because writing over one that exists would change someone's; afterwards it refuses to call another's its own.
func putEndpoint(c *call, body *newEndpoint) (any, error) {
	workspace, err := c.client.Workspace(c.ctx, c.id)
	if err != nil {
		return nil, err
	}
	request := body.request(workspace.Location)
	if err := checkNameIsFree(c, request); err != nil {
		return nil, err
	}
	operation, glanced, err := c.watched(func() (azure.Operation, error) { return c.client.Create(c.ctx, c.id, c.path["name"], request) })
	if err == nil && glanced.after != nil {
		operation.CreatedAt = glanced.after.CreatedAt
		if !glanced.after.Fulfils(request) {
			err = takenMeanwhile(*glanced.after)
		}
	}
	return c.log(operationAnswer{Operation: operation}, err)
}

// inTurn lets one change at a time be made to an endpoint from here.
func inTurn[P any](change func(*call, P) (any, error)) func(*call, P) (any, error) {
	return func(c *call, body P) (any, error) {
		release, err := changing.take(c.ctx, c.id.Key()+"/"+strings.ToLower(c.path["name"]))
		if err != nil {
			return nil, err
		}
		defer release()
		return change(c, body)
	}
}

// endpoint reads the endpoint that was seen; it refuses with endpoint_replaced when another has the name now.
func (s *seen) endpoint(c *call) (azure.Endpoint, error) {
	endpoint, err := c.client.Endpoint(c.ctx, c.id, c.path["name"])
	if err == nil {
		err = s.sameAs(endpoint)
	}
	return endpoint, err
}

// checkNameIsFree refuses a name in use, but for an endpoint to the same target that Azure failed to make.
func checkNameIsFree(c *call, request azure.Request) error {
	existing, err := c.client.Endpoint(c.ctx, c.id, c.path["name"])
	if err != nil {
		if failure.From(err).Code == "azure_not_found" {
			return nil
		}
		return err
	}
	if strings.EqualFold(existing.ProvisioningState, "Failed") && strings.EqualFold(existing.TargetID, request.Target.String()) {
		return nil
	}
	return &failure.Error{Status: http.StatusConflict, Code: "endpoint_exists", Field: "name",
		Message: "The workspace already has an endpoint named " + existing.Name + ".",
		Hint:    "Enter another name, or open the existing endpoint. It may be the one you requested."}
}

// patchEndpoint changes the tags or the domain name of the endpoint that was seen and answers {operation, overwritten?}.
func patchEndpoint(c *call, body *endpointChange) (any, error) {
	name := c.path["name"]
	endpoint, err := body.endpoint(c)
	if err != nil {
		return nil, err
	}
	tags := endpoint.Tags
	var isThere bool
	var send func() (azure.Operation, error)
	if body.Tags != nil {
		tags, err = body.Tags.onto(endpoint)
		isThere = maps.Equal(tags, endpoint.Tags)
		send = func() (azure.Operation, error) { return c.client.SetTags(c.ctx, c.id, name, endpoint, tags) }
	} else {
		isThere, err = body.DomainName.onto(endpoint)
		send = func() (azure.Operation, error) {
			return c.client.SetDomainName(c.ctx, c.id, name, endpoint, body.DomainName.Wanted)
		}
	}
	if err != nil {
		return nil, err
	}
	if isThere {
		return operationAnswer{Operation: azure.Operation{Kind: "update", Name: name, CreatedAt: endpoint.CreatedAt}}, nil
	}
	operation, glanced, err := c.watched(send)
	answer := operationAnswer{operation, glanced.overwritten(endpoint.Tags, tags)}
	if other := glanced.another(endpoint.CreatedAt); err == nil && other != nil {
		err = createdAgain(*other)
	}
	return c.log(answer, err)
}

// deleteEndpoint deletes the endpoint that was seen and answers {operation}. One that isn't there any more is done.
func deleteEndpoint(c *call, body *seen) (any, error) {
	name := c.path["name"]
	endpoint, err := body.endpoint(c)
	if err != nil && failure.From(err).Code == "azure_not_found" {
		c.followed().Changed()
		return operationAnswer{Operation: azure.Operation{Kind: "delete", Name: name, CreatedAt: *body.CreatedAt}}, nil
	}
	if err != nil {
		return nil, err
	}
	operation, glanced, err := c.watched(func() (azure.Operation, error) { return c.client.Delete(c.ctx, c.id, name, endpoint) })
	other := glanced.another(endpoint.CreatedAt)
	// One that stands there untouched was created after the deletion.
	if stands := other != nil && other == glanced.after && !strings.EqualFold(other.ProvisioningState, "Deleting"); err == nil && other != nil && !stands {
		err = deletedAnother(*other)
	}
	return c.log(operationAnswer{Operation: operation}, err)
}

// postRefresh answers {operation}.
func postRefresh(c *call, _ *noBody) (any, error) {
	operation, err := c.client.Refresh(c.ctx, c.id)
	if err == nil {
		c.followed().Refreshed(operation)
	}
	return c.log(operationAnswer{Operation: operation}, err)
}

// log writes down who changed what, and how Azure took it. What was read before doesn't count any more.
func (c *call) log(answer operationAnswer, err error, more ...any) (any, error) {
	c.followed().Changed()
	outcome := "accepted"
	if err != nil {
		outcome = failure.From(err).Code
	}
	backend.Logger.FromContext(c.ctx).Info("A change was sent to Azure", append([]any{"change", answer.Operation.Kind, "privateEndpoint", answer.Operation.Name,
		"workspace", c.id.String(), "user", c.who(), "org", c.org, "outcome", outcome}, more...)...)
	return answer, err
}
