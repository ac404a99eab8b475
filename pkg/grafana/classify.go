package grafana

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// classify sorts a request that ended without an answer.
func (c *Client) classify(ctx context.Context, a action, err error) error {
	if known, ok := errors.AsType[*failure.Error](err); ok {
		return known
	}
	if errors.Is(err, azure.ErrRefused) {
		e := &failure.Error{}
		c.tokenRejected(e)
		return e
	}
	e := c.sort(ctx, a, err)
	if a.writes {
		e.Hint = "The change may still have been applied. Check the data source before you try again."
	}
	return e
}

func (c *Client) sort(ctx context.Context, a action, err error) *failure.Error {
	timeout, isNet := errors.AsType[net.Error](err)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return &failure.Error{Status: 499, Code: "cancelled", Message: "The request was canceled before the workspace's Grafana responded."}
	case errors.Is(err, httpclient.ErrResponseBodyTooLarge):
		return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_answer_too_large",
			Message: "The response from the workspace's Grafana exceeds the size limit of this plugin.",
			Hint:    "Check whether a proxy between the two Grafana servers modifies responses."}
	case c.publicAccessDisabled:
		return c.publicAccess(innermost(err))
	case ctx.Err() != nil, isNet && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return &failure.Error{Status: http.StatusGatewayTimeout, Code: "grafana_timeout",
			Message: "The workspace's Grafana took too long to " + a.does + ".", Hint: "Try again in a moment."}
	}
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_unreachable",
		Message: "Couldn't connect to the workspace's Grafana.", Cause: c.plane.Scrub(innermost(err)),
		Hint: "Check that the server of this Grafana can connect to " + c.plane.Origin + ", directly or through a proxy."}
}

func (c *Client) publicAccess(cause string) *failure.Error {
	return &failure.Error{Status: http.StatusForbidden, Code: "grafana_public_access_disabled",
		Message: "Public access to the workspace's Grafana is disabled, and this Grafana can't connect to it.",
		Cause:   c.plane.Scrub(cause),
		Hint:    "Create a private endpoint to the workspace in the network of this Grafana and have its host listed in grafana_hosts, or enable public access to the workspace."}
}

// classifyAnswer sorts an answer with another status than 200.
func (c *Client) classifyAnswer(a action, answer azure.PlaneAnswer) error {
	said := readMessage(answer)
	e := &failure.Error{Cause: answer.Scrub(said.text)}
	switch status := answer.Status; {
	case status == http.StatusForbidden && c.publicAccessDisabled && !said.json:
		return c.publicAccess(said.text)
	case status == http.StatusUnauthorized:
		c.tokenRejected(e)
	case status == http.StatusForbidden && said.isReadOnly():
		*e = *readOnly()
	case status == http.StatusForbidden:
		c.forbidden(e, a)
	case status == http.StatusNotFound && a.subject != "":
		*e = *notFound(a.subject)
	case status == http.StatusConflict || status == http.StatusPreconditionFailed:
		*e = *conflict()
		if said.isTaken() {
			*e = *taken()
		}
	case status == http.StatusTooManyRequests:
		e.Status, e.Code, e.RetryAfter = http.StatusTooManyRequests, "grafana_throttled", azure.RetryAfter(answer.Header, 10)
		e.Message, e.Hint = "Too many requests to the workspace's Grafana.", "Wait, then try again."
	case status >= 500:
		e.Status, e.Code, e.RetryAfter = http.StatusServiceUnavailable, "grafana_unavailable", azure.RetryAfter(answer.Header, 0)
		e.Message, e.Hint = "The workspace's Grafana is unavailable and couldn't "+a.does+".", "Try again in a few minutes."
		if a.writes {
			e.Hint = "The change may still have been applied. Check the data source before you try again."
		}
	case status >= 400 && said.json:
		e.Status, e.Code = http.StatusUnprocessableEntity, "grafana_rejected"
		e.Message, e.Hint = "The workspace's Grafana rejected the request to "+a.does+".", "The details from Grafana explain why. Fix the cause, then try again."
	default:
		return badAnswer(a, "unexpected status "+http.StatusText(status))
	}
	return e
}

func (c *Client) tokenRejected(e *failure.Error) {
	e.Status, e.Code = http.StatusBadGateway, "grafana_token_rejected"
	e.Message = "The workspace's Grafana rejected the identity's access token."
	e.Hint = "Assign the identity the role Grafana Admin on the workspace. Role assignments can take a few minutes to take effect."
	if c.token {
		e.Message = "The workspace's Grafana rejected the service account token."
		e.Hint = "Create a new token for the service account in the workspace's Grafana, and enter it on the configuration page."
	}
}

func (c *Client) forbidden(e *failure.Error, a action) {
	e.Status, e.Code = http.StatusForbidden, "grafana_forbidden"
	e.Message = "The plugin doesn't have permission to " + a.does + " in the workspace's Grafana. Missing: " + a.permission + "."
	enough := ""
	if !a.writes {
		enough = " (Viewer is enough for read access)"
	}
	e.Hint = "Assign the identity the role Grafana Admin" + enough + " on the workspace. Role assignments can take a few minutes to take effect."
	if c.token {
		e.Hint = "Assign the service account the role Admin" + enough + " in the workspace's Grafana."
	}
}

func badAnswer(a action, why string) *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_bad_answer",
		Message: "Couldn't " + a.does + ": the workspace's Grafana returned an invalid response.", Cause: why,
		Hint: "Try again. If the problem persists, check whether a proxy between the two Grafana servers modifies or redirects responses."}
}

// innermost takes the request's URL out of a transport error.
func innermost(err error) string {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		err = wrapped.Err
	}
	return err.Error()
}
