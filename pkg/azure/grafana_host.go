package azure

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// grafanaDomain is where the public cloud puts workspaces' Grafana (Microsoft Learn, "Azure Managed Grafana").
const grafanaDomain = ".grafana.azure.com"

// checkGrafanaHost refuses an address that no workspace's Grafana has, whatever Resource Manager answered: a token goes
// there. In a cloud of the operator's own it may be only where the operator says.
func (c Cloud) checkGrafanaHost(address *url.URL) error {
	if c.trusts(address.Hostname()) || !c.Custom && strings.HasSuffix(plainHost(address.Hostname()), grafanaDomain) {
		return nil
	}
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_address_unknown",
		Message: "Azure returned an endpoint URL that isn't the URL of a workspace's Grafana: " + failure.Scrub(address.Host) + ".",
		Hint:    "Check the endpoint of the workspace in the Azure portal, and whether a proxy between Grafana and Azure modifies responses. " + askOperator}
}

const askOperator = "If the address is right, ask the operator to add it to grafana_hosts in Grafana's configuration for this plugin."

// trusts is true for a host that the operator named: in the list, or as that of the cloud's own Resource Manager. Such a host
// may be on this machine or in a private network.
func (c Cloud) trusts(hostname string) bool {
	host := plainHost(hostname)
	return c.Custom && host == plainHost(c.resourceManager.Hostname()) || slices.ContainsFunc(c.GrafanaHosts, func(entry string) bool {
		domain, isDomain := strings.CutPrefix(plainHost(entry), "*.")
		return host != "" && host == plainHost(entry) || isDomain && domain != "" && strings.HasSuffix(host, "."+domain)
	})
}

func plainHost(host string) string {
	return strings.ToLower(strings.TrimSuffix(strings.TrimSpace(host), "."))
}
