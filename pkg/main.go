// Command gpx_azure_privateendpoints is the backend of the app plugin.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

// maxMessage bounds one request, in bytes, before it is read: every Viewer may send one, and the SDK takes 16 MiB. A body of
// ours has 64 kB at most; settings and headers come on top. Grafana answers a larger one with 500.
const maxMessage = 1 << 20

func main() {
	options := app.ManageOpts{GRPCSettings: backend.GRPCSettings{MaxReceiveMsgSize: maxMessage}}
	if err := app.Manage(plugin.ID, plugin.NewInstance, options); err != nil {
		log.DefaultLogger.Error("Failed to serve the backend", "error", err)
		os.Exit(1)
	}
}
