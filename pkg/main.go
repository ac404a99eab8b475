// Command gpx_azure_privateendpoints is the backend of the app plugin.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

func main() {
	if err := app.Manage(plugin.ID, plugin.NewInstance, app.ManageOpts{}); err != nil {
		log.DefaultLogger.Error("The backend could not be served", "error", err)
		os.Exit(1)
	}
}
