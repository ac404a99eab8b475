package azure

import (
	"net/http"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// CheckMethod refuses a sign-in method that the operator hasn't enabled in Grafana.
func (h HostSettings) CheckMethod(authType string) error {
	disabled := func(name, key string) error {
		return &failure.Error{
			Status: http.StatusBadGateway, Code: "sign_in_method_disabled", Field: "azureCredentials.authType",
			Message: "This Grafana doesn't let this plugin use " + name + ".",
			Hint:    "The operator sets " + key + " = true in the [azure] section and adds azure-privateendpoints-app to forward_settings_to_plugins there.",
		}
	}
	switch {
	case authType == azcredentials.AzureAuthManagedIdentity && !h.ManagedIdentityEnabled:
		return disabled("a managed identity", "managed_identity_enabled")
	case authType == azcredentials.AzureAuthWorkloadIdentity && !h.WorkloadIdentityEnabled:
		return disabled("workload identity", "workload_identity_enabled")
	}
	return nil
}
