package azure

import (
	"context"
	"net/http"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// Operation is a change that Azure carries out. It holds all that is needed to ask for its status later, from any Grafana
// server; a resume token of the SDK would carry full URLs through the browser.
type Operation struct {
	// Kind is create, update, delete, refresh, approve or reject.
	Kind string `json:"kind"`
	// Name is the endpoint's name; empty for refresh.
	Name string `json:"name"`
	// StatusPath is what CheckStatusPath accepts, or empty when there is nothing to wait for.
	StatusPath string `json:"statusPath"`
	// CreatedAt says which endpoint of that name it is about; empty for refresh, and where Azure doesn't tell.
	CreatedAt string `json:"createdAt"`
}

var writeStatuses = []int{http.StatusOK, http.StatusCreated, http.StatusAccepted, http.StatusNoContent}

// written is how Azure took a change.
type written struct {
	statusPath string
	body       []byte
}

// write sends one change, once: a change whose outcome isn't known is never repeated automatically. Whether Azure heeds etag
// isn't documented; whoever changes something reads again all the same.
func (c *Client) write(ctx context.Context, op operation, method, path, apiVersion, etag string, body any) (written, error) {
	ctx = httpclient.WithResponseLimit(ctx, c.limits.Body)
	ctx = policy.WithRetryOptions(ctx, policy.RetryOptions{MaxRetries: -1, TryTimeout: c.limits.Try})
	req, err := c.request(ctx, method, path, apiVersion)
	if err != nil {
		return written{}, err
	}
	// A weak tag never matches (RFC 9110, 13.1.1).
	if etag != "" && !strings.HasPrefix(etag, "W/") {
		req.Raw().Header.Set("If-Match", etag)
	}
	if body != nil {
		if err := runtime.MarshalAsJSON(req, body); err != nil {
			return written{}, err
		}
	}
	resp, err := c.arm.Pipeline().Do(req)
	if err != nil {
		return written{}, c.classify(ctx, op, err)
	}
	answer, err := c.body(ctx, op, resp, writeStatuses...)
	if err != nil {
		return written{}, err
	}
	for _, header := range []string{"Azure-AsyncOperation", "Location"} {
		if link := resp.Header.Get(header); link != "" {
			// A status that can't be asked for is no failure of the change: the resource itself tells how it went.
			if path, ok := c.statusPath(link); ok {
				return written{path, answer}, nil
			}
		}
	}
	return written{"", answer}, nil
}
