package plugin

import (
	"maps"
	"os"
	"strings"

	"github.com/grafana/grafana-azure-sdk-go/v2/azcredentials"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// readIdentity checks the stored credentials field by field and resolves the cloud they sign in to.
func readIdentity(settings Settings, secrets map[string]string, host azure.HostSettings) (azure.Identity, error) {
	authType := text(settings.credentials, "authType")
	if authType == "" {
		return azure.Identity{}, failure.NotConfigured("azureCredentials.authType", "No authentication method is selected.")
	}
	if err := checkCredentials(authType, settings.credentials, secrets, host); err != nil {
		return azure.Identity{}, err
	}
	data := maps.Clone(settings.credentials)
	if text(data, "azureCloud") == "" {
		data["azureCloud"] = host.GetDefaultCloud()
	}
	credentials, err := azcredentials.FromDatasourceData(map[string]any{"azureCredentials": data}, secrets)
	if err != nil {
		return azure.Identity{}, failure.InvalidSettings("azureCredentials", "The stored credentials aren't valid: "+failure.Scrub(err.Error())+".",
			"Enter them again on the configuration page.")
	}
	identity := azure.Identity{Credentials: credentials}
	switch c := credentials.(type) {
	case *azcredentials.AzureManagedIdentityCredentials:
		// The SDK leaves the stored client id out; with it, this plugin can have an identity of its own.
		if c.ClientId = text(data, "clientId"); c.ClientId == "" {
			c.ClientId = host.ManagedIdentityClientId
		}
	case *azcredentials.AzureWorkloadIdentityCredentials:
		if known := host.WorkloadIdentitySettings; known != nil {
			identity.TokenFile = known.TokenFile
			if c.ClientId == "" {
				c.ClientId = known.ClientId
			}
			if c.TenantId == "" {
				c.TenantId = known.TenantId
			}
		}
	}
	// The SDK would take Grafana's own cloud for an identity of the host, whatever was chosen on the configuration page.
	identity.Cloud, err = azure.FindCloud(host.AzureSettings, text(data, "azureCloud"))
	identity.Cloud.GrafanaHosts = strings.Split(os.Getenv(grafanaHostsVariable), ",")
	return identity, err
}

// required names the members and the secrets that each authentication method requires.
var required = map[string]struct{ members, secrets []string }{
	azcredentials.AzureAuthManagedIdentity:   {},
	azcredentials.AzureAuthWorkloadIdentity:  {},
	azcredentials.AzureAuthClientSecret:      {[]string{"tenantId", "clientId"}, []string{"azureClientSecret"}},
	azcredentials.AzureAuthClientCertificate: {[]string{"tenantId", "clientId", "certificateFormat"}, []string{"clientCertificate"}},
}

// labels say what is to be entered for a member or a secret, as the configuration page labels it.
var labels = map[string]string{
	"tenantId": "the directory (tenant) ID", "clientId": "the application (client) ID", "certificateFormat": "the certificate format",
	"azureClientSecret": "the client secret", "clientCertificate": "the certificate",
	"privateKey": "the private key", "certificatePassword": "the certificate password",
}

func checkCredentials(authType string, members map[string]any, secrets map[string]string, host azure.HostSettings) error {
	needs, known := required[authType]
	if !known {
		return failure.InvalidSettings("azureCredentials.authType", "The authentication method \""+failure.Scrub(authType)+"\" isn't supported.",
			"Select managed identity, workload identity, client secret, or client certificate.")
	}
	if err := host.CheckMethod(authType); err != nil {
		return err
	}
	for _, name := range needs.members {
		if text(members, name) == "" {
			return failure.NotConfigured("azureCredentials."+name, "Enter "+labels[name]+".")
		}
	}
	for _, name := range []string{"tenantId", "clientId"} {
		if err := azure.CheckDirectoryID("azureCredentials."+name, text(members, name)); err != nil {
			return err
		}
	}
	keys := needs.secrets
	if authType == azcredentials.AzureAuthClientCertificate {
		switch text(members, "certificateFormat") {
		case "pem":
			keys = append(keys[:1:1], "privateKey")
		case "pfx":
			keys = append(keys[:1:1], "certificatePassword")
		default:
			return failure.InvalidSettings("azureCredentials.certificateFormat", "The certificate format must be pem or pfx.", "Select one on the configuration page.")
		}
	}
	for _, key := range keys {
		if secrets[key] == "" {
			return failure.NotConfigured(key, "Enter "+labels[key]+".")
		}
	}
	return nil
}

func text(data map[string]any, name string) string {
	value, _ := data[name].(string)
	return strings.TrimSpace(value)
}
