// Package plugin is the app plugin's backend as Grafana sees it: instance, routes, settings and health.
package plugin

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/receipt"
)

// ID is the plugin's id in plugin.json.
const ID = "azure-privateendpoints-app"

// App serves one state of one organisation's settings and of Grafana's configuration.
type App struct {
	settings Settings
	host     azure.HostSettings
	client   *azure.Client
	// What is wrong with the settings is told by each route that needs them: an instance that can't be made would
	// leave the admin with Grafana's general error.
	clientErr, workspaceErr error
	limits                  azure.Limits
	grafanaToken            string
	sealer                  *receipt.Sealer
	// exposed is what exposedWarning says of the settings.
	exposed string
}

// sharedFactory outlives instances, so that connections and tokens do.
var sharedFactory = sync.OnceValues(func() (*azure.Factory, error) {
	return NewFactory(azure.DefaultLimits, httpclient.Options{})
})

// NewFactory makes the clients' factory; options carry what a test needs, such as a certificate authority.
func NewFactory(limits azure.Limits, options httpclient.Options) (*azure.Factory, error) {
	client, err := azure.NewHTTPClient(limits, options)
	if err != nil {
		return nil, err
	}
	options.ConfigureTransport = func(_ httpclient.Options, transport *http.Transport) { transport.Proxy = nil }
	hostClient, err := azure.NewHTTPClient(limits, options)
	if err != nil {
		return nil, err
	}
	options.ConfigureTransport = azure.GuardDials
	slow := limits
	slow.Try = limits.Call
	planeClient, err := azure.NewHTTPClient(slow, options)
	if err != nil {
		return nil, err
	}
	return &azure.Factory{HTTP: client, HostHTTP: hostClient, PlaneHTTP: planeClient, Limits: limits}, nil
}

func newApp(ctx context.Context, stored backend.AppInstanceSettings, factory *azure.Factory) *App {
	app := appOf(ctx, stored, factory)
	app.exposed = exposedWarning(exposedSecrets(stored.JSONData))
	if app.exposed != "" {
		//lint:ignore SA1019 as in call.go.
		backend.Logger.FromContext(ctx).Warn(app.exposed, "org", backend.PluginConfigFromContext(ctx).OrgID)
	}
	if newerSchema(stored.JSONData) {
		app.clientErr, app.workspaceErr = setByNewer(app.clientErr), setByNewer(app.workspaceErr)
	}
	return app
}

func appOf(ctx context.Context, stored backend.AppInstanceSettings, factory *azure.Factory) *App {
	app := &App{limits: factory.Limits, grafanaToken: strings.TrimSpace(stored.DecryptedSecureJSONData[grafanaTokenSecret])}
	if app.settings, app.clientErr = readSettings(stored); app.clientErr != nil {
		app.workspaceErr = app.clientErr
		return app
	}
	app.workspaceErr = app.settings.workspaceErr
	if app.sealer, app.clientErr = newSealer(text(app.settings.credentials, "authType"), stored.DecryptedSecureJSONData); app.clientErr != nil {
		return app
	}
	if app.host, app.clientErr = azure.ReadHostSettings(ctx); app.clientErr != nil {
		return app
	}
	identity, err := readIdentity(app.settings, stored.DecryptedSecureJSONData, app.host)
	if err != nil {
		app.clientErr = err
		return app
	}
	app.client, app.clientErr = factory.New(identity, app.settings.APIVersion)
	return app
}

// azure returns the client and the workspace that the settings name, or what is wrong with them.
func (a *App) azure() (*azure.Client, azure.WorkspaceID, error) {
	if a.workspaceErr != nil {
		return nil, azure.WorkspaceID{}, a.workspaceErr
	}
	return a.client, a.settings.Workspace, a.clientErr
}
