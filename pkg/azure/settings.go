package azure

import (
	"context"

	"github.com/grafana/grafana-azure-sdk-go/v2/azsettings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// HostSettings are Grafana's [azure] settings as they reach a plugin, and by which channel each identity came.
type HostSettings struct {
	*azsettings.AzureSettings
	// ManagedIdentityChannel and WorkloadIdentityChannel are "request", "environment" or "" (not enabled).
	ManagedIdentityChannel  string
	WorkloadIdentityChannel string
}

// ReadHostSettings merges what Grafana sends with the request and what it set in the environment. The SDK's own
// reader takes the environment only when the request holds nothing at all, but Grafana sends the flag
// azure_auth_enabled to plugins that get nothing else, which then hides the identities.
func ReadHostSettings(ctx context.Context) (HostSettings, error) {
	merged, sent := azsettings.ReadFromContext(ctx)
	environment, err := azsettings.ReadFromEnv()
	if err != nil {
		if !sent {
			return HostSettings{}, failure.InvalidSettings("azureCredentials", "Grafana's Azure settings can't be read.",
				"Ask the operator to check the [azure] section of Grafana's configuration.")
		}
		environment = &azsettings.AzureSettings{}
	}
	host := HostSettings{AzureSettings: merged}
	if merged.Cloud == "" {
		merged.Cloud = environment.Cloud
	}
	if len(merged.CustomCloudList) == 0 {
		merged.CustomCloudList, merged.CustomCloudListJSON = environment.CustomCloudList, environment.CustomCloudListJSON
	}
	switch {
	case merged.ManagedIdentityEnabled:
		host.ManagedIdentityChannel = "request"
	case environment.ManagedIdentityEnabled:
		host.ManagedIdentityChannel = "environment"
		merged.ManagedIdentityEnabled, merged.ManagedIdentityClientId = true, environment.ManagedIdentityClientId
	}
	switch {
	case merged.WorkloadIdentityEnabled:
		host.WorkloadIdentityChannel = "request"
	case environment.WorkloadIdentityEnabled:
		host.WorkloadIdentityChannel = "environment"
		merged.WorkloadIdentityEnabled, merged.WorkloadIdentitySettings = true, environment.WorkloadIdentitySettings
	}
	return host, nil
}
