package azure

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhereAWorkspacesGrafanaMayBe(t *testing.T) {
	public := Cloud{resourceManager: &url.URL{Scheme: "https", Host: "management.azure.com"}}
	own := Cloud{Custom: true, resourceManager: &url.URL{Scheme: "https", Host: "localhost:8443"}}
	for address, want := range map[string]struct{ public, own bool }{
		"https://contoso-abcd.weu.grafana.azure.com": {true, true}, "https://CONTOSO.weu.Grafana.Azure.com": {true, true},
		"https://grafana.azure.com": {false, true}, "https://evilgrafana.azure.com": {false, true},
		"https://contoso.grafana.azure.com.evil.test": {false, true}, "https://grafana.contoso.com": {false, true},
		"https://localhost:8445": {false, true}, "https://a.localhost": {false, false}, "https://127.0.0.1": {false, false},
		"https://127.1": {false, false}, "https://2130706433": {false, false}, "https://0x7f000001": {false, false},
		"https://[::1]": {false, false}, "https://[::ffff:127.0.0.1]": {false, false}, "https://0.0.0.0": {false, false},
		"https://169.254.169.254": {false, false}, "https://[fe80::1]": {false, false}, "https://10.0.0.5": {false, false},
		"https://192.168.1.1": {false, false}, "https://[fd00::1]": {false, false}, "https://8.8.8.8": {false, true},
	} {
		u, err := url.Parse(address)
		require.NoError(t, err)
		require.Equal(t, want.public, public.checkGrafanaHost(u) == nil, address)
		require.Equal(t, want.own, own.checkGrafanaHost(u) == nil, address)
	}
}
