package monitor

import (
	"encoding/json"
	"flag"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/config"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

var update = flag.Bool("update", false, "write testdata/frames anew")

const framesFolder = "../../testdata/frames"

var (
	admin  = &backend.User{Login: "admin", Role: "Admin"}
	editor = &backend.User{Login: "editor", Role: "Editor"}
	viewer = &backend.User{Login: "viewer", Role: "Viewer"}
	day    = 24 * time.Hour
)

var testLimits = azure.Limits{
	Try: 20 * time.Second, Call: time.Minute, Retries: 1000, RetryDelay: time.Millisecond, MaxRetryDelay: 20 * time.Millisecond,
	Body: 1 << 20, List: 4 << 20, Pages: 20,
}

const (
	subscription = "/subscriptions/00000000-1111-2222-3333-444444444444"
	activityPath = subscription + "/providers/Microsoft.Insights/eventtypes/management/values"
)

// workspaceID is that of another workspace beside azuretest's.
func workspaceID(name string) string {
	return strings.TrimSuffix(azuretest.WorkspaceID, "contoso") + name
}

func listRoute(name string) string { return "GET " + workspaceID(name) + "/managedPrivateEndpoints" }

// endpointJSON is one endpoint as Azure answers it.
func endpointJSON(name, provisioning, connection, target, more string) string {
	return `{"name":"` + name + `","properties":{"provisioningState":"` + provisioning + `","connectionState":{"status":"` + connection + `","description":""},
		"privateLinkResourceId":"` + subscription + `/resourceGroups/data/providers/` + target + `"` + more + `},
		"systemData":{"createdAt":"2026-11-20T12:00:00Z","createdBy":"ada@contoso.com"}}`
}

const (
	loki  = "Microsoft.Network/privateLinkServices/loki"
	sql   = "Microsoft.Sql/servers/orders"
	queue = "Microsoft.Quantum/queues/beam"
)

// demo is a workspace with an endpoint in each group of states.
var demo = `{"value":[` + strings.Join([]string{
	endpointJSON("loki", "Succeeded", "Approved", loki, `,"privateLinkServiceUrl":"loki.contoso.com","privateLinkServicePrivateIP":"10.0.0.4"`),
	endpointJSON("Orders", "Succeeded", "Pending", sql, `,"groupIds":["sqlServer"]`),
	endpointJSON("mimir", "Succeeded", "Approved", loki, ""),
	endpointJSON("beam", "Creating", "", queue, ""),
	endpointJSON("old", "Succeeded", "Rejected", sql, ""),
	endpointJSON("broken", "Failed", "", sql, ""),
}, ",") + `]}`

// fixNow lets ages be counted to four days after the demonstration's endpoints were created.
func fixNow(t *testing.T) {
	t.Helper()
	before := now
	now = func() time.Time { return time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC) }
	t.Cleanup(func() { now = before })
}

// setup is a data source as Grafana stores it.
type setup struct {
	server   *Server
	jsonData map[string]any
	secrets  map[string]string
	config   map[string]string
	uid      string
	user     *backend.User
}

func newSetup(t *testing.T, fake *azuretest.Azure) *setup {
	t.Helper()
	factory, err := plugin.NewFactory(testLimits, fake.HTTPOptions())
	require.NoError(t, err)
	return &setup{
		server: NewServer(func() (*azure.Factory, error) { return factory, nil }),
		jsonData: map[string]any{
			"workspaces": []string{azuretest.WorkspaceID},
			"azureCredentials": map[string]any{"authType": "clientsecret", "azureCloud": azuretest.CloudName,
				"tenantId": azuretest.TenantID, "clientId": azuretest.ClientID},
		},
		secrets: map[string]string{"azureClientSecret": azuretest.ClientSecret},
		config:  map[string]string{"GFAZPL_AZURE_CLOUDS_CONFIG": fake.CloudsConfig()},
		uid:     "monitoring", user: viewer,
	}
}

func (s *setup) context(t *testing.T) (backend.PluginContext, *config.GrafanaCfg) {
	t.Helper()
	jsonData, err := json.Marshal(s.jsonData)
	require.NoError(t, err)
	grafana := config.NewGrafanaCfg(maps.Clone(s.config))
	//lint:ignore SA1019 as in server.go.
	return backend.PluginContext{OrgID: 1, PluginID: ID, User: s.user, GrafanaConfig: grafana,
		DataSourceInstanceSettings: &backend.DataSourceInstanceSettings{UID: s.uid, JSONData: jsonData, DecryptedSecureJSONData: maps.Clone(s.secrets)}}, grafana
}

// query asks one query of the time range's last 90 days.
func (s *setup) query(t *testing.T, query string) backend.DataResponse {
	t.Helper()
	carried, grafana := s.context(t)
	response, err := s.server.QueryData(config.WithGrafanaConfig(t.Context(), grafana), &backend.QueryDataRequest{PluginContext: carried,
		Queries: []backend.DataQuery{{RefID: "A", JSON: []byte(query), TimeRange: backend.TimeRange{From: time.Now().Add(-90 * day), To: time.Now()}}}})
	require.NoError(t, err)
	require.Len(t, response.Responses, 1)
	return response.Responses["A"]
}

func (s *setup) frame(t *testing.T, query string) *data.Frame {
	t.Helper()
	answer := s.query(t, query)
	require.NoError(t, answer.Error)
	require.Len(t, answer.Frames, 1)
	return answer.Frames[0]
}

func (s *setup) resource(t *testing.T, method, path string) *backend.CallResourceResponse {
	t.Helper()
	carried, grafana := s.context(t)
	var answer *backend.CallResourceResponse
	err := s.server.CallResource(config.WithGrafanaConfig(t.Context(), grafana), &backend.CallResourceRequest{PluginContext: carried, Method: method, Path: path},
		backend.CallResourceResponseSenderFunc(func(sent *backend.CallResourceResponse) error { answer = sent; return nil }))
	require.NoError(t, err)
	return answer
}

func (s *setup) health(t *testing.T) *backend.CheckHealthResult {
	t.Helper()
	carried, grafana := s.context(t)
	result, err := s.server.CheckHealth(config.WithGrafanaConfig(t.Context(), grafana), &backend.CheckHealthRequest{PluginContext: carried})
	require.NoError(t, err)
	return result
}

// column is a field's values as texts.
func column(t *testing.T, frame *data.Frame, name string) []string {
	t.Helper()
	field, _ := frame.FieldByName(name)
	require.NotNil(t, field, name)
	var values []string
	for i := range field.Len() {
		value, _ := field.ConcreteAt(i)
		text, err := json.Marshal(value)
		require.NoError(t, err)
		values = append(values, strings.Trim(string(text), `"`))
	}
	return values
}

func requireGolden(t *testing.T, name string, frame *data.Frame) {
	t.Helper()
	written, err := json.MarshalIndent(frame, "", "  ")
	require.NoError(t, err)
	file := filepath.Join(framesFolder, name+".json")
	if *update {
		require.NoError(t, os.MkdirAll(framesFolder, 0o755))
		require.NoError(t, os.WriteFile(file, append(written, '\n'), 0o644))
		return
	}
	stored, err := os.ReadFile(file)
	require.NoError(t, err, "write it with: go test ./pkg/monitor -update")
	require.Equal(t, string(stored), string(written)+"\n")
}

// writes are the requests that could change something. A search with Resource Graph is a POST that doesn't.
func writes(fake *azuretest.Azure) []string {
	var all []string
	for _, sent := range fake.Requests() {
		if sent.Method != http.MethodGet && !strings.HasSuffix(sent.URL.Path, "/Microsoft.ResourceGraph/resources") {
			all = append(all, sent.Method+" "+sent.URL.Path)
		}
	}
	return all
}
