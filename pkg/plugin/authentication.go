package plugin

import (
	"context"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

type cloudChoice struct {
	Name        string `json:"name"`
	DisplayName string `json:"displayName"`
	// Supported is yes, no or unknown.
	Supported string `json:"supported"`
	Reason    string `json:"reason"`
}

type authenticationMethod struct {
	AuthType string `json:"authType"`
	Enabled  bool   `json:"enabled"`
	// Reason says why it isn't enabled; HowTo is what the operator writes into Grafana's configuration.
	Reason string `json:"reason"`
	HowTo  string `json:"howTo"`
}

// getAuthentication answers {cloud, clouds, methods, approvalAllowed}: what this Grafana offers to the plugin. It works before anything is set up.
func getAuthentication(c *call) (any, error) {
	host := c.app.host
	if host.AzureSettings == nil {
		// The settings could not be read, or it was never tried since the stored ones are broken.
		read, err := azure.ReadHostSettings(c.ctx)
		if err != nil {
			return nil, err
		}
		host = read
	}
	options := optionsOf(host, ID)
	options.ApprovalAllowed = allowedBy(approveRequestsVariable)
	return options, nil
}

// AuthenticationOptions are the authentication methods and clouds of this Grafana for the plugin with an id, {cloud, clouds, methods}.
// The context is that of a request.
func AuthenticationOptions(ctx context.Context, pluginID string) (any, error) {
	host, err := azure.ReadHostSettings(ctx)
	if err != nil {
		return nil, err
	}
	return optionsOf(host, pluginID), nil
}

type authenticationOptions struct {
	Cloud   string                 `json:"cloud"`
	Clouds  []cloudChoice          `json:"clouds"`
	Methods []authenticationMethod `json:"methods"`
	// ApprovalAllowed is true where the operator lets admins switch on that requests are approved from here.
	ApprovalAllowed bool `json:"approvalAllowed"`
}

func optionsOf(host azure.HostSettings, pluginID string) authenticationOptions {
	var clouds []cloudChoice
	for _, info := range host.Clouds() {
		supported, reason := azure.CloudSupport(info.Name)
		clouds = append(clouds, cloudChoice{info.Name, info.DisplayName, supported, reason})
	}
	return authenticationOptions{Cloud: host.GetDefaultCloud(), Clouds: clouds, Methods: []authenticationMethod{
		hostMethod(azcredentials.AzureAuthManagedIdentity, host.ManagedIdentityChannel, "Managed identity isn't enabled for this plugin.", "managed_identity_enabled", pluginID),
		hostMethod(azcredentials.AzureAuthWorkloadIdentity, host.WorkloadIdentityChannel, "Workload identity isn't enabled for this plugin.", "workload_identity_enabled", pluginID),
		{AuthType: azcredentials.AzureAuthClientSecret, Enabled: true},
		{AuthType: azcredentials.AzureAuthClientCertificate, Enabled: true},
	}}
}

// hostMethod describes a method that the operator has to enable. The list repeats Grafana's own plugins, since setting
// the key replaces its default; it is needed with the environment channel too, because since Grafana 12.4 a plugin
// that isn't named there doesn't get the variables of the host's identity.
func hostMethod(authType, channel, reason, key, pluginID string) authenticationMethod {
	method := authenticationMethod{AuthType: authType, Enabled: channel != ""}
	if channel != "request" {
		method.HowTo = "[azure]\n" + key + " = true\nforward_settings_to_plugins = grafana-azure-monitor-datasource, prometheus, " +
			"grafana-azure-data-explorer-datasource, mssql, grafana-azureprometheus-datasource, " + pluginID
	}
	if !method.Enabled {
		method.Reason = reason
	}
	return method
}
