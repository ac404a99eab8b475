package azure

import (
	"context"
	"net/http"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Progress is how far an operation is.
type Progress struct {
	// Status is running, succeeded, failed or canceled.
	Status string
	// Error says why it failed or was canceled.
	Error *failure.Error
}

var readOperation = operation{does: "read the status of the change", needs: catalogue.ActionOf("readOperation")}

// Progress asks how far an operation is. Where there is no status to read (none was given, it is gone, or the identity may
// not read it) the endpoint itself tells. The operation's parts must have been validated.
func (c *Client) Progress(ctx context.Context, workspace WorkspaceID, o Operation) (Progress, error) {
	if decision := Decision(o.Kind); decision.Known() {
		return c.progressOfDecision(ctx, workspace, o, decision)
	}
	if o.StatusPath == "" {
		return c.progressOfEndpoint(ctx, workspace, o)
	}
	progress, err := c.progressOfStatus(ctx, o.StatusPath)
	switch code := codeOf(err); {
	case code == "azure_not_found" || code == "azure_rejected":
		return c.progressOfEndpoint(ctx, workspace, o)
	case code == "azure_forbidden" && o.Kind != "refresh":
		return c.progressOfEndpoint(ctx, workspace, o)
	}
	return progress, err
}

func (c *Client) progressOfStatus(ctx context.Context, statusPath string) (Progress, error) {
	ctx = httpclient.WithResponseLimit(ctx, c.limits.Body)
	// Sent as it came: Azure signs path and query.
	req, err := runtime.NewRequest(ctx, http.MethodGet, c.arm.Endpoint()+statusPath)
	if err != nil {
		return Progress{}, err
	}
	resp, err := c.arm.Pipeline().Do(req)
	if err != nil {
		return Progress{}, c.classify(ctx, readOperation, err)
	}
	body, err := c.body(ctx, readOperation, resp, http.StatusOK, http.StatusAccepted, http.StatusNoContent)
	if err != nil {
		return Progress{}, err
	}
	if len(body) == 0 {
		// Without a body the HTTP status is all there is to know, as for a status under Location.
		return Progress{Status: map[bool]string{true: "running", false: "succeeded"}[resp.StatusCode == http.StatusAccepted]}, nil
	}
	return c.readProgress(body, resp)
}

// readProgress: the end is exactly Succeeded, Failed or Canceled, everything else still runs. On success Azure sends an
// empty error object too, so its presence says nothing (recorded traffic).
func (c *Client) readProgress(body []byte, resp *http.Response) (Progress, error) {
	var status string
	var reason upstreamError
	d := newDecoder(body)
	err := d.into("", places{"status": &status, "error": func(key string) (err error) {
		reason, err = (&errorReader{decoder: d}).read(key)
		return err
	}})
	if err != nil {
		return Progress{}, badAnswer(readOperation, "the response isn't valid JSON")
	}
	switch strings.ToLower(status) {
	case "succeeded":
		return Progress{Status: "succeeded"}, nil
	case "failed":
		return Progress{"failed", c.operationFailed("The change failed in Azure.", reason, resp)}, nil
	case "canceled", "cancelled":
		return Progress{"canceled", c.operationFailed("The change was canceled in Azure.", reason, resp)}, nil
	}
	return Progress{Status: "running"}, nil
}

func (c *Client) operationFailed(what string, reason upstreamError, resp *http.Response) *failure.Error {
	e := &failure.Error{Status: http.StatusUnprocessableEntity, Code: "azure_operation_failed", Message: what,
		Cause: failure.Scrub(reason.String(), c.identity.secrets()...),
		Hint:  "The details from Azure explain why. Fix the cause, then try again."}
	if resp != nil {
		e.RequestID = requestID(resp.Header)
	}
	return e
}

// progressOfEndpoint reads the endpoint back: its provisioning state is how the last write went, and a deleted one is gone.
func (c *Client) progressOfEndpoint(ctx context.Context, workspace WorkspaceID, o Operation) (Progress, error) {
	if o.Kind == "refresh" {
		// A refresh leaves no trace that could be read back.
		return Progress{Status: "succeeded"}, nil
	}
	endpoint, err := c.Endpoint(ctx, workspace, o.Name)
	isGone := codeOf(err) == "azure_not_found"
	if err != nil && !isGone {
		return Progress{}, err
	}
	isAnother := !isGone && o.CreatedAt != "" && !endpoint.CreatedAs(o.CreatedAt)
	switch {
	case o.Kind == "delete" && (isGone || isAnother):
		return Progress{Status: "succeeded"}, nil
	case isGone:
		return Progress{"failed", c.operationFailed("The endpoint no longer exists.", upstreamError{}, nil)}, nil
	case isAnother:
		return Progress{"failed", c.operationFailed("The endpoint no longer exists: another one has its name.", upstreamError{}, nil)}, nil
	}
	state := strings.ToLower(endpoint.ProvisioningState)
	switch {
	case state == "failed", state == "canceled":
		return Progress{state, c.operationFailed("The change failed in Azure.", upstreamError{}, nil)}, nil
	case o.Kind == "delete":
		return Progress{Status: "running"}, nil
	case state == "succeeded", state == "":
		return Progress{Status: "succeeded"}, nil
	}
	return Progress{Status: "running"}, nil
}
