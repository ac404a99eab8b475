package azure

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/url"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// classify turns whatever a call to Resource Manager ended with into the one error shape.
func (c *Client) classify(ctx context.Context, op operation, err error) error {
	e := c.sort(ctx, op, err)
	if op.writes {
		switch e.Code {
		case "azure_timeout", "azure_unreachable", "azure_unavailable", "azure_answer_too_large", "azure_bad_answer", "cancelled":
			e.Hint = "Azure may have done it all the same: read the list again before you try once more."
		}
	}
	return e
}

func (c *Client) sort(ctx context.Context, op operation, err error) *failure.Error {
	if known, ok := errors.AsType[*failure.Error](err); ok {
		return known
	}
	if ctx.Err() != nil {
		return ended(ctx, op)
	}
	if answer, ok := errors.AsType[*azcore.ResponseError](err); ok && answer.RawResponse != nil {
		return c.classifyAnswer(op, answer.RawResponse)
	}
	if errors.Is(err, httpclient.ErrResponseBodyTooLarge) {
		return tooLarge()
	}
	if isTimeout(err) {
		return timedOut(op)
	}
	return &failure.Error{Status: http.StatusBadGateway, Code: "azure_unreachable",
		Message: "Grafana's server could not reach Azure's Resource Manager.",
		Cause:   failure.Scrub(innermost(err), c.identity.secrets()...),
		Hint:    connectionHint(err, c.cloud.resourceManager)}
}

// Ended is the failure of a caller who left, or whose time was up, while others' reading of the endpoints was awaited.
func Ended(ctx context.Context) error { return ended(ctx, listEndpoints) }

// ended is a call that stopped because its caller left or its time was up.
func ended(ctx context.Context, op operation) *failure.Error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return &failure.Error{Status: 499, Code: "cancelled", Message: "The request was cancelled before Azure answered."}
	}
	return timedOut(op)
}

func timedOut(op operation) *failure.Error {
	return &failure.Error{Status: http.StatusGatewayTimeout, Code: "azure_timeout",
		Message: "Azure took too long to " + op.does + ".",
		Hint:    "Try again in a moment; if it stays, look at Azure's status page and at the network between Grafana and Azure."}
}

func tooLarge() *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "azure_answer_too_large",
		Message: "Azure's answer is larger than this plugin reads, so it was not used.",
		Hint:    "Check that nothing between Grafana and Azure rewrites answers."}
}

func badAnswer(op operation, why string) *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "azure_bad_answer",
		Message: "Azure's answer could not be understood when trying to " + op.does + ".", Cause: why,
		Hint: "Try again; if it stays, check that nothing between Grafana and Azure rewrites answers."}
}

// innermost takes the request's URL out of a transport error: status URLs carry signatures.
func innermost(err error) string {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		err = wrapped.Err
	}
	return err.Error()
}

func connectionHint(err error, to *url.URL) string {
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return "Grafana's server doesn't trust the certificate of " + to.Host + ". Add its certificate authority to the server's trust store."
	}
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		return "Grafana's server can't resolve " + to.Host + ". Check its name resolution."
	}
	return "Check that Grafana's server may connect to " + to.Host + ", directly or through its proxy."
}
