package azure

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata/contract anew")

// What targets tell of themselves; each kind may believe its own alone.
const everythingTold = `{
  "metrics": {"prometheusQueryEndpoint": "https://metrics-k2f7.westeurope.prometheus.monitor.azure.com"},
  "uri": "https://uri.westeurope.kusto.windows.net:443/path",
  "workspaceUrl": "adb-1234.5.azuredatabricks.net",
  "fullyQualifiedDomainName": "fqdn.a1b2.database.windows.net",
  "serverNames": [{"name": "c", "fullyQualifiedDomainName": "c-orders.x1y2.postgres.cosmos.azure.com"}]
}`

type hostCase struct {
	// The endpoint, as the front end gets it.
	TargetID     string `json:"targetId"`
	TargetRegion string `json:"targetRegion"`
	DomainName   string `json:"domainName"`
	PrivateIP    string `json:"privateIp"`
	// What leads over it.
	Names   []string `json:"names"`
	Below   string   `json:"below"`
	IP      string   `json:"ip"`
	Service bool     `json:"service"`
}

// TestOwnHostsContract writes down which hosts belong to an endpoint of each kind. The front end's tests read the same file:
// it fills in and the backend checks, so both have to know the same hosts.
func TestOwnHostsContract(t *testing.T) {
	endpoints := []Endpoint{
		{TargetID: someGroup + "Microsoft.Network/privateLinkServices/shop", DomainName: "Shop.contoso.com.", PrivateIP: "10.0.0.5"},
		{TargetID: someGroup + "Microsoft.Network/privateLinkServices/shop", DomainName: "*.shop.contoso.com", PrivateIP: "10.0.0.5"},
		{TargetID: someGroup + "Microsoft.Network/privateLinkServices/shop"},
		{TargetID: someGroup + "Microsoft.Search/searchServices/find", DomainName: "find.contoso.com"},
	}
	var types []string
	for resourceType := range serviceHosts {
		types = append(types, resourceType)
	}
	slices.Sort(types)
	for _, resourceType := range types {
		for _, region := range []string{"West Europe", ""} {
			endpoints = append(endpoints, Endpoint{TargetID: someGroup + resourceType + "/Orders", TargetRegion: region,
				DomainName: "evil.contoso.com", PrivateIP: "10.0.0.5"})
		}
	}
	var properties map[string]jsontext.Value
	require.NoError(t, json.Unmarshal([]byte(everythingTold), &properties))
	cases := []hostCase{}
	for _, endpoint := range endpoints {
		id, err := ParseTargetID("targetId", endpoint.TargetID)
		require.NoError(t, err)
		own := endpoint.OwnHosts()
		names := append([]string{}, own.Names...)
		if own.Service {
			names = append(names, Target{Type: id.Type(), Properties: properties}.OwnHosts().Names...)
		}
		slices.Sort(names)
		ip := ""
		if own.IP.IsValid() {
			ip = own.IP.String()
		}
		cases = append(cases, hostCase{endpoint.TargetID, endpoint.TargetRegion, endpoint.DomainName, endpoint.PrivateIP,
			slices.Compact(names), own.Below, ip, own.Service})
	}
	written, err := json.MarshalIndent(map[string]any{"targetProperties": json.RawMessage(everythingTold), "endpoints": cases}, "", "  ")
	require.NoError(t, err)
	file := filepath.Join("..", "..", "testdata", "contract", "hosts", "own-hosts.json")
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, append(written, '\n'), 0o644))
		return
	}
	stored, err := os.ReadFile(file)
	require.NoError(t, err, "write it with: go test ./pkg/azure -update")
	require.Equal(t, string(stored), string(written)+"\n")
}
