package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// remoteCase is one way in which the workspace's Grafana fails, asked by the list unless it says otherwise.
type remoteCase struct {
	file    string
	arrange func(*setup, *azuretest.Azure, *azuretest.Grafana)
	request request
	status  int
	code    string
	wait    int
}

// grafanaAnswers makes it answer everything with a status and a body that holds a secret.
func grafanaAnswers(status int, body string, headers ...string) func(*setup, *azuretest.Azure, *azuretest.Grafana) {
	return func(_ *setup, _ *azuretest.Azure, grafana *azuretest.Grafana) {
		grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
			for i := 0; i+1 < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			azuretest.Write(w, status, strings.ReplaceAll(body, "{token}", strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")))
			return true
		}
	}
}

func fillWith(changes map[string]any) request { return change("POST", fillPath, fillBody(changes)) }

func createWith(changes string) request {
	return change("POST", "datasources", `{"createdAt":"","type":"prometheus","name":"New metrics","endpoint":"shop","host":"prometheus.shop.contoso.com","port":9443,"scheme":"https"`+changes+`}`)
}

var remoteCases = []remoteCase{
	{file: "grafana_unreachable", arrange: func(_ *setup, _ *azuretest.Azure, g *azuretest.Grafana) { g.Close() }, status: 502, code: "grafana_unreachable"},
	{file: "grafana_timeout", arrange: func(s *setup, _ *azuretest.Azure, g *azuretest.Grafana) {
		s.hurried()
		g.Override = func(w http.ResponseWriter, r *http.Request) bool {
			azuretest.Hang(w, r)
			return true
		}
	}, status: 504, code: "grafana_timeout"},
	{file: "grafana_unavailable", arrange: grafanaAnswers(503, `<html><script>x</script>down</html>`, "Retry-After", "120"), status: 503, code: "grafana_unavailable", wait: 120},
	{file: "grafana_throttled", arrange: grafanaAnswers(429, `{}`, "Retry-After", "17"), status: 429, code: "grafana_throttled", wait: 17},
	{file: "grafana_bad_answer", arrange: grafanaAnswers(200, `{"message":"`), status: 502, code: "grafana_bad_answer"},
	{file: "grafana_answer_too_large", arrange: grafanaAnswers(200, `["`+strings.Repeat("x", int(testLimits.Body))+`"]`), status: 502, code: "grafana_answer_too_large"},
	{file: "grafana_rejected", arrange: func(s *setup, fake *azuretest.Azure, g *azuretest.Grafana) {
		s.secrets["grafanaToken"] = azuretest.ServiceToken
		grafanaAnswers(400, `{"message":"bad request data, token {token}"}`)(s, fake, g)
	}, status: 422, code: "grafana_rejected"},
	{file: "grafana_forbidden", arrange: grafanaAnswers(403, `{"message":"You'll need additional permissions to perform this action. Permissions needed: datasources:read"}`), status: 403, code: "grafana_forbidden"},
	{file: "grafana_token_rejected", arrange: func(s *setup, _ *azuretest.Azure, _ *azuretest.Grafana) { s.secrets["grafanaToken"] = "glsa_another" }, status: 502, code: "grafana_token_rejected"},
	{file: "grafana_public_access_disabled", arrange: func(_ *setup, fake *azuretest.Azure, g *azuretest.Grafana) {
		answerWorkspace(fake, g.URL, "Disabled")
		g.Override = func(w http.ResponseWriter, _ *http.Request) bool {
			http.Error(w, "Public network access to this workspace is disabled.", http.StatusForbidden)
			return true
		}
	}, status: 403, code: "grafana_public_access_disabled"},
	{file: "grafana_address_unknown", arrange: func(_ *setup, fake *azuretest.Azure, _ *azuretest.Grafana) { answerWorkspace(fake, "", "Enabled") }, status: 502, code: "grafana_address_unknown"},
	{file: "datasource_not_found", request: get("datasources/gone"), status: 404, code: "datasource_not_found"},
	{file: "datasource_conflict", request: fillWith(map[string]any{"version": 3}), status: 409, code: "datasource_conflict"},
	{file: "datasource_read_only", arrange: func(_ *setup, _ *azuretest.Azure, g *azuretest.Grafana) {
		g.Put(strings.Replace(shopMetrics, `"readOnly":false`, `"readOnly":true`, 1))
	}, request: fillWith(nil), status: 403, code: "datasource_read_only"},
	{file: "datasource_field_unknown", arrange: func(_ *setup, _ *azuretest.Azure, g *azuretest.Grafana) {
		g.Put(strings.Replace(shopMetrics, `"type":"prometheus"`, `"type":"acme-datasource"`, 1))
	}, request: fillWith(nil), status: 400, code: "datasource_field_unknown"},
	{file: "datasource_host_not_allowed", request: fillWith(map[string]any{"host": "evil.test"}), status: 422, code: "datasource_host_not_allowed"},
	{file: "datasource_value_not_allowed", arrange: func(_ *setup, _ *azuretest.Azure, g *azuretest.Grafana) {
		g.Put(strings.Replace(shopMetrics, "https://old", "http://old", 1))
	}, request: fillWith(map[string]any{"scheme": "https"}), status: 422, code: "datasource_value_not_allowed"},
	{file: "datasource_address_unreadable", arrange: func(_ *setup, _ *azuretest.Azure, g *azuretest.Grafana) {
		g.Put(strings.Replace(shopMetrics, "https://old.shop.contoso.com:9443/prom", "", 1))
	}, request: fillWith(nil), status: 422, code: "datasource_address_unreadable"},
	{file: "datasource_unsafe_number", arrange: func(_ *setup, _ *azuretest.Azure, g *azuretest.Grafana) {
		g.Put(strings.Replace(shopMetrics, "1.50", "12345678901234567890", 1))
	}, request: fillWith(nil), status: 422, code: "datasource_unsafe_number"},
	{file: "datasource_exists", request: change("POST", "datasources", `{"createdAt":"","type":"prometheus","name":"Shop metrics","endpoint":"shop","host":"prometheus.shop.contoso.com","scheme":"https"}`), status: 409, code: "datasource_exists"},
	{file: "endpoint_not_usable", arrange: func(_ *setup, fake *azuretest.Azure, _ *azuretest.Grafana) {
		addEndpoint(fake, "shop", "Succeeded", "Pending", "Microsoft.Network/privateLinkServices/shop", "", "")
	}, request: fillWith(nil), status: 409, code: "endpoint_not_usable"},
	{file: "receipt_invalid", request: change("POST", undoPath, undoBody("forged")), status: 400, code: "receipt_invalid"},
}

func TestEachErrorOfTheWorkspacesGrafana(t *testing.T) {
	for _, test := range remoteCases {
		t.Run(test.file, func(t *testing.T) {
			s, fake, grafana := remoteSetup(t)
			if test.arrange != nil {
				test.arrange(s, fake, grafana)
			}
			r := test.request
			if r.method == "" {
				r = get("datasources")
			}
			logged := captureLog(t)
			answer := r.send(t, s.app(t))
			refused := requireRefusal(t, answer, test.status, test.code)
			require.Equal(t, test.wait, refused.RetryAfter)
			require.NotEmpty(t, refused.Hint)
			for _, secret := range []string{azuretest.ClientSecret, azuretest.ServiceToken, "glsa_another"} {
				require.NotContains(t, string(answer.Body)+logged.String(), secret)
			}
			require.Empty(t, grafana.Seen(http.MethodPut))
			requireGolden(t, "errors/"+test.file, r, answer, fake, grafana)
		})
	}
}

func TestAWriteThatGrafanaRefuses(t *testing.T) {
	for _, test := range []struct {
		code   string
		status int
		body   string
		answer int
	}{
		{"datasource_conflict", 409, `{"message":"Datasource has already been updated by someone else. Please reload and try again"}`, 409},
		{"datasource_conflict", 412, `{"message":"The version has changed"}`, 409},
		{"datasource_read_only", 403, `{"message":"Cannot update read-only data source"}`, 403},
		{"grafana_forbidden", 403, `{"message":"You'll need additional permissions to perform this action. Permissions needed: datasources:write"}`, 403},
		{"datasource_not_found", 404, `{"message":"Data source not found"}`, 404},
		{"grafana_rejected", 400, `{"message":"Validation error, invalid URL"}`, 422},
		{"grafana_unavailable", 500, `{"message":"Failed to update datasource"}`, 503},
	} {
		s, _, grafana := remoteSetup(t)
		grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPut {
				azuretest.Write(w, test.status, test.body)
			}
			return r.Method == http.MethodPut
		}
		requireRefusal(t, fillWith(nil).send(t, s.app(t)), test.answer, test.code)
		require.Len(t, grafana.Seen(http.MethodPut), 1)
	}
}

func TestTheWorkspacesGrafanaCannotRedirect(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	thief := azuretest.StartGrafana(t, shopMetrics)
	app := s.app(t)
	for _, to := range []string{thief.URL, "http://evil.test/", "/elsewhere", grafana.URL + "/elsewhere"} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
				http.Redirect(w, r, to, status)
				return true
			}
			before := len(grafana.Seen(""))
			requireRefusal(t, get("datasources").send(t, app), 502, "grafana_bad_answer")
			requireRefusal(t, change("POST", "datasources/shop-metrics/health", "{}").send(t, app), 502, "grafana_bad_answer")
			require.Len(t, grafana.Seen(""), before+2)
		}
	}
	require.Empty(t, thief.Seen(""))
}

func TestOnlyAnHTTPSOriginIsAsked(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	plain := strings.TrimPrefix(grafana.URL, "https://")
	for _, endpoint := range []string{"http://" + plain, "https://user:pass@" + plain, "ftp://" + plain, "//" + plain, plain, "javascript:alert(1)", "https://", "https:///x"} {
		answerWorkspace(fake, endpoint, "Enabled")
		requireRefusal(t, get("datasources").send(t, s.app(t)), 502, "grafana_address_unknown")
	}
	require.Empty(t, grafana.Seen(""))
	require.Equal(t, 8, fake.Issued(), "a token for Resource Manager alone, by each app")

	// A path or query in it is nothing to us.
	answerWorkspace(fake, grafana.URL+"/steal?x=1", "Enabled")
	require.Equal(t, 200, get("datasources").send(t, s.app(t)).Status)
	require.Equal(t, "/api/datasources", grafana.Seen("")[0].Path)
}

func TestNothingOfTheCallerIsForwarded(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	r := get("datasources?accesscontrol=false&host=evil.test")
	r.headers = map[string][]string{"Authorization": {"Bearer caller"}, "Cookie": {"grafana_session=1"}, "X-Grafana-Org-Id": {"7"}, "X-Forwarded-For": {"10.1.1.1"}}
	require.Equal(t, 200, r.sendWith(t, withInbound(t.Context()), s.app(t)).Status)
	sent := grafana.Seen("")[0]
	require.Empty(t, sent.Query)
	for _, name := range []string{"X-Inbound", "Cookie", "X-Grafana-Org-Id", "X-Forwarded-For"} {
		require.Empty(t, sent.Header.Get(name), name)
	}
	require.NotContains(t, sent.Authorization, "caller")
}

func TestARefusedTokenOfTheWorkspacesGrafanaIsRenewedOnce(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		refuse := len(grafana.Seen("")) == 1
		if refuse {
			azuretest.Write(w, 401, `{"message":"Unauthorized"}`)
		}
		return refuse
	}
	answer := get("datasources").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Equal(t, 3, fake.Issued(), "Resource Manager's, Grafana's, and Grafana's again")
}

func TestTheOperatorSaysWhereAWorkspacesGrafanaMayBe(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	ask := func(endpoint, list string) *backend.CallResourceResponse {
		answerWorkspace(fake, endpoint, "Enabled")
		t.Setenv(grafanaHostsVariable, list)
		return get("datasources").send(t, s.app(t))
	}
	local := strings.Replace(grafana.URL, "127.0.0.1", "localhost", 1)
	requireRefusal(t, ask(local, ""), 502, "grafana_address_unknown")
	requireRefusal(t, ask(local, "*.contoso.com"), 502, "grafana_address_unknown")
	// Tried: only its certificate is for another name.
	require.Contains(t, requireRefusal(t, ask(local, "*.contoso.com, localhost"), 502, "grafana_unreachable").Cause, "certificate")
	answer := ask("https://169.254.169.254", "169.254.169.254")
	requireRefusal(t, answer, 502, "grafana_address_private")
	requireGolden(t, "errors/grafana_address_private", get("datasources"), answer, fake, grafana)
}
