package azure

import (
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"
)

const someGroup = "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/data/providers/"

func TestOwnHostsOfAnEndpoint(t *testing.T) {
	service := someGroup + "Microsoft.Network/privateLinkServices/shop"
	for name, test := range map[string]struct {
		endpoint Endpoint
		own, not []string
	}{
		"name and IP": {Endpoint{TargetID: service, DomainName: "A.b.contoso.com.", PrivateIP: "10.0.0.5"},
			[]string{"a.b.contoso.com", "A.B.contoso.com", "10.0.0.5"}, []string{"", "b.contoso.com", "x.a.b.contoso.com", "10.0.0.50", "10.0.0", "::ffff:10.0.0.5", "a.b.contoso.com."}},
		"wildcard": {Endpoint{TargetID: service, DomainName: "*.b.contoso.com"},
			[]string{"a.b.contoso.com", "x.y.b.contoso.com"}, []string{"b.contoso.com", ".b.contoso.com", "*.b.contoso.com", "ab.contoso.com", "a_b.b.contoso.com"}},
		"nothing yet":  {Endpoint{TargetID: service}, nil, []string{"", "10.0.0.5", "invalid IP"}},
		"unknown kind": {Endpoint{TargetID: someGroup + "Microsoft.Search/searchServices/x", PrivateIP: "10.0.0.5"}, []string{"10.0.0.5"}, []string{"x"}},
		"Azure service": {Endpoint{TargetID: someGroup + "microsoft.kusto/Clusters/Telemetry", TargetRegion: "West Europe", DomainName: "evil.contoso.com", PrivateIP: "10.0.0.5"},
			[]string{"telemetry.westeurope.kusto.windows.net"}, []string{"evil.contoso.com", "10.0.0.5", "other.westeurope.kusto.windows.net", "telemetry.kusto.windows.net"}},
		"host cut out of a name": {Endpoint{TargetID: someGroup + "Microsoft.Kusto/clusters/evil.test:x", TargetRegion: "westeurope"},
			nil, []string{"evil.test", "evil.test:x.westeurope.kusto.windows.net"}},
		"host cut out of a region": {Endpoint{TargetID: someGroup + "Microsoft.Kusto/clusters/evil", TargetRegion: "test/"}, nil, []string{"evil.test"}},
		"IP of the whole machine":  {Endpoint{TargetID: service, PrivateIP: "169.254.169.254"}, nil, []string{"169.254.169.254"}},
		"loopback":                 {Endpoint{TargetID: service, PrivateIP: "127.0.0.1"}, nil, []string{"127.0.0.1"}},
		"no region":                {Endpoint{TargetID: someGroup + "Microsoft.Kusto/clusters/telemetry"}, nil, []string{"telemetry..kusto.windows.net"}},
	} {
		own := test.endpoint.OwnHosts()
		for _, host := range test.own {
			require.True(t, own.Own(host), "%s: %q", name, host)
		}
		for _, host := range test.not {
			require.False(t, own.Own(host), "%s: %q", name, host)
		}
	}
}

func TestOwnHostsOfATarget(t *testing.T) {
	for _, test := range []struct{ resourceType, key, value, host string }{
		{"Microsoft.Monitor/accounts", "metrics", `{"prometheusQueryEndpoint":"https://amw-1.westeurope.prometheus.monitor.azure.com"}`, "amw-1.westeurope.prometheus.monitor.azure.com"},
		{"Microsoft.Kusto/clusters", "uri", `"https://t.westeurope.kusto.windows.net"`, "t.westeurope.kusto.windows.net"},
		{"Microsoft.Sql/managedInstances", "fullyQualifiedDomainName", `"erp.a1b2.database.windows.net"`, "erp.a1b2.database.windows.net"},
		{"Microsoft.DBforPostgreSQL/serverGroupsv2", "serverNames", `[{"fullyQualifiedDomainName":"c-fleet.x1.postgres.cosmos.azure.com"}]`, "c-fleet.x1.postgres.cosmos.azure.com"},
		{"Microsoft.Network/privateLinkServices", "uri", `"https://evil.test"`, ""},
		{"Microsoft.Sql/servers", "uri", `"https://evil.test"`, ""},
		{"Microsoft.Kusto/clusters", "uri", `["https://evil.test"]`, ""},
		{"Microsoft.Kusto/clusters", "uri", `"localhost"`, ""},
	} {
		target := Target{Type: test.resourceType, Properties: map[string]jsontext.Value{test.key: jsontext.Value(test.value)}}
		own := target.OwnHosts()
		if test.host == "" {
			require.Empty(t, own.Names, test)
			continue
		}
		require.Equal(t, []string{test.host}, own.Names)
	}
}
