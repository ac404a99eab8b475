package azure

import (
	"context"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// Operation is a change that Azure carries out. It holds all that is needed to ask for its status later, from any Grafana
// server; a resume token of the SDK would carry full URLs through the browser.
type Operation struct {
	// Kind is create, update, delete or refresh.
	Kind string `json:"kind"`
	// Name is the endpoint's name; empty for refresh.
	Name string `json:"name"`
	// StatusPath is what CheckStatusPath accepts, or empty when there is nothing to wait for.
	StatusPath string `json:"statusPath"`
}

var writeStatuses = []int{http.StatusOK, http.StatusCreated, http.StatusAccepted, http.StatusNoContent}

// write sends one change, once: a change whose outcome isn't known is never repeated automatically.
func (c *Client) write(ctx context.Context, op operation, method, path string, body any) (statusPath string, err error) {
	ctx = httpclient.WithResponseLimit(ctx, c.limits.Body)
	ctx = policy.WithRetryOptions(ctx, policy.RetryOptions{MaxRetries: -1, TryTimeout: c.limits.Try})
	req, err := c.request(ctx, method, path, c.apiVersion)
	if err != nil {
		return "", err
	}
	if body != nil {
		if err := runtime.MarshalAsJSON(req, body); err != nil {
			return "", err
		}
	}
	resp, err := c.arm.Pipeline().Do(req)
	if err != nil {
		return "", c.classify(ctx, op, err)
	}
	if _, err := c.body(ctx, op, resp, writeStatuses...); err != nil {
		return "", err
	}
	for _, header := range []string{"Azure-AsyncOperation", "Location"} {
		if link := resp.Header.Get(header); link != "" {
			// A status that can't be asked for is no failure of the change: the resource itself tells how it went.
			if path, ok := c.statusPath(link); ok {
				return path, nil
			}
		}
	}
	return "", nil
}
