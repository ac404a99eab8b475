package azure

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/streaming"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// GrafanaAudience is what a token for a workspace's own Grafana is asked for (Microsoft Learn, "Call Grafana APIs").
const GrafanaAudience = "https://dashboard.azure.com"

// ErrRefused is for a token that a workspace's Grafana refused a moment ago.
var ErrRefused = errors.New("the token was refused a moment ago")

// DataPlane is the way to one workspace's own Grafana: one origin, one token.
type DataPlane struct {
	// Origin is such as https://contoso-abcd.weu.grafana.azure.com.
	Origin   string
	dialled  dialled
	pipeline runtime.Pipeline
	limits   Limits
	secrets  []string
}

// PlaneRequest is one request to a workspace's Grafana. Path and query are built from validated parts.
type PlaneRequest struct {
	Method, Path string
	Query        url.Values
	Header       http.Header
	// Body is JSON, or nil.
	Body []byte
	// Slow lets one attempt take as long as the whole call may: a health check waits for its data store.
	Slow bool
}

// PlaneAnswer is what it answered, whatever its status.
type PlaneAnswer struct {
	Status int
	Header http.Header
	Body   []byte

	secrets []string
}

// Hide takes this way's secrets, the token that was sent too, out of a text that came as part of the answer.
func (a PlaneAnswer) Hide(text string) string { return failure.Hide(text, a.secrets...) }

// Scrub is Hide for a text that is shown or logged as the cause of a failure.
func (a PlaneAnswer) Scrub(text string) string { return failure.Scrub(text, a.secrets...) }

// DataPlane opens the way to the Grafana of a workspace that was just read. With a service account token that one is
// used, else the identity's own. The origin comes from Resource Manager and is pinned before any token is asked for.
func (c *Client) DataPlane(workspace Workspace, serviceAccountToken string) (*DataPlane, error) {
	address, err := parseOrigin(workspace.Endpoint)
	if err != nil {
		return nil, &failure.Error{Status: http.StatusBadGateway, Code: "grafana_address_unknown",
			Message: "Azure returned no HTTPS endpoint for the workspace's Grafana.",
			Hint:    "Check the Endpoint URL on the workspace's overview page in the Azure portal. A workspace that is still being created has none."}
	}
	if err := c.cloud.checkGrafanaHost(address); err != nil {
		return nil, err
	}
	pinned := pin{allowed: originOf(address), client: c.planeHTTP}
	signer := planeSigner{token: serviceAccountToken, client: c}
	perCall := []policy.Policy{pinPolicy{pinned}}
	if serviceAccountToken == "" {
		perCall = append(perCall, renewToken{c.credential, &c.credential.refusedByGrafana, ErrRefused})
	}
	pipeline := runtime.NewPipeline(module, moduleVersion, runtime.PipelineOptions{PerRetry: []policy.Policy{signer}}, &policy.ClientOptions{
		Transport: pinned, PerCallPolicies: perCall,
		Retry: c.limits.readRetries(c.retries),
	})
	to := dialled{host: address.Hostname(), trusted: c.cloud.trusts(address.Hostname())}
	return &DataPlane{Origin: workspace.Endpoint, dialled: to, pipeline: pipeline, limits: c.limits,
		secrets: append(c.identity.secrets(), serviceAccountToken)}, nil
}

// Do sends a request. Reads are repeated when that may help; anything else is sent once.
func (p *DataPlane) Do(ctx context.Context, r PlaneRequest) (PlaneAnswer, error) {
	ctx = context.WithValue(httpclient.WithResponseLimit(ctx, p.limits.Body), dialledKey{}, p.dialled)
	if r.Method != http.MethodGet || r.Slow {
		options := policy.RetryOptions{MaxRetries: -1}
		if !r.Slow {
			options.TryTimeout = p.limits.Try
		}
		ctx = policy.WithRetryOptions(ctx, options)
	}
	req, err := runtime.NewRequest(ctx, r.Method, p.Origin+(&url.URL{Path: r.Path}).EscapedPath())
	if err != nil {
		return PlaneAnswer{}, err
	}
	req.Raw().URL.RawQuery = r.Query.Encode()
	for name, values := range r.Header {
		req.Raw().Header[name] = values
	}
	req.Raw().Header.Set("Accept", "application/json")
	if r.Body != nil {
		if err := req.SetBody(streaming.NopCloser(bytes.NewReader(r.Body)), "application/json"); err != nil {
			return PlaneAnswer{}, err
		}
	}
	resp, err := p.pipeline.Do(req)
	if err != nil {
		return PlaneAnswer{}, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	sent := strings.TrimPrefix(resp.Request.Header.Get("Authorization"), "Bearer ")
	return PlaneAnswer{resp.StatusCode, resp.Header, body, append([]string{sent}, p.secrets...)}, err
}

// Scrub takes this way's secrets out of a text.
func (p *DataPlane) Scrub(text string) string { return failure.Scrub(text, p.secrets...) }

// planeSigner sets the token of each attempt.
type planeSigner struct {
	token  string
	client *Client
}

func (s planeSigner) Do(req *policy.Request) (*http.Response, error) {
	token := s.token
	if token == "" {
		got, err := s.client.credential.GetToken(req.Raw().Context(), policy.TokenRequestOptions{
			Scopes: []string{s.client.cloud.grafanaAudience + "/.default"},
		})
		if err != nil {
			return nil, err
		}
		token = got.Token
	}
	req.Raw().Header.Set("Authorization", "Bearer "+token)
	return req.Next()
}
