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
	e := c.sort(ctx, a, err)
	if a.writes {
		e.Hint = "It may have happened all the same: look at the data source before you try again."
	}
	return e
}

func (c *Client) sort(ctx context.Context, a action, err error) *failure.Error {
	timeout, isNet := errors.AsType[net.Error](err)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return &failure.Error{Status: 499, Code: "cancelled", Message: "The request was cancelled before the workspace's Grafana answered."}
	case errors.Is(err, httpclient.ErrResponseBodyTooLarge):
		return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_answer_too_large",
			Message: "The answer of the workspace's Grafana is larger than this plugin reads, so it was not used.",
			Hint:    "Check that nothing between the two Grafanas rewrites answers."}
	case c.publicAccessDisabled:
		return c.publicAccess(innermost(err))
	case ctx.Err() != nil, isNet && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return &failure.Error{Status: http.StatusGatewayTimeout, Code: "grafana_timeout",
			Message: "The workspace's Grafana took too long to " + a.does + ".", Hint: "Try again in a moment."}
	}
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_unreachable",
		Message: "The workspace's Grafana could not be reached.", Cause: c.plane.Scrub(innermost(err)),
		Hint: "Check that this Grafana's server may connect to " + c.plane.Origin + ", directly or through its proxy."}
}

func (c *Client) publicAccess(cause string) *failure.Error {
	return &failure.Error{Status: http.StatusForbidden, Code: "grafana_public_access_disabled",
		Message: "The workspace's Grafana is closed to the public network, and it can't be reached from here.",
		Cause:   c.plane.Scrub(cause),
		Hint:    "Give this Grafana's network a private endpoint to the workspace, or enable the workspace's public access."}
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
		e.Message, e.Hint = "The workspace's Grafana limits how often it may be asked, and the limit is reached.", "Wait, then try again."
	case status >= 500:
		e.Status, e.Code, e.RetryAfter = http.StatusServiceUnavailable, "grafana_unavailable", azure.RetryAfter(answer.Header, 0)
		e.Message, e.Hint = "The workspace's Grafana has a problem of its own and could not "+a.does+".", "Try again in a few minutes."
		if a.writes {
			e.Hint = "It may have happened all the same: look at the data source before you try again."
		}
	case status >= 400 && said.json:
		e.Status, e.Code = http.StatusUnprocessableEntity, "grafana_rejected"
		e.Message, e.Hint = "The workspace's Grafana refused to "+a.does+".", "Its own words say what is wrong; correct it and try again."
	default:
		return badAnswer(a, "unexpected status "+http.StatusText(status))
	}
	return e
}

func (c *Client) tokenRejected(e *failure.Error) {
	e.Status, e.Code = http.StatusBadGateway, "grafana_token_rejected"
	e.Message = "The workspace's Grafana did not accept the identity's token."
	e.Hint = "Give the identity the role Grafana Admin on the workspace; a new assignment can take a few minutes to count."
	if c.token {
		e.Message = "The workspace's Grafana did not accept the service account token."
		e.Hint = "Make a new token for the service account in the workspace's Grafana, and enter it on the configuration page."
	}
}

func (c *Client) forbidden(e *failure.Error, a action) {
	e.Status, e.Code = http.StatusForbidden, "grafana_forbidden"
	e.Message = "The workspace's Grafana did not let the plugin " + a.does + ": it lacks " + a.permission + "."
	enough := ""
	if !a.writes {
		enough = " (Viewer is enough to look, not to change)"
	}
	e.Hint = "Give the identity the role Grafana Admin" + enough + " on the workspace; a new assignment can take a few minutes to count."
	if c.token {
		e.Hint = "Give the service account the role Admin" + enough + " in the workspace's Grafana."
	}
}

func badAnswer(a action, why string) *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_bad_answer",
		Message: "The answer of the workspace's Grafana could not be understood when trying to " + a.does + ".", Cause: why,
		Hint: "Try again; if it stays, check that nothing between the two Grafanas rewrites or redirects answers."}
}

// innermost takes the request's URL out of a transport error.
func innermost(err error) string {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		err = wrapped.Err
	}
	return err.Error()
}
