package azure

import (
	"net/http"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// CheckMethod refuses a authentication method that the operator hasn't enabled in Grafana.
func (h HostSettings) CheckMethod(authType string) error {
	disabled := func(name, key string) error {
		return &failure.Error{
			Status: http.StatusBadGateway, Code: "sign_in_method_disabled", Field: "azureCredentials.authType",
			Message: name + " isn't enabled for this plugin.",
			Hint:    "Ask the operator to set " + key + " = true in the [azure] section of Grafana's configuration, and to add azure-privateendpoints-app to forward_settings_to_plugins there.",
		}
	}
	switch {
	case authType == azcredentials.AzureAuthManagedIdentity && !h.ManagedIdentityEnabled:
		return disabled("Managed identity", "managed_identity_enabled")
	case authType == azcredentials.AzureAuthWorkloadIdentity && !h.WorkloadIdentityEnabled:
		return disabled("Workload identity", "workload_identity_enabled")
	}
	return nil
}
