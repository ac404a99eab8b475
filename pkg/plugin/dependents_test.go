package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

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
