package plugin

import (
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// endpointState is all that someone who isn't an admin gets to know of an endpoint: no resource IDs, addresses or texts.
type endpointState struct {
	Name string `json:"name"`
	// ResourceType is the target's, such as Microsoft.Sql/servers; empty where its ID can't be read.
	ResourceType      string   `json:"resourceType"`
	SubResources      []string `json:"subResources"`
	ProvisioningState string   `json:"provisioningState"`
	ConnectionState   string   `json:"connectionState"`
	// Ready tells that data sources can use it, which takes more than an approval for a private link service.
	Ready bool `json:"ready"`
	// CreatedAt is RFC 3339, or empty.
	CreatedAt string `json:"createdAt"`
}

// getStates answers {endpoints} for the read-only view. What is read counts for a few seconds, whoever asks. Whatever goes
// wrong is for an admin to know: all that is told here is that it did.
func getStates(c *call) (any, error) {
	var endpoints []azure.Endpoint
	var err error
	if c.client, c.id, err = c.app.azure(); err == nil {
		endpoints, err = c.followed().Recent(c.ctx)
	}
	if err != nil {
		known := failure.From(err)
		backend.Logger.FromContext(c.ctx).Warn("Couldn't read the states for the read-only view", "code", known.Code, "error", known)
		return nil, &failure.Error{Status: http.StatusServiceUnavailable, Code: "states_unavailable",
			Message: "The states of the private endpoints can't be loaded.", Hint: "Try again later, or ask an admin of this organization.",
			RetryAfter: known.RetryAfter}
	}
	states := make([]endpointState, len(endpoints))
	for i, endpoint := range endpoints {
		states[i] = stateOf(endpoint)
	}
	return struct {
		Endpoints []endpointState `json:"endpoints"`
	}{states}, nil
}

func stateOf(endpoint azure.Endpoint) endpointState {
	state := endpointState{Name: endpoint.Name, SubResources: endpoint.SubResources, ProvisioningState: endpoint.ProvisioningState,
		ConnectionState: endpoint.ConnectionState, Ready: endpoint.Ready(), CreatedAt: endpoint.CreatedAt}
	if id, err := azure.ParseTargetID("targetId", endpoint.TargetID); err == nil {
		state.ResourceType = id.Type()
	}
	return state
}
