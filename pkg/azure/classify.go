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
			e.Hint = "The change may still have been applied. Reload the list before you try again."
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
		Message: "The Grafana server couldn't connect to Azure Resource Manager.",
		Cause:   failure.Scrub(innermost(err), c.identity.secrets()...),
		Hint:    connectionHint(err, c.cloud.resourceManager)}
}

// Ended is the failure of a caller who left, or whose time was up, while others' reading of the endpoints was awaited.
func Ended(ctx context.Context) error { return ended(ctx, listEndpoints) }

// ended is a call that stopped because its caller left or its time was up.
func ended(ctx context.Context, op operation) *failure.Error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return &failure.Error{Status: 499, Code: "cancelled", Message: "The request was canceled before Azure responded."}
	}
	return timedOut(op)
}

func timedOut(op operation) *failure.Error {
	return &failure.Error{Status: http.StatusGatewayTimeout, Code: "azure_timeout",
		Message: "Azure took too long to " + op.does + ".",
		Hint:    "Try again. If the problem persists, check Azure status and the network connection between Grafana and Azure."}
}

func tooLarge() *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "azure_answer_too_large",
		Message: "Azure's response exceeds the size limit of this plugin.",
		Hint:    "Check whether a proxy between Grafana and Azure modifies responses."}
}

func badAnswer(op operation, why string) *failure.Error {
	return &failure.Error{Status: http.StatusBadGateway, Code: "azure_bad_answer",
		Message: "Couldn't " + op.does + ": Azure returned an invalid response.", Cause: why,
		Hint: "Try again. If the problem persists, check whether a proxy between Grafana and Azure modifies responses."}
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
		return "The Grafana server doesn't trust the certificate of " + to.Host + ". Add the certificate authority that issued it to the trust store of the server."
	}
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		return "The Grafana server can't resolve " + to.Host + ". Check its DNS settings."
	}
	return "Check that the Grafana server can connect to " + to.Host + ", directly or through a proxy."
}
