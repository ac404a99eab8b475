package azure

import (
	"context"
	"net/http"
	"net/url"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// operation is one named thing that the plugin does in Azure.
type operation struct {
	// does completes the sentence "Azure didn't let the plugin …".
	does string
	// needs is what Resource Manager checks for it.
	needs catalogue.Action
	// ofWorkspace is true when a 404 means that the workspace itself is gone.
	ofWorkspace bool
	// onTarget is true when permissions are needed on the target instead of the workspace.
	onTarget bool
	// onGroup is true when they are needed on the workspace's resource group: on the workspace alone they don't count.
	onGroup bool
	// writes is true for a change: when its outcome isn't known, it may have happened.
	writes bool
}

// get reads one resource and returns the answer's body. Path is rebuilt from validated parts, never taken from a caller.
func (c *Client) get(ctx context.Context, op operation, path, apiVersion string) ([]byte, error) {
	body, _, err := c.getWithETag(ctx, op, path, apiVersion)
	return body, err
}

// getWithETag is get, and the answer's entity tag where it has one.
func (c *Client) getWithETag(ctx context.Context, op operation, path, apiVersion string) (body []byte, etag string, err error) {
	ctx = httpclient.WithResponseLimit(ctx, c.limits.Body)
	req, err := c.request(ctx, http.MethodGet, path, apiVersion)
	if err != nil {
		return nil, "", err
	}
	resp, err := c.arm.Pipeline().Do(req)
	if err != nil {
		return nil, "", c.classify(ctx, op, err)
	}
	body, err = c.body(ctx, op, resp, http.StatusOK)
	return body, resp.Header.Get("ETag"), err
}

func (c *Client) request(ctx context.Context, method, path, apiVersion string) (*policy.Request, error) {
	req, err := runtime.NewRequest(ctx, method, c.arm.Endpoint()+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		return nil, err
	}
	req.Raw().URL.RawQuery = url.Values{"api-version": {apiVersion}}.Encode()
	req.Raw().Header.Set("Accept", "application/json")
	return req, nil
}

// body returns what the SDK has read already, or the classified error when the status isn't one of the given.
func (c *Client) body(ctx context.Context, op operation, resp *http.Response, wanted ...int) ([]byte, error) {
	if !runtime.HasStatusCode(resp, wanted...) {
		return nil, c.classify(ctx, op, runtime.NewResponseError(resp))
	}
	body, err := runtime.Payload(resp)
	if err != nil {
		return nil, c.classify(ctx, op, err)
	}
	return body, nil
}

// at names the action that reading a target of this type needs.
func (op operation) at(id TargetID) operation {
	op.needs.Action = id.Type() + op.needs.Action[len("*"):]
	op.onTarget = true
	return op
}
