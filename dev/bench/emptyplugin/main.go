// Command emptyplugin is a backend plugin that answers every resource call with {}, and every query with a bare frame: what
// the plugin SDK itself costs.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

type instance struct{}

func (instance) CallResource(_ context.Context, _ *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	return sender.Send(&backend.CallResourceResponse{Status: http.StatusOK, Body: []byte("{}")})
}

// QueryData makes a frame of the size that the product's has for 1,000 endpoints, of nothing.
func (instance) QueryData(_ context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	const rows, texts = 1000, 11
	frame := data.NewFrame("Bare")
	for range texts {
		values := make([]string, rows)
		for i := range values {
			values[i] = "as long as most"
		}
		frame.Fields = append(frame.Fields, data.NewField("A text", nil, values))
	}
	frame.Fields = append(frame.Fields, data.NewField("A time", nil, make([]time.Time, rows)),
		data.NewField("A number", nil, make([]float64, rows)), data.NewField("A truth", nil, make([]bool, rows)))
	response := backend.NewQueryDataResponse()
	for _, query := range req.Queries {
		response.Responses[query.RefID] = backend.DataResponse{Frames: data.Frames{frame}}
	}
	return response, nil
}

func main() {
	newInstance := func(context.Context, backend.AppInstanceSettings) (instancemgmt.Instance, error) {
		return instance{}, nil
	}
	if err := app.Manage("benchmark-empty-app", newInstance, app.ManageOpts{}); err != nil {
		log.Fatal(err)
	}
}
