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

func hostileValues() map[string]refusedFill {
	cases := map[string]refusedFill{}
	for name, value := range map[string]string{
		"another host":            "https://evil.test:9443/prom",
		"host below the own":      "https://x.prometheus.shop.contoso.com:9443/prom",
		"own host as prefix":      "https://prometheus.shop.contoso.com.evil.test:9443/prom",
		"own host as suffix":      "https://evilprometheus.shop.contoso.com:9443/prom",
		"the metadata service":    "https://169.254.169.254:9443/prom",
		"another private IP":      "https://10.0.0.6:9443/prom",
		"IP in another spelling":  "https://10.0.0.005:9443/prom",
		"IP as one number":        "https://167772165:9443/prom",
		"IP in IPv6":              "https://[::ffff:10.0.0.5]:9443/prom",
		"loopback":                "https://localhost:9443/prom",
		"the former host":         "https://old.shop.contoso.com:9444/prom",
		"other service's host":    "https://shop.database.windows.net:9443/prom",
		"private zone's name":     "https://prometheus.privatelink.shop.contoso.com:9443/prom",
		"only the top of it":      "https://contoso.com:9443/prom",
		"another endpoint's host": "https://tempo.obs.contoso.com:9443/prom",
	} {
		cases[name] = refusedFill{changes: map[string]any{"value": value}, status: 422, code: "datasource_host_not_allowed"}
	}
	for name, value := range map[string]string{
		"own host as user":          "https://prometheus.shop.contoso.com@evil.test:9443/prom",
		"own host as user and port": "https://prometheus.shop.contoso.com:9443@evil.test:9443/prom",
		"user added":                "https://user@prometheus.shop.contoso.com:9443/prom",
		"path changed":              "https://prometheus.shop.contoso.com:9443/admin",
		"query added":               "https://prometheus.shop.contoso.com:9443/prom?x=1",
		"TLS taken away":            "http://prometheus.shop.contoso.com:9443/prom",
		"scheme taken away":         "prometheus.shop.contoso.com:9443/prom",
	} {
		status, code := 422, "datasource_value_not_allowed"
		cases[name] = refusedFill{changes: map[string]any{"value": value}, status: status, code: code}
	}
	for name, value := range map[string]string{
		"empty": "", "final dot": "https://prometheus.shop.contoso.com.:9443/prom", "two hosts": "https://prometheus.shop.contoso.com,evil.test:9443/prom",
		"backslash": `https://evil.test\@prometheus.shop.contoso.com:9443/prom`, "backslash after": `https://prometheus.shop.contoso.com\.evil.test:9443/prom`,
		"unicode letter": "https://prоmetheus.shop.contoso.com:9443/prom", "unicode dot": "https://prometheus。shop.contoso.com:9443/prom",
		"fullwidth": "https://ｐrometheus.shop.contoso.com:9443/prom", "encoded": "https://prometheus.shop.contoso.com%2eevil.test:9443/prom",
		"space": "https://prometheus.shop.contoso.com .evil.test:9443/prom", "new line": "https://prometheus.shop.contoso.com\n.evil.test:9443/prom",
		"tab": "https://prometheus.shop.contoso.com\t:9443/prom", "zero": "https://prometheus.shop.contoso.com\x00:9443/prom",
		"two ports": "https://prometheus.shop.contoso.com:9443:80/prom", "port too large": "https://prometheus.shop.contoso.com:99999/prom",
		"port zero": "https://prometheus.shop.contoso.com:0/prom", "port with sign": "https://prometheus.shop.contoso.com:+9443/prom",
		"port as text": "https://prometheus.shop.contoso.com:https/prom", "other scheme": "file://prometheus.shop.contoso.com:9443/prom",
		"script": "javascript:alert(1)//prometheus.shop.contoso.com", "no host": "https:///prom", "no host but port": "https://:9443/prom",
		"only scheme": "https://", "three slashes": "https:///prometheus.shop.contoso.com:9443/prom", "host in the fragment": "https://#prometheus.shop.contoso.com:9443/prom",
		"zone": "https://[fe80::1%25eth0]:9443/prom", "open bracket": "https://[10.0.0.5:9443/prom", "star": "https://*.shop.contoso.com:9443/prom",
		"too long": "https://prometheus.shop.contoso.com:9443/" + strings.Repeat("a", 2048), "semicolon": "https://prometheus.shop.contoso.com;evil.test:9443/prom",
	} {
		cases[name] = refusedFill{changes: map[string]any{"value": value}, status: 400, code: "invalid_request"}
	}
	return cases
}

func TestAHostileBrowserWritesNothing(t *testing.T) {
	cases := hostileValues()
	for name, test := range map[string]refusedFill{
		"another field":         {changes: map[string]any{"field": "name"}, status: 400, code: "datasource_field_unknown"},
		"a field of jsonData":   {changes: map[string]any{"field": "jsonData.httpMethod"}, status: 400, code: "datasource_field_unknown"},
		"a secret's field":      {changes: map[string]any{"field": "secureJsonData.basicAuthPassword"}, status: 400, code: "datasource_field_unknown"},
		"field of another type": {changes: map[string]any{"field": "jsonData.host"}, status: 400, code: "datasource_field_unknown"},
		"no field":              {changes: map[string]any{"field": ""}, status: 400, code: "datasource_field_unknown"},
		"type that is pasted": {uid: "orders", changes: map[string]any{"field": "jsonData.connection", "version": 1, "value": "mongodb://prometheus.shop.contoso.com"},
			status: 400, code: "datasource_field_unknown"},
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
		"wildcard over a top-level domain": {changes: map[string]any{"endpoint": "greedy", "value": "https://evil.test:9443/prom"},
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
		sourceOf("orders", "grafana-mongodb-datasource", "jsonData.connection", "mongodb://old"),
		strings.Replace(sourceOf("provisioned", "prometheus", "url", "https://old"), `"readOnly":false`, `"readOnly":true`, 1),
		strings.Replace(sourceOf("large", "prometheus", "url", "https://old"), `{"x":1}`, `{"x":12345678901234567890}`, 1),
		sourceOf("odd", "prometheus", "url", "https://a,b"),
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
