package plugin

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

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
