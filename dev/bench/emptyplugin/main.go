// Command emptyplugin is a backend plugin that answers every resource call with {}: what the plugin SDK itself costs.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
)

type instance struct{}

func (instance) CallResource(_ context.Context, _ *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	return sender.Send(&backend.CallResourceResponse{Status: http.StatusOK, Body: []byte("{}")})
}

func main() {
	newInstance := func(context.Context, backend.AppInstanceSettings) (instancemgmt.Instance, error) {
		return instance{}, nil
	}
	if err := app.Manage("benchmark-empty-app", newInstance, app.ManageOpts{}); err != nil {
		log.Fatal(err)
	}
}
