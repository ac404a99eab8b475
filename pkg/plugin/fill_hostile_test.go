package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// refusedFill is one thing that a hostile or mistaken browser may send.
type refusedFill struct {
	changes map[string]any
	uid     string
	status  int
	code    string
}

func hostileHosts() map[string]refusedFill {
	cases := map[string]refusedFill{}
	for name, host := range map[string]string{
		"another host":            "evil.test",
		"host below the own":      "x.prometheus.shop.contoso.com",
		"own host as prefix":      "prometheus.shop.contoso.com.evil.test",
		"own host as suffix":      "evilprometheus.shop.contoso.com",
		"the metadata service":    "169.254.169.254",
		"another private IP":      "10.0.0.6",
		"IP in another spelling":  "10.0.0.005",
		"IP as one number":        "167772165",
		"IP in IPv6":              "::ffff:10.0.0.5",
		"loopback":                "localhost",
		"other service's host":    "shop.database.windows.net",
		"private zone's name":     "prometheus.privatelink.shop.contoso.com",
		"only the top of it":      "contoso.com",
		"another endpoint's host": "tempo.obs.contoso.com",
		"final dot":               "prometheus.shop.contoso.com.",
	} {
		cases[name] = refusedFill{changes: map[string]any{"host": host}, status: 422, code: "datasource_host_not_allowed"}
	}
	for name, host := range map[string]string{
		"empty": "", "two hosts": "prometheus.shop.contoso.com,evil.test", "own host as user": "prometheus.shop.contoso.com@evil.test",
		"user": "user@prometheus.shop.contoso.com", "user and password": "u:p@prometheus.shop.contoso.com", "path": "prometheus.shop.contoso.com/admin",
		"query": "prometheus.shop.contoso.com?x=1", "fragment": "evil.test#prometheus.shop.contoso.com", "port": "prometheus.shop.contoso.com:9443",
		"scheme": "https://prometheus.shop.contoso.com", "script": "javascript:alert(1)", "brackets": "[::1]", "open bracket": "[10.0.0.5",
		"backslash": `evil.test\@prometheus.shop.contoso.com`, "backslash after": `prometheus.shop.contoso.com\.evil.test`,
		"unicode letter": "prоmetheus.shop.contoso.com", "unicode dot": "prometheus。shop.contoso.com", "fullwidth": "ｐrometheus.shop.contoso.com",
		"encoded": "prometheus.shop.contoso.com%2eevil.test", "space": "prometheus.shop.contoso.com .evil.test", "new line": "prometheus.shop.contoso.com\n.evil.test",
		"tab": "prometheus.shop.contoso.com\t", "zero": "prometheus.shop.contoso.com\x00", "zone": "fe80::1%25eth0", "star": "*.shop.contoso.com",
		"too long": strings.Repeat("a", 2048), "semicolon": "prometheus.shop.contoso.com;evil.test",
	} {
		cases[name] = refusedFill{changes: map[string]any{"host": host}, status: 400, code: "invalid_request"}
	}
	for name, port := range map[string]any{"port too large": 65536, "port below zero": -1, "port as text": "9443", "half a port": 1.5} {
		cases[name] = refusedFill{changes: map[string]any{"port": port}, status: 400, code: "invalid_request"}
	}
	for name, scheme := range map[string]any{"TLS taken away": "http", "other scheme": "file", "scheme with more": "https://evil.test/", "scheme as list": []string{"https"}} {
		cases[name] = refusedFill{changes: map[string]any{"scheme": scheme}, status: 400, code: "invalid_request"}
	}
	return cases
}

func TestAHostileBrowserWritesNothing(t *testing.T) {
	cases := hostileHosts()
	for name, test := range map[string]refusedFill{
		"type that is pasted":   {uid: "orders", changes: map[string]any{"version": 1}, status: 400, code: "datasource_field_unknown"},
		"unknown type":          {uid: "foreign", changes: map[string]any{"version": 1}, status: 400, code: "datasource_field_unknown"},
		"no address":            {uid: "monitor", changes: map[string]any{"version": 1}, status: 400, code: "datasource_field_unknown"},
		"TLS nobody demands":    {uid: "plain", changes: map[string]any{"version": 1, "scheme": "https"}, status: 422, code: "datasource_value_not_allowed"},
		"no scheme":             {uid: "bare-url", changes: map[string]any{"version": 1}, status: 422, code: "datasource_value_not_allowed"},
		"no TLS where it must":  {uid: "plain", changes: map[string]any{"version": 1, "endpoint": "vault", "host": "carts.vault.azure.net"}, status: 422, code: "datasource_value_not_allowed"},
		"TLS of an alias":       {uid: "sql", changes: map[string]any{"version": 1, "endpoint": "server", "host": "listener.database.windows.net"}, status: 422, code: "datasource_host_not_allowed"},
		"scheme where none is":  {uid: "sql", changes: map[string]any{"version": 1, "scheme": "https"}, status: 400, code: "invalid_request"},
		"port beside the host":  {uid: "clicks", changes: map[string]any{"version": 1, "port": 9000}, status: 400, code: "invalid_request"},
		"host outside":          {uid: "warehouse", changes: map[string]any{"version": 1}, status: 400, code: "invalid_request"},
		"port of a name":        {uid: "mongo", changes: map[string]any{"version": 1, "port": 27017}, status: 400, code: "invalid_request"},
		"the same address":      {uid: "there", changes: map[string]any{"version": 1}, status: 400, code: "invalid_request"},
		"a field":               {changes: map[string]any{"field": "secureJsonData.basicAuthPassword"}, status: 400, code: "invalid_request"},
		"an address":            {changes: map[string]any{"value": "https://evil.test"}, status: 400, code: "invalid_request"},
		"another member":        {changes: map[string]any{"secureJsonData": map[string]any{"x": "y"}}, status: 400, code: "invalid_request"},
		"the data source":       {changes: map[string]any{"dataSource": map[string]any{}}, status: 400, code: "invalid_request"},
		"no version":            {changes: map[string]any{"version": 0}, status: 400, code: "invalid_request"},
		"version as text":       {changes: map[string]any{"version": "4"}, status: 400, code: "invalid_request"},
		"an old version":        {changes: map[string]any{"version": 3}, status: 409, code: "datasource_conflict"},
		"a coming version":      {changes: map[string]any{"version": 5}, status: 409, code: "datasource_conflict"},
		"endpoint as path":      {changes: map[string]any{"endpoint": "../shop"}, status: 400, code: "invalid_request"},
		"no such endpoint":      {changes: map[string]any{"endpoint": "gone"}, status: 404, code: "azure_not_found"},
		"endpoint pending":      {changes: map[string]any{"endpoint": "pending"}, status: 409, code: "endpoint_not_usable"},
		"endpoint rejected":     {changes: map[string]any{"endpoint": "rejected"}, status: 409, code: "endpoint_not_usable"},
		"endpoint disconnected": {changes: map[string]any{"endpoint": "disconnected"}, status: 409, code: "endpoint_not_usable"},
		"endpoint failed":       {changes: map[string]any{"endpoint": "failed"}, status: 409, code: "endpoint_not_usable"},
		"endpoint without IP":   {changes: map[string]any{"endpoint": "bare"}, status: 409, code: "endpoint_not_usable"},
		"endpoint of no state":  {changes: map[string]any{"endpoint": "unknown"}, status: 409, code: "endpoint_not_usable"},
		"wildcard over a top-level domain": {changes: map[string]any{"endpoint": "greedy", "host": "evil.test"},
			status: 422, code: "datasource_host_not_allowed"},
		"scope has no address": {changes: map[string]any{"endpoint": "scope"}, status: 422, code: "datasource_host_not_allowed"},
		"read-only":            {uid: "provisioned", changes: map[string]any{"version": 1}, status: 403, code: "datasource_read_only"},
		"unsafe number":        {uid: "large", changes: map[string]any{"version": 1}, status: 422, code: "datasource_unsafe_number"},
		"unreadable address":   {uid: "odd", changes: map[string]any{"version": 1}, status: 422, code: "datasource_address_unreadable"},
		"foreign uid":          {uid: "nobody", status: 404, code: "datasource_not_found"},
		"uid of another":       {uid: "liar", status: 502, code: "grafana_bad_answer"},
	} {
		cases[name] = test
	}
	s, fake, grafana := remoteSetup(t,
		sourceOf("orders", "grafana-astradb-datasource", "jsonData.uri", "old:443"),
		strings.Replace(sourceOf("provisioned", "prometheus", "url", "https://old"), `"readOnly":false`, `"readOnly":true`, 1),
		strings.Replace(sourceOf("large", "prometheus", "url", "https://old"), `{"x":1}`, `{"x":12345678901234567890}`, 1),
		sourceOf("odd", "prometheus", "url", "https://a,b"),
		sourceOf("foreign", "grafana-amazonprometheus-datasource", "url", "https://old"),
		sourceOf("monitor", "grafana-azure-monitor-datasource", "url", ""),
		sourceOf("plain", "prometheus", "url", "http://old"),
		sourceOf("bare-url", "prometheus", "url", "old:9090"),
		sourceOf("sql", "mssql", "url", "old:1433"),
		sourceOf("clicks", "grafana-clickhouse-datasource", "jsonData.host", "old"),
		sourceOf("warehouse", "grafana-snowflake-datasource", "jsonData.account", "old"),
		sourceOf("mongo", "grafana-mongodb-datasource", "jsonData.connection", "mongodb+srv://old"),
		sourceOf("there", "prometheus", "url", "https://prometheus.shop.contoso.com"),
	)
	addHostileEndpoints(fake)
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "/liar") {
			azuretest.Write(w, 200, shopMetrics)
			return true
		}
		return false
	}
	app := s.app(t)
	for name, test := range cases {
		uid := test.uid
		if uid == "" {
			uid = "shop-metrics"
		}
		answer := change("POST", "datasources/"+uid+"/fill", fillBody(test.changes)).send(t, app)
		require.Equal(t, test.status, answer.Status, "%s: %s", name, answer.Body)
		refused := requireRefusal(t, answer, test.status, test.code)
		require.NotContains(t, refused.Message, "evil")
	}
	require.Empty(t, grafana.Seen(http.MethodPut), "nothing may be written")
	requireSame(t, shopMetrics, grafana.Source("shop-metrics"))
}

func addHostileEndpoints(fake *azuretest.Azure) {
	const service = "Microsoft.Network/privateLinkServices/shop"
	addEndpoint(fake, "pending", "Succeeded", "Pending", service, "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "rejected", "Succeeded", "Rejected", service, "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "disconnected", "Succeeded", "Disconnected", service, "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "failed", "Failed", "Approved", service, "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "bare", "Succeeded", "Approved", service, "prometheus.shop.contoso.com", "")
	addEndpoint(fake, "unknown", "Succeeded", "", service, "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "greedy", "Succeeded", "Approved", service, "*.test", "10.0.0.5")
	addEndpoint(fake, "vault", "Succeeded", "Approved", "Microsoft.KeyVault/vaults/carts", "", "")
	addEndpoint(fake, "server", "Succeeded", "Approved", "Microsoft.Sql/servers/carts", "", "")
	addEndpoint(fake, "scope", "Succeeded", "Approved", "Microsoft.Insights/privateLinkScopes/scope", "prometheus.shop.contoso.com", "")
}

func TestUIDsThatCouldLeaveThePathAreRefused(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	app := s.app(t)
	for _, uid := range []string{"..", ".", "%2e%2e", "..%2f..%2fadmin%2fsettings", "a%2Fb", "a b", "a%3Fb", "a%23b", "a%00b", "a%5Cb", "%C3%A4", "a;b", "a:b", ".hidden", strings.Repeat("a", 101)} {
		for _, r := range []request{
			get("datasources/" + uid), change("POST", "datasources/"+uid+"/health", "{}"),
			change("POST", "datasources/"+uid+"/fill", fillBody(nil)), change("POST", "datasources/"+uid+"/undo", `{"receipt":"x"}`),
		} {
			answer := r.send(t, app)
			// A slash in it makes another path, which isn't a route.
			require.Contains(t, []int{400, 404}, answer.Status, "%s %s", r.method, r.path)
			require.Contains(t, []string{"invalid_request", "route_not_found"}, decodeAnswer[refusal](t, answer).Code)
		}
	}
	require.Empty(t, grafana.Seen(""))
	require.Empty(t, fake.Requests())
}
