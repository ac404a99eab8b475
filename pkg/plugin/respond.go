package plugin

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// respond writes an answer as JSON. Empty lists and maps are written as [] and {}, members of maps in order.
func respond(status int, answer any) *backend.CallResourceResponse {
	body, err := json.Marshal(answer, json.Deterministic(true), azure.AsItCame)
	if err != nil {
		backend.Logger.Error("Failed to write a response as JSON", "error", err)
		status = http.StatusInternalServerError
		body, _ = json.Marshal(failure.From(err))
	}
	return &backend.CallResourceResponse{
		Status:  status,
		Headers: map[string][]string{"Content-Type": {"application/json"}, "Cache-Control": {"no-store"}},
		Body:    body,
	}
}

// refuse logs an error and writes it as its answer. What the caller did wrong is no matter for the log.
func (a *App) refuse(ctx context.Context, req *backend.CallResourceRequest, err error) *backend.CallResourceResponse {
	known := failure.From(err)
	if known.Status >= 500 {
		logged := any(known)
		if _, classified := errors.AsType[*failure.Error](err); !classified {
			logged = failure.Scrub(err.Error())
		}
		backend.Logger.FromContext(ctx).Warn("A request failed", "method", req.Method, "route", req.Path,
			"code", known.Code, "error", logged, "requestId", known.RequestID)
	}
	response := respond(known.Status, known)
	if known.RetryAfter > 0 {
		response.Headers["Retry-After"] = []string{strconv.Itoa(known.RetryAfter)}
	}
	return response
}
