package plugin

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestContractOfDataSources(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	app := s.app(t)
	for _, test := range []struct {
		name string
		r    request
	}{
		{"datasources", get("datasources")},
		{"datasource", get("datasources/shop-metrics")},
		{"grafana-access", get("grafana-access")},
		{"datasource-health", change("POST", "datasources/shop-metrics/health", "{}")},
		{"datasource-fill", fillWith(nil)},
		{"datasource-create", createWith("")},
		{"dependents", get("dependents?uids=shop-metrics")},
	} {
		answer := test.r.send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		if test.name == "datasource-fill" {
			// The seal differs each time.
			sealed := decodeAnswer[filled](t, answer).Receipt
			undo := changeWith(undoPath, sealed)
			answer.Body = []byte(strings.Replace(string(answer.Body), sealed, "c2VhbGVkIGJ5IHRoZSBiYWNrZW5k", 1))
			requireGolden(t, test.name, test.r, answer, fake, grafana)
			test.name, test.r = "datasource-undo", undo
			answer = undo.send(t, app)
			require.Equal(t, 200, answer.Status, string(answer.Body))
		}
		requireGolden(t, test.name, test.r, answer, fake, grafana)
	}
}

func TestWhatUsesDataSources(t *testing.T) {
	uses := func(reference string) string { return `{"dashboard":{"panels":[{"targets":[` + reference + `]}]}}` }
	boards := map[string]string{
		"by-uid": uses(`{"datasource":{"type":"prometheus","uid":"shop-metrics"}}`), "by-name": uses(`{"datasource":"Shop metrics"}`),
		"by-variable": `{"dashboard":{"templating":{"list":[{"type":"datasource","current":{"value":"shop-metrics"}}]}}}`,
		"newer":       uses(`{"query":{"datasource":{"name":"shop-metrics"}}}`), "other": uses(`{"datasource":{"uid":"else"},"title":"shop-metrics"}`),
	}
	const rules = `{"Shop":[{"name":"g","rules":[{"grafana_alert":{"data":[{"datasourceUid":"shop-metrics"},{"datasourceUid":"__expr__"}]}},{"grafana_alert":{"data":[{"datasourceUid":"else"}]}}]}]}`
	for name, test := range map[string]struct {
		search, rules int
		without       string
		want          string
	}{
		"all":                      {200, 200, "", `{"dashboards":4,"alertRules":1}`},
		"no permission for rules":  {200, 403, "", `{"dashboards":4,"alertRules":null}`},
		"no permission to search":  {403, 200, "", `{"dashboards":null,"alertRules":1}`},
		"one can't be read":        {200, 200, "newer", `{"dashboards":3,"alertRules":1}`},
		"none that can be read is": {200, 200, "by-uid by-name newer by-variable", `{"dashboards":null,"alertRules":1}`},
	} {
		t.Run(name, func(t *testing.T) {
			s, _, grafana := remoteSetup(t)
			grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
				uid, one := strings.CutPrefix(r.URL.Path, "/api/dashboards/uid/")
				switch {
				case r.URL.Path == "/api/search":
					azuretest.Write(w, test.search, `[{"uid":"by-uid"},{"uid":"by-name"},{"uid":"newer"},{"uid":"by-variable"},{"uid":"other"}]`)
				case r.URL.Path == "/api/ruler/grafana/api/v1/rules":
					azuretest.Write(w, test.rules, rules)
				case one && strings.Contains(test.without, uid):
					azuretest.Write(w, 403, `{"message":"no"}`)
				case one:
					azuretest.Write(w, 200, boards[uid])
				default:
					return false
				}
				return true
			}
			answer := get("dependents?uids=shop-metrics").send(t, s.app(t))
			require.Equal(t, 200, answer.Status)
			require.JSONEq(t, test.want, string(answer.Body))
			require.Equal(t, "limit=100&type=dash-db", grafana.Seen(http.MethodGet)[1].Query)
		})
	}
	// Where the search ends at its limit there may be more.
	for many, want := range map[int]string{99: `{"dashboards":0,"alertRules":0}`, 100: `{"dashboards":null,"alertRules":0}`} {
		s, _, grafana := remoteSetup(t)
		grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path == "/api/search" {
				azuretest.Write(w, 200, "["+strings.TrimSuffix(strings.Repeat(`{"uid":"other"},`, many), ",")+"]")
				return true
			}
			board := r.URL.Path == "/api/dashboards/uid/other"
			if board {
				azuretest.Write(w, 200, boards["other"])
			}
			return board
		}
		require.JSONEq(t, want, string(get("dependents?uids=shop-metrics").send(t, s.app(t)).Body))
	}
	s, _, grafana := remoteSetup(t)
	for _, uids := range []string{"", "a,,b", "../x", strings.Repeat("a,", 100) + "a"} {
		requireRefusal(t, get("dependents?uids="+uids).send(t, s.app(t)), 400, "invalid_request")
	}
	require.Empty(t, grafana.Seen(""))
	require.Equal(t, 200, get("dependents?uids="+strings.Repeat("a,", 99)+"a").send(t, s.app(t)).Status)
}

func TestWhatTheBrowserDoesNotGet(t *testing.T) {
	s, _, grafana := remoteSetup(t, sourceOf("orders", "grafana-mongodb-datasource", "jsonData.connection", "mongodb+srv://ada:hunter2@c.mongo.cosmos.azure.com/db"))
	grafana.Put(`{"uid":"leaky","name":"leaky","type":"mysql","url":"h:3306","password":"hunter2","secureJsonData":{"password":"hunter2"},"jsonData":{"connection":"x://u:hunter2@h"},"version":1}`)
	app := s.app(t)
	grafana.Put(sourceOf("in-url", "prometheus", "url", "https://ada:hunter2@h:9090/x?token=hunter2"))
	grafana.Put(sourceOf("in-cluster", "grafana-azure-data-explorer-datasource", "jsonData.clusterUrl", "https://ada:hunter2@h"))
	grafana.Put(sourceOf("in-other", "prometheus", "jsonData.host", "https://ada:hunter2@h"))
	grafana.Put(sourceOf("in-port", "mysql", "url", "ada:hunter2/x@h:3306"))
	grafana.Put(sourceOf("in-options", "mssql", "url", "h:1433;Password=hunter2@h;x=1"))
	grafana.Put(`{"uid":"in-json","name":"in-json","type":"prometheus","url":"http://h","jsonData":{"clientSecret":"hunter2","deep":[{"api_key":"hunter2"}],"note":"Bearer hunter2hunter2","custom":"?token=hunter2hunter2","tokens":3},"version":1}`)
	for _, path := range []string{"datasources", "datasources/orders", "datasources/leaky", "datasources/in-url", "datasources/in-cluster", "datasources/in-port", "datasources/in-options", "datasources/in-json"} {
		answer := get(path).send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		require.NotContains(t, string(answer.Body), "hunter2")
		require.NotContains(t, string(answer.Body), "secureJsonData\"")
	}
	list := string(get("datasources").send(t, app).Body)
	for _, told := range []string{`"clusterUrl":"https://ada:***@h"`, `"url":"h:1433;Password=***;x=1"`, `"host":"https://ada:…@h"`} {
		require.Contains(t, list, told)
	}
	require.NotContains(t, list, "httpMethod", "options that nobody needs stay away")
}

func TestOddDataSourcesDoNotEmptyTheList(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
		azuretest.Write(w, 200, `[null, 7, [], {"uid":"surrogate","name":"a\ud800b","type":"loki","jsonData":{"host":"h\udfff","host":"twice","servername":"s"}},
			{"uid":"number","name":5,"type":null}, {"name":"no uid"}, {"uid":"bytes","name":"`+"\xff"+`","type":"loki"}, {"uid":"good","name":"Good","type":"loki"}]`)
		return true
	}
	answer := get("datasources").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	found := decodeAnswer[struct {
		DataSources []struct {
			UID, Name, Type string
			JSONData        map[string]any
		}
	}](t, answer).DataSources
	var names []string
	for _, one := range found {
		names = append(names, one.UID+"="+one.Name)
	}
	require.Equal(t, []string{"surrogate=a\uFFFDb", "number=", "=no uid", "bytes=\uFFFD", "good=Good"}, names)
	require.Equal(t, "s", found[0].JSONData["servername"], "what stands after an odd member stays")
}

func TestUnsafeNumbersAreMarked(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	grafana.Put(`{"uid":"large","name":"large","type":"prometheus","url":"http://h","jsonData":{"a":12345678901234567890,"b":[1,{"c":0.1000000000000000055}],"d":1e400,"e":1.50,"f":"12345678901234567890","g":9007199254740993},"version":1}`)
	answer := get("datasources/large").send(t, s.app(t))
	found := decodeAnswer[struct{ UnsafeNumbers []struct{ Key, Text string } }](t, answer).UnsafeNumbers
	var texts []string
	for _, number := range found {
		texts = append(texts, number.Key+"="+number.Text)
	}
	require.Equal(t, []string{"a=12345678901234567890", "c=0.1000000000000000055", "d=1e400", "g=9007199254740993"}, texts)
	require.Contains(t, string(answer.Body), "12345678901234567890,", "shown as it is")
}

func TestHealthUnderstandsGrafana(t *testing.T) {
	for name, test := range map[string]struct {
		status int
		body   string
		want   string
	}{
		"good":                {200, `{"status":"OK","message":"Successfully queried the Prometheus API."}`, "ok"},
		"bad":                 {400, `{"status":"ERROR","message":"no such host","details":{"verboseMessage":"x"}}`, "error"},
		"unknown":             {400, `{"status":"UNKNOWN","message":"?"}`, "unknown"},
		"not implemented":     {400, `{"status":"UNKNOWN","message":"Health check not implemented"}`, "missing"},
		"no backend":          {500, `{"message":"Plugin unavailable","messageId":"plugin.unavailable"}`, "missing"},
		"no such method":      {404, `{"message":"Not found","messageId":"plugin.notImplemented"}`, "missing"},
		"Grafana's own error": {500, `{"message":"Plugin request failed"}`, "error"},
		"OK without a status": {200, `{}`, "unknown"},
	} {
		s, _, grafana := remoteSetup(t)
		grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
			azuretest.Write(w, test.status, test.body)
			return true
		}
		answer := change("POST", "datasources/shop-metrics/health", "{}").send(t, s.app(t))
		require.Equal(t, 200, answer.Status, "%s: %s", name, answer.Body)
		decoded := decodeAnswer[map[string]any](t, answer)
		require.Equal(t, test.want, decoded["status"], name)
		require.Equal(t, "workspace", decoded["reachedFrom"])
		require.Len(t, grafana.Seen(""), 1, "a check is run once")
		require.Equal(t, "true", grafana.Seen("")[0].NoCache)
	}
	for code, test := range map[string]struct {
		status int
		body   string
		answer int
	}{
		"datasource_not_found":   {500, `{"message":"Unable to load datasource metadata"}`, 404},
		"grafana_unavailable":    {502, `<html>bad gateway</html>`, 503},
		"grafana_token_rejected": {401, `{"message":"Unauthorized"}`, 502},
		"grafana_forbidden":      {403, `{"message":"Permissions needed: datasources:query"}`, 403},
	} {
		s, _, grafana := remoteSetup(t)
		grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
			azuretest.Write(w, test.status, test.body)
			return true
		}
		requireRefusal(t, change("POST", "datasources/shop-metrics/health", "{}").send(t, s.app(t)), test.answer, code)
	}
}

// A check may wait for its data store longer than one attempt at anything else may take.
func TestASlowHealthCheckIsWaitedFor(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	s.limits.Try, s.limits.Call = 500*time.Millisecond, testLimits.Call
	app := s.app(t)
	require.Equal(t, 200, get("datasources").send(t, app).Status)
	grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
		time.Sleep(2 * s.limits.Try)
		azuretest.Write(w, 200, `{"status":"OK"}`)
		return true
	}
	require.Equal(t, "ok", decodeAnswer[map[string]any](t, change("POST", "datasources/shop-metrics/health", "{}").send(t, app))["status"])
	requireRefusal(t, get("datasources").send(t, app), 504, "grafana_timeout")
}

func TestHealthTellsByAQueryWhatTheCheckKeepsToItself(t *testing.T) {
	for kind, says := range map[string]string{
		"loki":          "Unable to connect with Loki. Please check the server logs for more details.",
		"elasticsearch": "Health check failed: Failed to connect to Elasticsearch",
	} {
		for query, want := range map[string]any{
			`{"results":{"A":{"error":"dial tcp: no such host","status":500}}}`:              map[string]any{"verboseMessage": "dial tcp: no such host"},
			`{"results":{"A":{"error":"sent ` + azuretest.ServiceToken + `","status":500}}}`: map[string]any{"verboseMessage": "sent [hidden]"},
			`{"message":"Data source not found"}`:                                            nil,
			`<html>`:                                                                         nil,
		} {
			s, _, grafana := remoteSetup(t)
			s.secrets["grafanaToken"] = azuretest.ServiceToken
			grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
				if r.URL.Path == "/api/ds/query" {
					azuretest.Write(w, 400, query)
				} else {
					azuretest.Write(w, 400, `{"status":"ERROR","message":"`+says+`"}`)
				}
				return true
			}
			decoded := decodeAnswer[map[string]any](t, change("POST", "datasources/logs/health", "{}").send(t, s.app(t)))
			require.Equal(t, "error", decoded["status"])
			require.Equal(t, says, decoded["message"])
			require.Equal(t, want, decoded["details"], query)
			asked := grafana.Seen(http.MethodPost)
			require.Len(t, asked, 1)
			require.Contains(t, asked[0].Body, `"datasource":{"type":"`+kind+`","uid":"logs"}`)
		}
	}
}

func TestCreateBuildsFromAClosedSet(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	addEndpoint(fake, "pending", "Succeeded", "Pending", "Microsoft.Network/privateLinkServices/shop", "prometheus.shop.contoso.com", "10.0.0.5")
	addEndpoint(fake, "amw", "Succeeded", "Approved", "Microsoft.Monitor/accounts/amw", "", "")
	fake.Answer("GET "+targets+"Microsoft.Monitor/accounts/amw", 403, `{"error":{"code":"AuthorizationFailed","message":"no"}}`)
	app := s.app(t)
	require.Equal(t, 200, createWith("").send(t, app).Status)
	requireSame(t, `{"name":"New metrics","type":"prometheus","access":"proxy","url":"https://prometheus.shop.contoso.com:9443","jsonData":{}}`, grafana.Seen(http.MethodPost)[0].Body)
	for i, test := range []struct{ body, want string }{
		{`{"createdAt":"","type":"grafana-clickhouse-datasource","name":"Clicks","endpoint":"shop","host":"10.0.0.5","port":8443,"scheme":"https"}`,
			`{"name":"Clicks","type":"grafana-clickhouse-datasource","access":"proxy","jsonData":{"host":"10.0.0.5","port":8443,"secure":true,"protocol":"native"}}`},
		{`{"createdAt":"","type":"grafana-clickhouse-datasource","name":"C2","endpoint":"shop","host":"10.0.0.5","scheme":"https"}`,
			`{"name":"C2","type":"grafana-clickhouse-datasource","access":"proxy","jsonData":{"host":"10.0.0.5","port":9440,"secure":true,"protocol":"native"}}`},
		{`{"createdAt":"","type":"grafana-clickhouse-datasource","name":"C3","endpoint":"shop","host":"10.0.0.5","scheme":"http"}`,
			`{"name":"C3","type":"grafana-clickhouse-datasource","access":"proxy","jsonData":{"host":"10.0.0.5","port":9000,"secure":false,"protocol":"native"}}`},
		{`{"createdAt":"","type":"mysql","name":"Orders","endpoint":"shop","host":"prometheus.shop.contoso.com","port":3306}`,
			`{"name":"Orders","type":"mysql","access":"proxy","url":"prometheus.shop.contoso.com:3306","jsonData":{}}`},
		{`{"createdAt":"","type":"loki","name":"Logs","endpoint":"shop","host":"prometheus.shop.contoso.com","scheme":"http"}`,
			`{"name":"Logs","type":"loki","access":"proxy","url":"http://prometheus.shop.contoso.com","jsonData":{}}`},
		{`{"createdAt":"","type":"prometheus","name":"Told","endpoint":"amw","host":"amw-k2f7.westeurope.prometheus.monitor.azure.com","scheme":"https"}`,
			`{"name":"Told","type":"prometheus","access":"proxy","url":"https://amw-k2f7.westeurope.prometheus.monitor.azure.com","jsonData":{}}`},
	} {
		answer := change("POST", "datasources", test.body).send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		requireSame(t, test.want, grafana.Seen(http.MethodPost)[i+1].Body)
	}

	body := func(changes map[string]any) string {
		body := map[string]any{"createdAt": "", "type": "loki", "name": "n", "endpoint": "shop", "host": "prometheus.shop.contoso.com", "scheme": "http"}
		maps.Copy(body, changes)
		text, _ := json.Marshal(body)
		return string(text)
	}
	for name, test := range map[string]struct {
		changes map[string]any
		status  int
		code    string
	}{
		"another host":    {map[string]any{"host": "evil.test"}, 422, "datasource_host_not_allowed"},
		"other's host":    {map[string]any{"endpoint": "amw", "host": "other-k2f7.westeurope.prometheus.monitor.azure.com", "scheme": "https"}, 422, "datasource_host_not_allowed"},
		"no TLS":          {map[string]any{"endpoint": "amw", "host": "amw-k2f7.westeurope.prometheus.monitor.azure.com"}, 422, "datasource_value_not_allowed"},
		"user":            {map[string]any{"host": "u:p@prometheus.shop.contoso.com"}, 400, "invalid_request"},
		"options":         {map[string]any{"type": "mssql", "scheme": "", "host": "prometheus.shop.contoso.com;server=evil.test"}, 400, "invalid_request"},
		"type":            {map[string]any{"type": "grafana-astradb-datasource"}, 400, "invalid_request"},
		"no address":      {map[string]any{"type": "grafana-azure-monitor-datasource"}, 400, "invalid_request"},
		"no name":         {map[string]any{"name": ""}, 400, "invalid_request"},
		"spaces at ends":  {map[string]any{"name": " n"}, 400, "invalid_request"},
		"long name":       {map[string]any{"name": strings.Repeat("n", 191)}, 400, "invalid_request"},
		"endpoint":        {map[string]any{"endpoint": "../x"}, 400, "invalid_request"},
		"not approved":    {map[string]any{"endpoint": "pending"}, 409, "endpoint_not_usable"},
		"access":          {map[string]any{"access": "direct"}, 400, "invalid_request"},
		"secret":          {map[string]any{"secureJsonData": map[string]any{}}, 400, "invalid_request"},
		"an address":      {map[string]any{"value": "http://evil.test"}, 400, "invalid_request"},
		"port too large":  {map[string]any{"port": 65536}, 400, "invalid_request"},
		"no scheme":       {map[string]any{"scheme": ""}, 400, "invalid_request"},
		"another scheme":  {map[string]any{"scheme": "ftp"}, 400, "invalid_request"},
		"scheme for none": {map[string]any{"type": "mysql"}, 400, "invalid_request"},
		"host with port":  {map[string]any{"host": "10.0.0.5:9000"}, 400, "invalid_request"},
	} {
		requireRefusal(t, change("POST", "datasources", body(test.changes)).send(t, app), test.status, test.code)
		require.Len(t, grafana.Seen(http.MethodPost), 7, name)
	}
	// The largest that are let through.
	for _, changes := range []map[string]any{{"name": strings.Repeat("n", 190)}, {"name": "m", "port": 65535}} {
		require.Equal(t, 200, change("POST", "datasources", body(changes)).send(t, app).Status, changes)
	}
}

func TestACreationWhoseAnswerIsLostIsFoundNotRepeated(t *testing.T) {
	s, _, grafana := remoteSetup(t)
	var posts atomic.Int32
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != http.MethodPost {
			return false
		}
		posts.Add(1)
		seen := grafana.Seen(http.MethodPost)
		grafana.Answer(discard{}, r, []byte(seen[len(seen)-1].Body))
		panic(http.ErrAbortHandler)
	}
	answer := createWith("").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Contains(t, string(answer.Body), `"created-1"`)
	require.EqualValues(t, 1, posts.Load())
}

func TestAccessTellsTheOtherSide(t *testing.T) {
	type answerShape struct {
		Origin, SignIn, Role    string
		PublicAccess, Reachable bool
		Permissions             map[string]string
		Error                   *refusal
	}
	s, fake, grafana := remoteSetup(t)
	ask := func() answerShape {
		answer := get("grafana-access").send(t, s.app(t))
		require.Equal(t, 200, answer.Status, string(answer.Body))
		return decodeAnswer[answerShape](t, answer)
	}
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		azuretest.Write(w, 200, `{"datasources:read":["datasources:*"],"datasources:query":["datasources:uid:x"]}`)
		return true
	}
	viewer := ask()
	require.Equal(t, "Viewer", viewer.Role)
	require.Equal(t, map[string]string{"read": "yes", "query": "unknown", "create": "no", "write": "no", "delete": "no"}, viewer.Permissions)

	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		hidden := strings.Contains(r.URL.Path, "access-control")
		if hidden {
			azuretest.Write(w, 404, `{"message":"Not found"}`)
		}
		return hidden
	}
	hidden := ask()
	require.True(t, hidden.Reachable)
	require.Equal(t, "yes", hidden.Permissions["read"])
	require.Equal(t, "unknown", hidden.Permissions["write"])

	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		empty := strings.Contains(r.URL.Path, "access-control")
		if empty {
			azuretest.Write(w, 200, `{}`)
		}
		return empty
	}
	require.Equal(t, hidden.Permissions, ask().Permissions)
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		down := strings.Contains(r.URL.Path, "access-control")
		if down {
			azuretest.Write(w, 503, `{}`)
		}
		return down
	}
	require.Equal(t, "grafana_unavailable", ask().Error.Code)

	grafana.Override = nil
	s.secrets["grafanaToken"] = "glsa_wrong"
	wrong := ask()
	require.Equal(t, "token", wrong.SignIn)
	require.Equal(t, "grafana_token_rejected", wrong.Error.Code)

	delete(s.secrets, "grafanaToken")
	answerWorkspace(fake, grafana.URL, "Disabled")
	open := ask()
	require.False(t, open.PublicAccess)
	require.True(t, open.Reachable, "over a private endpoint of its own")
	answerWorkspace(fake, "", "Enabled")
	require.Equal(t, "grafana_address_unknown", ask().Error.Code)
	fake.Answer(workspaceRoute, 404, `{}`)
	requireRefusal(t, get("grafana-access").send(t, s.app(t)), 404, "workspace_not_found")

	answerWorkspace(fake, grafana.URL, "Disabled")
	grafana.Close()
	closed := ask()
	require.Equal(t, "grafana_public_access_disabled", closed.Error.Code)
	require.Equal(t, grafana.URL, closed.Origin)
}
