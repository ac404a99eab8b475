// Command gpx_azure_privateendpoints is the backend of the app plugin and of its nested data source. Grafana starts a process for
// each, of the same file and without saying which it is: each call does.
package main

import (
	"context"
	"os"
	"runtime/debug"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/monitor"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

// maxMessage bounds one request, in bytes, before it is read: every Viewer may send one, and the SDK takes 16 MiB. A body of
// ours has 64 kB at most; settings and headers come on top. Grafana answers a larger one with 500.
const maxMessage = 1 << 20

// collectAt is how much of the live memory, in percent, may be garbage: half of Go's own choice, since a plugin that waits most of
// the time has time to collect, and each server of Grafana runs two of these processes.
const collectAt = 50

func main() {
	debug.SetGCPercent(collectAt)
	options := app.ManageOpts{
		GRPCSettings: backend.GRPCSettings{MaxReceiveMsgSize: maxMessage},
		// The hook is meant for licences; it is the one place where the SDK's own handlers can be put behind another.
		Licensing: func(_ string, opts backend.ServeOpts) (backend.ServeOpts, error) {
			both := bothPlugins{app: opts, dataSource: monitor.NewServer(plugin.SharedFactory)}
			opts.CheckHealthHandler, opts.CallResourceHandler, opts.QueryDataHandler = both, both, both
			// Neither streams.
			opts.QueryChunkedDataHandler, opts.StreamHandler = nil, nil
			return opts, nil
		},
	}
	if err := app.Manage(plugin.ID, plugin.NewInstance, options); err != nil {
		log.DefaultLogger.Error("Failed to serve the backend", "error", err)
		os.Exit(1)
	}
}

// bothPlugins hands each call to the plugin that it is for.
type bothPlugins struct {
	app        backend.ServeOpts
	dataSource *monitor.Server
}

func isDataSource(carried backend.PluginContext) bool { return carried.PluginID == monitor.ID }

func (b bothPlugins) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if isDataSource(req.PluginContext) {
		return b.dataSource.CheckHealth(ctx, req)
	}
	return b.app.CheckHealthHandler.CheckHealth(ctx, req)
}

func (b bothPlugins) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	if isDataSource(req.PluginContext) {
		return b.dataSource.CallResource(ctx, req, sender)
	}
	return b.app.CallResourceHandler.CallResource(ctx, req, sender)
}

func (b bothPlugins) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	if isDataSource(req.PluginContext) {
		return b.dataSource.QueryData(ctx, req)
	}
	return b.app.QueryDataHandler.QueryData(ctx, req)
}
