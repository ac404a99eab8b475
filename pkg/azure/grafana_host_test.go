package azure

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhereAWorkspacesGrafanaMayBe(t *testing.T) {
	manager := func(host string) *url.URL { return &url.URL{Scheme: "https", Host: host} }
	public := Cloud{resourceManager: manager("management.azure.com"), GrafanaHosts: []string{" Grafana.corp.example. ", "*.lab.example", "10.0.0.5", "", "*", "*."}}
	own := public
	own.Custom, own.resourceManager = true, manager("localhost:8443")
	for address, want := range map[string]struct{ public, own bool }{
		"https://contoso-abcd.weu.grafana.azure.com": {true, false}, "https://CONTOSO.weu.Grafana.Azure.com.": {true, false},
		"https://grafana.azure.com": {false, false}, "https://evilgrafana.azure.com": {false, false},
		"https://contoso.grafana.azure.com.evil.test": {false, false}, "https://grafana.contoso.com": {false, false},
		"https://management.azure.com": {false, false}, "https://localhost:8445": {false, true}, "https://a.localhost": {false, false},
		"https://127.0.0.1": {false, false}, "https://2130706433": {false, false}, "https://8.8.8.8": {false, false},
		"https://grafana.CORP.example:3000": {true, true}, "https://a.grafana.corp.example": {false, false},
		"https://a.lab.example": {true, true}, "https://a.b.lab.example.": {true, true}, "https://lab.example": {false, false},
		"https://evillab.example": {false, false}, "https://10.0.0.5": {true, true}, "https://10.0.0.6": {false, false},
	} {
		u, err := url.Parse(address)
		require.NoError(t, err)
		require.Equal(t, want.public, public.checkGrafanaHost(u) == nil, address)
		require.Equal(t, want.own, own.checkGrafanaHost(u) == nil, address)
	}
}
