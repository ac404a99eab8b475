package azure

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// grafanaDomain is where the public cloud puts workspaces' Grafana (Microsoft Learn, "Azure Managed Grafana").
const grafanaDomain = ".grafana.azure.com"

// checkGrafanaHost refuses an address that no workspace's Grafana has, whatever Resource Manager answered: a token goes
// there. In a cloud of the operator's own it may be anywhere but on this machine or in a private range; the host of that
// cloud's Resource Manager is the operator's word too.
func (c Cloud) checkGrafanaHost(address *url.URL) error {
	host := strings.ToLower(strings.TrimSuffix(address.Hostname(), "."))
	switch {
	case !c.Custom && strings.HasSuffix(host, grafanaDomain):
		return nil
	case c.Custom && (host == strings.ToLower(c.resourceManager.Hostname()) || !isInner(host)):
		return nil
	}
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_address_unknown",
		Message: "Azure returned an endpoint that isn't a workspace's Grafana: " + failure.Scrub(address.Host) + ".",
		Hint:    "Check the endpoint of the workspace in the Azure portal, and whether a proxy between Grafana and Azure modifies responses."}
}

// isInner is true for names and addresses of this machine and of private networks.
func isInner(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		// A number in another spelling is an address for some resolvers; no host's last label is one.
		last := host[strings.LastIndexByte(host, '.')+1:]
		return last == "" || last[0] >= '0' && last[0] <= '9'
	}
	address = address.Unmap()
	return address.IsLoopback() || address.IsPrivate() || address.IsUnspecified() || address.IsLinkLocalUnicast() ||
		address.IsMulticast()
}
