package azure

import (
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// NewHTTPClient makes the one client that all outbound requests of the process share, so that connections stay alive
// when Grafana re-creates a plugin instance. It follows no redirects (a token must not travel to where an answer
// points), forwards nothing of the inbound request, and bounds time and body.
func NewHTTPClient(limits Limits, options httpclient.Options) (*http.Client, error) {
	timeouts := httpclient.DefaultTimeoutOptions
	timeouts.Timeout = limits.Try
	options.Timeouts = &timeouts
	// A written list leaves out the SDK's middlewares that copy headers of the inbound request.
	options.Middlewares = []httpclient.Middleware{httpclient.ResponseLimitMiddleware(limits.Body)}
	options.ConfigureClient = func(_ httpclient.Options, client *http.Client) {
		client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	}
	return httpclient.New(options)
}
