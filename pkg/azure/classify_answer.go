package azure

import (
	"net/http"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Seconds to wait when Azure doesn't say: writes to one workspace settle in about a minute.
const conflictWait, throttleWait = 15, 10

// classifyAnswer sorts an answer with an error status. Codes: Azure's common error codes and facts seen in the field.
func (c *Client) classifyAnswer(op operation, resp *http.Response) *failure.Error {
	upstream := readUpstreamError(resp)
	e := &failure.Error{
		Cause:     failure.Scrub(upstream.String(), c.identity.secrets()...),
		RequestID: requestID(resp.Header),
	}
	switch status := resp.StatusCode; {
	case isRejection(upstream.code):
		rejected(e, op, upstream.code)
	case status == http.StatusUnauthorized:
		rejected := tokenRejected()
		rejected.Cause, rejected.RequestID = e.Cause, e.RequestID
		return rejected
	case status == http.StatusForbidden:
		forbidden(e, op, upstream)
	case status == http.StatusNotFound:
		notFound(e, op, upstream.code)
	case isBusy(upstream.code) && status < 500:
		e.Status, e.Code = http.StatusConflict, "azure_conflict"
		e.Message = "Couldn't " + op.does + ": another change to this resource is in progress."
		e.Hint = "Wait until it completes, then try again."
		e.RetryAfter = retryAfter(resp.Header, conflictWait)
	case status == http.StatusTooManyRequests:
		e.Status, e.Code = http.StatusTooManyRequests, "azure_throttled"
		e.Message = "Too many requests: Azure is throttling this identity."
		e.Hint = "Wait, then try again. Requests from other tools that use the same identity count toward the limit."
		e.RetryAfter = retryAfter(resp.Header, throttleWait)
	case status == http.StatusGatewayTimeout, status == http.StatusRequestTimeout:
		timeout := timedOut(op)
		timeout.Cause, timeout.RequestID = e.Cause, e.RequestID
		return timeout
	case status >= 500:
		e.Status, e.Code = http.StatusServiceUnavailable, "azure_unavailable"
		e.Message = "Azure is unavailable and couldn't " + op.does + "."
		e.Hint = "Try again in a few minutes. If the problem persists, check Azure status."
		e.RetryAfter = retryAfter(resp.Header, 0)
	case status >= 400:
		rejected(e, op, upstream.code)
	default:
		e = badAnswer(op, "unexpected status "+resp.Status)
		e.RequestID = requestID(resp.Header)
	}
	return e
}

// isBusy tells codes of another change in progress: it ends, so waiting helps. Other conflicts stay until someone acts.
func isBusy(code string) bool {
	lower := strings.ToLower(code)
	return lower == "conflictinprocessing" || strings.HasSuffix(lower, "inprogress") || strings.Contains(lower, "anotheroperation")
}

func tokenRejected() *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "azure_token_rejected",
		Message: "Azure rejected the identity's access token.",
		Hint:    "Check that the identity belongs to the same tenant as the workspace's subscription, and that the server's clock is correct."}
}

// isRejection tells codes that mean "no" whatever the status is: waiting or more rights of the usual kind don't help.
func isRejection(code string) bool {
	switch code {
	case "MissingSubscriptionRegistration", "NoRegisteredProviderFound", "InvalidResourceType", "InvalidApiVersionParameter",
		"ScopeLocked", "RequestDisallowedByPolicy":
		return true
	}
	return false
}

func rejected(e *failure.Error, op operation, code string) {
	e.Status, e.Code = http.StatusUnprocessableEntity, "azure_rejected"
	e.Message = "Azure rejected the request to " + op.does + "."
	e.Hint = "The details from Azure explain why. Fix the cause, then try again."
	switch code {
	case "MissingSubscriptionRegistration":
		e.Hint = "Register the Microsoft.Dashboard resource provider in the subscription: az provider register --namespace Microsoft.Dashboard."
	case "NoRegisteredProviderFound", "InvalidResourceType", "InvalidApiVersionParameter":
		e.Hint = "This cloud may not support the API version. Set another one, such as 2023-09-01, in the plugin settings (apiVersion)."
	case "ScopeLocked":
		e.Hint = "The resource is locked. An owner of the resource must remove the lock first."
	case "RequestDisallowedByPolicy":
		e.Hint = "An Azure Policy assignment doesn't allow this. Contact the administrator who manages the policy."
	}
}

func noSuchTarget() *failure.Error {
	return &failure.Error{Status: http.StatusNotFound, Code: "azure_not_found",
		Message: "The target resource wasn't found, or the identity doesn't have access to it.",
		Hint:    "Check the resource ID. The identity needs the role Reader on the target resource."}
}

func notFound(e *failure.Error, op operation, code string) {
	if op.onTarget {
		*e = *noSuchTarget()
		return
	}
	parent := strings.HasPrefix(code, "Parent") || code == "ResourceGroupNotFound" || code == "SubscriptionNotFound"
	if op.ofWorkspace || parent {
		e.Status, e.Code = http.StatusNotFound, "workspace_not_found"
		e.Message = "The workspace wasn't found, or the identity doesn't have access to it."
		e.Hint = "Check the resource ID of the workspace on the configuration page. The identity needs the role Reader on the workspace."
		return
	}
	e.Status, e.Code = http.StatusNotFound, "azure_not_found"
	e.Message = "Couldn't " + op.does + ": it wasn't found in Azure."
	e.Hint = "It may have been deleted. Reload the list."
}
