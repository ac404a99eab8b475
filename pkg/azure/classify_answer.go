package azure

import (
	"net/http"
	"regexp"
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
		e.Status, e.Code = http.StatusBadGateway, "azure_token_rejected"
		e.Message = "Azure did not accept the identity's token."
		e.Hint = "Check that the identity belongs to the tenant of the workspace's subscription, and that the server's clock is right."
	case status == http.StatusForbidden:
		forbidden(e, op, upstream.message)
	case status == http.StatusNotFound:
		notFound(e, op, upstream.code)
	case status == http.StatusConflict, status == http.StatusPreconditionFailed:
		e.Status, e.Code = http.StatusConflict, "azure_conflict"
		e.Message = "Another change to this resource is still in progress, so Azure refused to " + op.does + "."
		e.Hint = "Wait until it is done, then try again."
		e.RetryAfter = retryAfter(resp.Header, conflictWait)
	case status == http.StatusTooManyRequests:
		e.Status, e.Code = http.StatusTooManyRequests, "azure_throttled"
		e.Message = "Azure limits how often this identity may ask, and the limit is reached."
		e.Hint = "Wait, then try again. Other tools that use the same identity count too."
		e.RetryAfter = retryAfter(resp.Header, throttleWait)
	case status == http.StatusGatewayTimeout, status == http.StatusRequestTimeout:
		timeout := timedOut(op)
		timeout.Cause, timeout.RequestID = e.Cause, e.RequestID
		return timeout
	case status >= 500:
		e.Status, e.Code = http.StatusServiceUnavailable, "azure_unavailable"
		e.Message = "Azure has a problem of its own and could not " + op.does + "."
		e.Hint = "Try again in a few minutes; if it stays, look at Azure's status page."
		e.RetryAfter = retryAfter(resp.Header, 0)
	case status >= 400:
		rejected(e, op, upstream.code)
	default:
		e = badAnswer(op, "unexpected status "+resp.Status)
		e.RequestID = requestID(resp.Header)
	}
	return e
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
	e.Message = "Azure refused to " + op.does + "."
	e.Hint = "Azure's own words say what is wrong; correct it and try again."
	switch code {
	case "MissingSubscriptionRegistration":
		e.Hint = "The subscription has to be registered for Microsoft.Dashboard: az provider register --namespace Microsoft.Dashboard."
	case "NoRegisteredProviderFound", "InvalidResourceType", "InvalidApiVersionParameter":
		e.Hint = "This cloud may not know the API version that is asked for; set another in the plugin's settings (apiVersion), such as 2023-09-01."
	case "ScopeLocked":
		e.Hint = "A lock protects the resource. Whoever owns it has to remove the lock first."
	case "RequestDisallowedByPolicy":
		e.Hint = "An Azure Policy forbids this. Whoever is responsible for it can tell what is allowed."
	}
}

var actionInMessage = regexp.MustCompile(`action '([A-Za-z0-9./*]+)'`)

func forbidden(e *failure.Error, op operation, message string) {
	action := op.needs.Action
	if named := actionInMessage.FindStringSubmatch(message); named != nil {
		action = named[1]
	}
	e.Status, e.Code = http.StatusForbidden, "azure_forbidden"
	e.Message = "The identity may not " + op.does + ": it lacks " + action + "."
	where := "the workspace or its resource group"
	if op.onTarget {
		where = "the target or its resource group"
	}
	e.Hint = "Give it the role " + op.needs.Role + " on " + where + " (or a custom role with that action). A new assignment can take a few minutes to count."
}

func noSuchTarget() *failure.Error {
	return &failure.Error{Status: http.StatusNotFound, Code: "azure_not_found",
		Message: "Azure knows no such target, or the identity may not see it.",
		Hint:    "Check its resource id; to read it, the identity needs the role Reader on it."}
}

func notFound(e *failure.Error, op operation, code string) {
	if op.onTarget {
		*e = *noSuchTarget()
		return
	}
	parent := strings.HasPrefix(code, "Parent") || code == "ResourceGroupNotFound" || code == "SubscriptionNotFound"
	if op.ofWorkspace || parent {
		e.Status, e.Code = http.StatusNotFound, "workspace_not_found"
		e.Message = "Azure knows no such workspace, or the identity may not see it."
		e.Hint = "Check the workspace's resource id on the configuration page, and that the identity can read it."
		return
	}
	e.Status, e.Code = http.StatusNotFound, "azure_not_found"
	e.Message = "Azure found nothing there when trying to " + op.does + "."
	e.Hint = "It may have been deleted meanwhile. Read the list again."
}
