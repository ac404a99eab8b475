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
	if !endpoint.Usable() {
		return endpoint, &failure.Error{Status: http.StatusConflict, Code: "endpoint_not_usable", Field: "endpoint",
			Message: "The endpoint " + endpoint.Name + " can't be used yet, so nothing was written.",
			Hint:    "It has to be approved by the target's owner, and the workspace has to be refreshed after that."}
	}
	return endpoint, nil
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
			cause = "The target could not be asked for its name: " + failure.From(err).Message
		}
	}
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_host_not_allowed", Field: "value", Cause: cause,
		Message: "The address names a host that doesn't lead over the endpoint " + endpoint.Name + ", so nothing was written.",
		Hint:    "The data source's stored credentials would be sent there. Use the endpoint's domain name or private IP, or the Azure service's own name."}
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
