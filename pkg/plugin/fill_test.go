package plugin

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

type filled struct {
	DataSource map[string]any
	Receipt    string
}

func TestFillChangesTheAddressAlone(t *testing.T) {
	logged := captureLog(t)
	s, fake, grafana := remoteSetup(t)
	r := change("POST", fillPath, fillBody(nil))
	answer := r.send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))

	wrote := grafana.Seen(http.MethodPut)
	require.Len(t, wrote, 1)
	wanted := strings.Replace(shopMetrics, "old.shop", "prometheus.shop", 1)
	wanted = strings.Replace(wanted, `"accessControl":{"datasources:write":true},`, "", 1)
	requireSame(t, wanted, wrote[0].Body)
	require.Contains(t, wrote[0].Body, `"ratio":1.50`, "numbers keep their text")
	require.NotContains(t, wrote[0].Body, "secureJsonData")
	require.Contains(t, wrote[0].Authorization, "Bearer token-number-")

	decoded := decodeAnswer[filled](t, answer)
	require.EqualValues(t, 5, decoded.DataSource["version"])
	require.NotEmpty(t, decoded.Receipt)
	for _, told := range []string{"fill", "shop-metrics", "admin", "done", "old.shop.contoso.com", "prometheus.shop.contoso.com"} {
		require.Contains(t, logged.String(), told)
	}
	require.NotContains(t, logged.String(), decoded.Receipt)
	require.Len(t, fake.Requests(), 3, "workspace, endpoint, and the endpoint again")
	require.Len(t, grafana.Seen(""), 2, "read and write")
}

func TestFillEveryShape(t *testing.T) {
	const own = "prometheus.shop.contoso.com"
	for name, test := range map[string]struct {
		source  string
		changes map[string]any
		want    string
	}{
		"postgres":           {sourceOf("x", "grafana-postgresql-datasource", "url", "old:5432"), nil, own + ":5432"},
		"by its older name":  {sourceOf("x", "postgres", "url", "old:5432"), nil, own + ":5432"},
		"mssql":              {sourceOf("x", "mssql", "url", `old\prod:1433;app=x`), nil, own + `\prod:1433;app=x`},
		"mssql with an @":    {sourceOf("x", "mssql", "url", `old:1433;app=grafana@contoso`), nil, own + `:1433;app=grafana@contoso`},
		"another port":       {sourceOf("x", "mssql", "url", `old\prod;app=x`), map[string]any{"port": 1433}, own + `\prod:1433;app=x`},
		"mssql with a comma": {sourceOf("x", "mssql", "url", `old,1433`), nil, own + `,1433`},
		"a stray scheme":     {sourceOf("x", "grafana-postgresql-datasource", "url", "postgres://old:5432"), nil, own + ":5432"},
		"a missing scheme":   {sourceOf("x", "influxdb", "url", "old:8086"), map[string]any{"scheme": "http"}, "http://" + own + ":8086"},
		"TLS out of nothing": {sourceOf("x", "influxdb", "url", "old:8086"), map[string]any{"scheme": "https"}, "https://" + own + ":8086"},
		"private IP":         {sourceOf("x", "loki", "url", "http://old:3100"), map[string]any{"host": "10.0.0.5"}, "http://10.0.0.5:3100"},
		"clickhouse":         {sourceOf("x", "grafana-clickhouse-datasource", "jsonData.host", "old"), nil, own},
		"clickhouse legacy":  {sourceOf("x", "grafana-clickhouse-datasource", "jsonData.server", "old"), nil, own},
		"user kept":          {sourceOf("x", "influxdb", "url", "http://u:p@old:8086/a?b=c#d"), nil, "http://u:p@" + own + ":8086/a?b=c#d"},
		"an @ in a password": {sourceOf("x", "influxdb", "url", "http://u:p@ss@old:8086"), nil, "http://u:p@ss@" + own + ":8086"},
		"wildcard":           {sourceOf("x", "tempo", "url", "https://old"), map[string]any{"endpoint": "wild", "host": "Tempo.obs.contoso.com"}, "https://Tempo.obs.contoso.com"},
		"deeper wildcard":    {sourceOf("x", "tempo", "url", "https://old"), map[string]any{"endpoint": "wild", "host": "a.b.obs.contoso.com"}, "https://a.b.obs.contoso.com"},
		"derived name":       {sourceOf("x", "mssql", "url", "old:1433"), map[string]any{"endpoint": "sql", "host": "billing.database.windows.net"}, "billing.database.windows.net:1433"},
		"kusto":              {sourceOf("x", "grafana-azure-data-explorer-datasource", "jsonData.clusterUrl", "https://old"), map[string]any{"endpoint": "adx", "host": "telemetry.westeurope.kusto.windows.net"}, "https://telemetry.westeurope.kusto.windows.net"},
		"told by target":     {sourceOf("x", "prometheus", "url", "https://old"), map[string]any{"endpoint": "amw", "host": "amw-k2f7.westeurope.prometheus.monitor.azure.com"}, "https://amw-k2f7.westeurope.prometheus.monitor.azure.com"},
		"TLS that is demanded": {sourceOf("x", "prometheus", "url", "http://old:9090/p"),
			map[string]any{"endpoint": "amw", "host": "amw-k2f7.westeurope.prometheus.monitor.azure.com", "port": 443, "scheme": "https"},
			"https://amw-k2f7.westeurope.prometheus.monitor.azure.com:443/p"},
	} {
		t.Run(name, func(t *testing.T) {
			s, fake, grafana := remoteSetup(t, test.source)
			addEndpoint(fake, "wild", "", "Approved", "Microsoft.Network/privateLinkServices/obs", "*.obs.contoso.com", "10.0.0.6")
			addEndpoint(fake, "sql", "Succeeded", "Approved", "Microsoft.Sql/servers/Billing", "", "")
			addEndpoint(fake, "adx", "Succeeded", "Approved", "Microsoft.Kusto/clusters/telemetry", "", "")
			addEndpoint(fake, "amw", "Succeeded", "Approved", "Microsoft.Monitor/accounts/amw", "", "")
			fake.Answer("GET "+targets+"Microsoft.Monitor/accounts/amw", 200, `{"properties":{"metrics":{"prometheusQueryEndpoint":"https://amw-k2f7.westeurope.prometheus.monitor.azure.com"}}}`)
			app := s.app(t)
			before := grafana.Source("x")
			body := map[string]any{"version": 1}
			maps.Copy(body, test.changes)
			answer := change("POST", "datasources/x/fill", fillBody(body)).send(t, app)
			require.Equal(t, 200, answer.Status, string(answer.Body))
			want, _ := json.Marshal(test.want)
			require.Contains(t, grafana.Source("x"), string(want))
			require.Contains(t, grafana.Source("x"), `"x":1`)
			require.Len(t, grafana.Seen(http.MethodPut), 1)

			undone := changeWith("datasources/x/undo", decodeAnswer[filled](t, answer).Receipt).send(t, app)
			require.Equal(t, 200, undone.Status, string(undone.Body))
			requireSame(t, strings.Replace(before, `"version":1`, `"version":3`, 1), grafana.Source("x"))
		})
	}
}

func TestCutSuffix(t *testing.T) {
	for host, want := range map[string]string{"a.contoso.com": "a", "a.Contoso.COM": "a", ".contoso.com": "", "contoso.com": "", "a.fabrikam.com": "", "": ""} {
		cut, found := cutSuffix(host, ".contoso.com")
		require.Equal(t, strings.HasSuffix(strings.ToLower(host), ".contoso.com"), found, host)
		if found {
			require.Equal(t, want, cut)
		} else {
			require.Equal(t, host, cut)
		}
	}
}

// Whether the host is wrong or couldn't be compared makes a difference to whoever looks for the reason.
func TestARefusedHostSaysWhetherTheTargetCouldBeRead(t *testing.T) {
	s, fake, _ := remoteSetup(t)
	addEndpoint(fake, "amw", "Succeeded", "Approved", "Microsoft.Monitor/accounts/amw", "", "")
	r := fillWith(map[string]any{"endpoint": "amw", "host": "other-k2f7.westeurope.prometheus.monitor.azure.com"})
	refuse := func() refusal {
		return requireRefusal(t, r.send(t, s.app(t)), 422, "datasource_host_not_allowed")
	}
	fake.Answer("GET "+targets+"Microsoft.Monitor/accounts/amw", 403, `{"error":{"code":"AuthorizationFailed"}}`)
	require.Contains(t, refuse().Cause, "Couldn't read the host name of the target resource")
	fake.Answer("GET "+targets+"Microsoft.Monitor/accounts/amw", 200, `{"properties":{"metrics":{"prometheusQueryEndpoint":"https://amw-k2f7.westeurope.prometheus.monitor.azure.com"}}}`)
	require.Empty(t, refuse().Cause)
}

func TestAFillWhoseOutcomeIsUnknownIsReadNotRepeated(t *testing.T) {
	for name, reached := range map[string]bool{"it was written": true, "it was not written": false} {
		t.Run(name, func(t *testing.T) {
			s, _, grafana := remoteSetup(t)
			var writes atomic.Int32
			grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
				if r.Method != http.MethodPut {
					return false
				}
				writes.Add(1)
				if reached {
					seen := grafana.Seen(http.MethodPut)
					grafana.Answer(discard{}, r, []byte(seen[len(seen)-1].Body))
				}
				panic(http.ErrAbortHandler)
			}
			answer := change("POST", fillPath, fillBody(nil)).send(t, s.app(t))
			require.EqualValues(t, 1, writes.Load(), "a write is never repeated by itself")
			if reached {
				require.Equal(t, 200, answer.Status, string(answer.Body))
				require.NotEmpty(t, decodeAnswer[filled](t, answer).Receipt)
				return
			}
			refused := requireRefusal(t, answer, 502, "grafana_unreachable")
			require.Contains(t, refused.Hint, "may still have been applied")
			requireSame(t, shopMetrics, grafana.Source("shop-metrics"))
		})
	}
}

// discard is an answer that never arrives.
type discard struct{}

func (discard) Header() http.Header         { return http.Header{} }
func (discard) Write(b []byte) (int, error) { return len(b), nil }
func (discard) WriteHeader(int)             {}

func TestAServiceAccountTokenIsUsedInPlaceOfTheIdentity(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	s.secrets["grafanaToken"] = azuretest.ServiceToken + "\n"
	answer := get("datasources").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Equal(t, "Bearer "+azuretest.ServiceToken, grafana.Seen("")[0].Authorization)

	s.secrets["grafanaToken"] = "glsa_a b"
	require.Equal(t, "grafanaToken", requireRefusal(t, get("datasources").send(t, s.app(t)), 400, "invalid_settings").Field)
}

func TestTheTokenIsAskedForTheRightAudience(t *testing.T) {
	s, fake, _ := remoteSetup(t)
	var scopes []string
	fake.Token = func(w http.ResponseWriter, r *http.Request) {
		scopes = append(scopes, r.FormValue("scope"))
		fake.CheckSecret(w, r)
	}
	_ = get("datasources").send(t, s.app(t))
	require.Contains(t, strings.Join(scopes, " "), "https://dashboard.azure.com/.default")

	scopes = nil
	s.config["GFAZPL_AZURE_CLOUDS_CONFIG"] = strings.Replace(fake.CloudsConfig(), `"portal"`, `"managedGrafanaAudience":"ce34e7e5-485f-4d76-964f-b3d2b16d1e4f","portal"`, 1)
	_ = get("datasources").send(t, s.app(t))
	require.Contains(t, strings.Join(scopes, " "), "ce34e7e5-485f-4d76-964f-b3d2b16d1e4f/.default")
}

// The browser never learns the secrets of an address, and they stay in it.
func TestAnAddressKeepsItsSecrets(t *testing.T) {
	const before = "https://ada:hunter2@old.shop.contoso.com:9443/prom?token=hunter3"
	s, _, grafana := remoteSetup(t, sourceOf("secretive", "prometheus", "url", before))
	app := s.app(t)
	logged := captureLog(t)
	answer := change("POST", "datasources/secretive/fill", fillBody(map[string]any{"version": 1})).send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Contains(t, grafana.Source("secretive"), "https://ada:hunter2@prometheus.shop.contoso.com:9443/prom?token=hunter3")

	undone := changeWith("datasources/secretive/undo", decodeAnswer[filled](t, answer).Receipt).send(t, app)
	require.Equal(t, 200, undone.Status, string(undone.Body))
	require.Contains(t, grafana.Source("secretive"), before)
	require.NotContains(t, string(answer.Body)+string(undone.Body)+logged.String(), "hunter")
}
