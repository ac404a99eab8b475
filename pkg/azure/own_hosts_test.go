package azure

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
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
		"unknown kind": {Endpoint{TargetID: someGroup + "Microsoft.Odd/things/x", PrivateIP: "10.0.0.5"}, []string{"10.0.0.5"}, []string{"x"}},
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

func TestTheLongestHostName(t *testing.T) {
	label := strings.Repeat("a", 63)
	longest := strings.Join([]string{label, label, label, label[:61]}, ".")
	require.Len(t, longest, 253)
	require.True(t, IsHostName(longest))
	require.False(t, IsHostName(longest+"a"))
	require.False(t, IsHostName(label+"a.contoso.com"))
}

// Of public files; the front end's tests read the same.
func TestHostsOfATargetThatCantBeAsked(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/own-names.json")
	require.NoError(t, err)
	var table struct {
		Cases []struct {
			Source, Target, Region, Host string
			MayBeOwn                     bool
		}
	}
	require.NoError(t, json.Unmarshal(file, &table))
	require.NotEmpty(t, table.Cases)
	for _, one := range table.Cases {
		require.Equal(t, one.MayBeOwn, Endpoint{TargetID: someGroup + one.Target, TargetRegion: one.Region}.MayOwn(one.Host), one.Source)
	}
	require.False(t, Endpoint{TargetID: "odd"}.MayOwn("a.b"))
	require.False(t, Endpoint{TargetID: someGroup + "Microsoft.Monitor/accounts/.*"}.MayOwn("evil-k2f7.westeurope.prometheus.monitor.azure.com"))
}

// The front end's tests read the same cases: it offers what is checked here.
func TestOwnHostsOfEachKind(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/endpoint-hosts.json")
	require.NoError(t, err)
	var cases struct {
		TargetProperties map[string]jsontext.Value
		Cases            []struct {
			Type, Region, DomainName, PrivateIP, Wildcard, IP string
			SubResources, Names                               []string
		}
	}
	require.NoError(t, json.Unmarshal(file, &cases))
	seen := map[string]bool{}
	for _, one := range cases.Cases {
		kind, _ := catalogue.KindOfType(one.Type)
		seen[kind.ResourceType] = true
		own := Endpoint{TargetID: someGroup + one.Type + "/Orders", TargetRegion: one.Region, DomainName: one.DomainName,
			PrivateIP: one.PrivateIP, SubResources: one.SubResources}.OwnHosts()
		_, service := catalogue.ServiceHosts(one.Type, one.SubResources)
		require.Equal(t, service, own.Service, one)
		names, ip, wildcard := own.Names, "", ""
		if own.Service {
			names = append(Target{Type: one.Type, Properties: cases.TargetProperties}.OwnHosts().Names, names...)
		}
		if own.IP.IsValid() {
			ip = own.IP.String()
		}
		if own.Below != "" {
			wildcard = "*." + own.Below
		}
		require.Equal(t, []any{one.Names, one.Wildcard, one.IP}, []any{names, wildcard, ip}, one)
	}
	for key, kind := range catalogue.TargetKinds {
		require.True(t, seen[kind.ResourceType], key)
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
		{"Microsoft.Kusto/clusters", "uri", `"https://t.westeurope.kusto.windows.net:443/x"`, "t.westeurope.kusto.windows.net"},
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
