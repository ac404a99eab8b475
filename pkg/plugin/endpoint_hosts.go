package plugin

import (
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// usableEndpoint reads an endpoint and refuses one that data sources can't use yet.
func (c *call) usableEndpoint(name string) (azure.Endpoint, error) {
	endpoint, err := c.client.Endpoint(c.ctx, c.id, name)
	if err != nil {
		return endpoint, err
	}
	if !endpoint.Ready() {
		return endpoint, &failure.Error{Status: http.StatusConflict, Code: "endpoint_not_usable", Field: "endpoint",
			Message: "The endpoint " + endpoint.Name + " isn't ready, so the data source wasn't changed.",
			Hint:    "The resource owner must approve the endpoint. Then refresh the workspace."}
	}
	return endpoint, nil
}

// changedSince reads an endpoint again once its host stands in a data source, and says what is different: until the write
// was done, someone else could delete it, or create another under its name. A read that fails says nothing.
func (c *call) changedSince(before azure.Endpoint, host string) *failure.Error {
	now, err := c.client.Endpoint(c.ctx, c.id, before.Name)
	changed := func(what string) *failure.Error {
		return &failure.Error{Status: http.StatusConflict, Code: "endpoint_changed", Field: "endpoint",
			Message: "While the data source was being written, the endpoint " + before.Name + " " + what + ".",
			Hint:    "The new URL may point to someone else's resource. Undo the update, or check the endpoint first."}
	}
	switch {
	case err != nil && failure.From(err).Code == "azure_not_found":
		return changed("was deleted")
	case err != nil:
		return nil
	case !now.CreatedAs(before.CreatedAt):
		return changed("was replaced by another one with its name")
	case !now.Ready():
		return changed("stopped being ready")
	case c.checkHost(now, host) != nil && !now.MayOwn(host):
		return changed("changed its target or address")
	}
	return nil
}

// checkHost refuses a host that isn't the endpoint's own: stored credentials follow the address. The target is asked
// only for what the endpoint alone doesn't tell.
func (c *call) checkHost(endpoint azure.Endpoint, host string) error {
	own := endpoint.OwnHosts()
	if own.Own(host) {
		return nil
	}
	cause := ""
	if own.Service {
		told, err := c.targetHosts(endpoint)
		if told.Own(host) {
			return nil
		}
		if err != nil {
			cause = "Couldn't read the host name of the target resource: " + failure.From(err).Message
		}
	}
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_host_not_allowed", Field: "host", Cause: cause,
		Message: "The host doesn't belong to the endpoint " + endpoint.Name + ", so the data source wasn't changed.",
		Hint:    "Stored credentials would be sent to that host. Use the endpoint's domain name or private IP, or the host name of the Azure resource."}
}

func (c *call) targetHosts(endpoint azure.Endpoint) (azure.OwnHosts, error) {
	id, err := azure.ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return azure.OwnHosts{}, err
	}
	target, err := c.client.Target(c.ctx, id)
	if err != nil {
		return azure.OwnHosts{}, err
	}
	return target.OwnHosts(), nil
}
