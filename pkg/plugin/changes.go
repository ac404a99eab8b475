package plugin

import (
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

type operationAnswer struct {
	Operation azure.Operation `json:"operation"`
}

// putEndpoint asks for a new endpoint and answers {operation}. It reads the workspace for its location, and the endpoint,
// because writing over one that exists would change somebody's.
func putEndpoint(c *call, body *newEndpoint) (any, error) {
	workspace, err := c.client.Workspace(c.ctx, c.id)
	if err != nil {
		return nil, err
	}
	request := body.request(workspace.Location)
	if err := checkNameIsFree(c, request); err != nil {
		return nil, err
	}
	return c.log(c.client.Create(c.ctx, c.id, c.path["name"], request))
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

// patchEndpoint changes the tags or the domain name of the endpoint that was seen and answers {operation}; it refuses with
// endpoint_replaced when another has the name now.
func patchEndpoint(c *call, body *endpointChange) (any, error) {
	name := c.path["name"]
	endpoint, err := c.client.Endpoint(c.ctx, c.id, name)
	if err == nil {
		err = body.sameAs(endpoint)
	}
	if err != nil {
		return nil, err
	}
	if body.Tags != nil {
		return c.log(c.client.SetTags(c.ctx, c.id, name, *body.Tags))
	}
	return c.log(c.client.SetDomainName(c.ctx, c.id, name, endpoint, *body.DomainName))
}

// deleteEndpoint deletes the endpoint that was seen and answers {operation}; it refuses with endpoint_replaced when another
// has the name now. One that isn't there any more is done.
func deleteEndpoint(c *call, body *seen) (any, error) {
	name := c.path["name"]
	endpoint, err := c.client.Endpoint(c.ctx, c.id, name)
	if err != nil && failure.From(err).Code == "azure_not_found" {
		c.followed().Changed()
		return operationAnswer{azure.Operation{Kind: "delete", Name: name}}, nil
	}
	if err == nil {
		err = body.sameAs(endpoint)
	}
	if err != nil {
		return nil, err
	}
	return c.log(c.client.Delete(c.ctx, c.id, name))
}

// postRefresh answers {operation}.
func postRefresh(c *call, _ *noBody) (any, error) {
	operation, err := c.client.Refresh(c.ctx, c.id)
	if err == nil {
		c.followed().Refreshed(operation)
	}
	return c.log(operation, err)
}

// log writes down who changed what, and how Azure took it. What was read before doesn't count any more.
func (c *call) log(operation azure.Operation, err error) (any, error) {
	c.followed().Changed()
	outcome := "accepted"
	if err != nil {
		outcome = failure.From(err).Code
	}
	backend.Logger.FromContext(c.ctx).Info("A change was sent to Azure", "change", operation.Kind, "privateEndpoint", operation.Name,
		"workspace", c.id.String(), "user", c.who(), "org", c.org, "outcome", outcome)
	return operationAnswer{operation}, err
}
