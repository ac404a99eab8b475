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
func putEndpoint(c *call) (any, error) {
	var body newEndpoint
	if err := c.decode(&body); err != nil {
		return nil, err
	}
	name := c.path["name"]
	request, err := body.check(name)
	if err != nil {
		return nil, err
	}
	client, id, err := c.app.azure()
	if err != nil {
		return nil, err
	}
	workspace, err := client.Workspace(c.ctx, id)
	if err != nil {
		return nil, err
	}
	if err := checkNameIsFree(c, client, id, name, request); err != nil {
		return nil, err
	}
	request.Location = workspace.Location
	return c.log(id)(client.Create(c.ctx, id, name, request))
}

// checkNameIsFree refuses a name in use, but for an endpoint to the same target that Azure failed to make.
func checkNameIsFree(c *call, client *azure.Client, id azure.WorkspaceID, name string, request azure.Request) error {
	existing, err := client.Endpoint(c.ctx, id, name)
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
		Hint:    "Choose another name, or look at that endpoint: it may be the one that you asked for."}
}

// patchEndpoint changes the tags or the domain name and answers {operation}.
func patchEndpoint(c *call) (any, error) {
	var body endpointChange
	if err := c.decode(&body); err != nil {
		return nil, err
	}
	if (body.Tags == nil) == (body.DomainName == nil) {
		return nil, failure.Invalid("body", "A change holds either tags or domainName.", "")
	}
	if body.DomainName != nil {
		return patchDomainName(c, *body.DomainName)
	}
	if err := checkTags(*body.Tags); err != nil {
		return nil, err
	}
	client, id, err := namedScope(c)
	if err != nil {
		return nil, err
	}
	return c.log(id)(client.SetTags(c.ctx, id, c.path["name"], *body.Tags))
}

func patchDomainName(c *call, domainName string) (any, error) {
	if err := checkDomainName(domainName); err != nil {
		return nil, err
	}
	client, id, endpoint, err := readNamed(c)
	if err != nil {
		return nil, err
	}
	return c.log(id)(client.SetDomainName(c.ctx, id, c.path["name"], endpoint, domainName))
}

// deleteEndpoint answers {operation}.
func deleteEndpoint(c *call) (any, error) {
	client, id, err := namedScope(c)
	if err != nil {
		return nil, err
	}
	return c.log(id)(client.Delete(c.ctx, id, c.path["name"]))
}

// postRefresh answers {operation}.
func postRefresh(c *call) (any, error) {
	client, id, err := c.app.azure()
	if err != nil {
		return nil, err
	}
	return c.log(id)(client.Refresh(c.ctx, id))
}

// log writes down who changed what, and how Azure took it.
func (c *call) log(workspace azure.WorkspaceID) func(azure.Operation, error) (any, error) {
	return func(operation azure.Operation, err error) (any, error) {
		outcome := "accepted"
		if err != nil {
			outcome = failure.From(err).Code
		}
		backend.Logger.FromContext(c.ctx).Info("A change was sent to Azure", "change", operation.Kind, "endpoint", operation.Name,
			"workspace", workspace.String(), "user", c.who(), "org", c.org, "outcome", outcome)
		if err != nil {
			return nil, err
		}
		return operationAnswer{operation}, nil
	}
}
