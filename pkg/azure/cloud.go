package azure

import (
	"net/url"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
	"github.com/grafana/grafana-azure-sdk-go/v2/azsettings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Cloud is where a workspace lives: the addresses that tokens and resources come from.
type Cloud struct {
	Name        string
	DisplayName string
	// Portal is the portal's origin, or empty when the cloud's settings name none.
	Portal string
	// Custom is true for a cloud that the operator wrote into Grafana's [azure] clouds_config.
	Custom bool
	// GrafanaHosts is the operator's list of hosts, *.<domain> among them, at which workspaces' Grafana may be too.
	GrafanaHosts []string

	authority *url.URL
	// grafanaAudience is the resource that a token for a workspace's own Grafana is asked for.
	grafanaAudience string
	resourceManager *url.URL
}

// grafanaAudienceProperty is the property of a custom cloud that names the audience of workspaces' own Grafana where it
// isn't the public one: a URL or an application id.
const grafanaAudienceProperty = "managedGrafanaAudience"

// FindCloud looks a cloud up by its name among the known ones and the operator's own. Clouds that have no managed
// private endpoints are refused with the reason; the error's field is azureCredentials.azureCloud.
func FindCloud(settings *azsettings.AzureSettings, name string) (Cloud, error) {
	const field = "azureCredentials.azureCloud"
	name = azsettings.NormalizeAzureCloud(name)
	found, err := settings.GetCloud(name)
	if err != nil {
		return Cloud{}, failure.InvalidSettings(field, "Grafana's Azure settings have no cloud named \""+failure.Scrub(name)+"\".",
			"Select another cloud, or ask the operator to add it to clouds_config, and this plugin to forward_settings_to_plugins, in the [azure] section.")
	}
	if supported, reason := CloudSupport(name); supported == "no" {
		return Cloud{}, &failure.Error{Status: 400, Code: "cloud_unsupported", Field: field, Message: reason,
			Hint: "Select a workspace in the Azure public cloud."}
	}
	authority, err := parseOrigin(found.AadAuthority)
	if err != nil {
		return Cloud{}, failure.InvalidSettings(field, "The authority URL of the cloud \""+name+"\" isn't valid: "+err.Error()+".",
			"Ask the operator to correct aadAuthority in clouds_config.")
	}
	manager, err := parseOrigin(found.Properties["resourceManager"])
	if err != nil {
		return Cloud{}, failure.InvalidSettings(field, "The Resource Manager URL of the cloud \""+name+"\" isn't valid: "+err.Error()+".",
			"Ask the operator to correct properties.resourceManager in clouds_config.")
	}
	manager.Path = strings.TrimRight(manager.Path, "/")
	audience := strings.TrimRight(found.Properties[grafanaAudienceProperty], "/")
	if audience == "" {
		audience = GrafanaAudience
	}
	return Cloud{
		Name:            found.Name,
		DisplayName:     found.DisplayName,
		Portal:          strings.TrimRight(found.Properties["portal"], "/"),
		Custom:          name != azsettings.AzurePublic,
		authority:       authority,
		resourceManager: manager,
		grafanaAudience: audience,
	}, nil
}

// CloudSupport says whether a cloud has managed private endpoints: yes, no (with the reason) or unknown.
// Azure's feature table leaves out US Government and China.
func CloudSupport(name string) (supported, reason string) {
	switch name {
	case azsettings.AzurePublic:
		return "yes", ""
	case azsettings.AzureUSGovernment:
		return "no", "Azure Managed Grafana doesn't support managed private endpoints in Azure US Government."
	case azsettings.AzureChina:
		return "no", "Azure Managed Grafana doesn't support managed private endpoints in Azure operated by 21Vianet (China)."
	}
	return "unknown", "It's unknown whether this cloud supports managed private endpoints."
}

func (c Cloud) configuration() cloud.Configuration {
	return cloud.Configuration{
		ActiveDirectoryAuthorityHost: c.authority.String(),
		Services: map[cloud.ServiceName]cloud.ServiceConfiguration{
			cloud.ResourceManager: {Endpoint: c.resourceManager.String(), Audience: c.resourceManager.String()},
		},
	}
}
