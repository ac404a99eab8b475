package plugin

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/config"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// testLimits keep retries short and bounds small enough to run into. Time is no matter: a busy machine needs its own.
var testLimits = azure.Limits{
	Try: 20 * time.Second, Call: time.Minute,
	Retries: 1000, RetryDelay: time.Millisecond, MaxRetryDelay: 20 * time.Millisecond,
	Body: 1 << 20, List: 4 << 20, Pages: 20,
}

var adminUser = &backend.User{Login: "admin", Role: "Admin"}

// proxied holds what was asked of the tests' proxy. A process reads the variables of its proxy once, and asks none for
// addresses of its own machine, such as those of the scripted servers.
var proxied sync.Map

func TestMain(m *testing.M) {
	proxy := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { proxied.Store(r.URL.Host, true) }))
	for name, value := range map[string]string{"HTTP_PROXY": proxy.URL, "NO_PROXY": "", "no_proxy": ""} {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	code := m.Run()
	proxy.Close()
	os.Exit(code)
}

// setup is one stored configuration, changed by a test before it makes an app of it.
type setup struct {
	jsonData map[string]any
	secrets  map[string]string
	config   map[string]string
	options  httpclient.Options
	limits   azure.Limits
}

func newSetup(fake *azuretest.Azure) *setup {
	return &setup{
		jsonData: map[string]any{
			"workspaceId": azuretest.WorkspaceID,
			"azureCredentials": map[string]any{
				"authType": "clientsecret", "azureCloud": azuretest.CloudName,
				"tenantId": azuretest.TenantID, "clientId": azuretest.ClientID,
			},
		},
		secrets: map[string]string{"azureClientSecret": azuretest.ClientSecret},
		config:  map[string]string{"GFAZPL_AZURE_CLOUDS_CONFIG": fake.CloudsConfig()},
		options: fake.HTTPOptions(),
		limits:  testLimits,
	}
}

// hurried gives calls so little time that a test can wait for its end.
func (s *setup) hurried() *setup {
	s.limits.Try, s.limits.Call = time.Second, 3*time.Second
	return s
}

func (s *setup) credentials() map[string]any { return s.jsonData["azureCredentials"].(map[string]any) }

func (s *setup) app(t testing.TB) *App {
	t.Helper()
	factory, err := NewFactory(s.limits, s.options)
	require.NoError(t, err)
	return s.appOf(t, factory)
}

// appOf is app with connections and tokens that other apps of the process may share.
func (s *setup) appOf(t testing.TB, factory *azure.Factory) *App {
	t.Helper()
	jsonData, err := json.Marshal(s.jsonData)
	require.NoError(t, err)
	ctx := config.WithGrafanaConfig(context.Background(), config.NewGrafanaCfg(maps.Clone(s.config)))
	return newApp(ctx, backend.AppInstanceSettings{JSONData: jsonData, DecryptedSecureJSONData: s.secrets}, factory)
}

func newTestApp(t *testing.T) (*App, *azuretest.Azure) {
	t.Helper()
	fake := azuretest.Start(t)
	return newSetup(fake).app(t), fake
}

// request is one resource call; send returns status and body.
type request struct {
	method, path string
	user         *backend.User
	body         string
	org          int64
	headers      map[string][]string
	settings     *backend.AppInstanceSettings
}

func get(path string) request { return request{method: http.MethodGet, path: path, user: adminUser} }

func change(method, path, body string) request {
	return request{method: method, path: path, user: adminUser, body: body,
		headers: map[string][]string{"Content-Type": {"application/json"}}}
}

func (r request) send(t *testing.T, app backend.CallResourceHandler) *backend.CallResourceResponse {
	t.Helper()
	return r.sendWith(t, context.Background(), app)
}

func (r request) sendWith(t *testing.T, ctx context.Context, app backend.CallResourceHandler) *backend.CallResourceResponse {
	t.Helper()
	var answers []*backend.CallResourceResponse
	path, _, _ := strings.Cut(r.path, "?")
	if unescaped, err := url.PathUnescape(path); err == nil {
		path = unescaped
	}
	err := app.CallResource(ctx, &backend.CallResourceRequest{
		//lint:ignore SA1019 as in call.go.
		PluginContext: backend.PluginContext{OrgID: r.org, User: r.user, AppInstanceSettings: r.settings},
		Method:        r.method, Path: path, URL: r.path, Headers: r.headers, Body: []byte(r.body),
	}, backend.CallResourceResponseSenderFunc(func(answer *backend.CallResourceResponse) error {
		answers = append(answers, answer)
		return nil
	}))
	require.NoError(t, err)
	require.Len(t, answers, 1)
	return answers[0]
}

// withInbound is a context as the SDK gives it to handlers: its default middlewares for outbound requests copy the inbound
// one's headers (backend/http_headers.go).
func withInbound(ctx context.Context) context.Context {
	return httpclient.WithContextualMiddleware(ctx, httpclient.MiddlewareFunc(func(_ httpclient.Options, next http.RoundTripper) http.RoundTripper {
		return httpclient.RoundTripperFunc(func(req *http.Request) (*http.Response, error) {
			req.Header.Set("X-Inbound", "x")
			return next.RoundTrip(req)
		})
	}))
}

func decodeAnswer[T any](t *testing.T, answer *backend.CallResourceResponse) T {
	t.Helper()
	var decoded T
	require.NoError(t, json.Unmarshal(answer.Body, &decoded), string(answer.Body))
	return decoded
}

// refusal is the error body.
type refusal struct {
	Code, Message, Field, Cause, Hint, RequestID string
	RetryAfter                                   int
}

func requireRefusal(t *testing.T, answer *backend.CallResourceResponse, status int, code string) refusal {
	t.Helper()
	require.Equal(t, status, answer.Status, string(answer.Body))
	decoded := decodeAnswer[refusal](t, answer)
	require.Equal(t, code, decoded.Code, string(answer.Body))
	require.NotEmpty(t, decoded.Message)
	return decoded
}
