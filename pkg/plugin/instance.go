package plugin

import (
	"bytes"
	"context"
	"maps"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// instance answers each request of one organisation with the settings that the request carries. The SDK makes a new
// instance when the time of the settings differs (backend/app/instance_provider.go), and Grafana stores it in whole
// seconds: of two saves within one, it would miss the second.
type instance struct {
	factory *azure.Factory

	mutex    sync.Mutex
	settings backend.AppInstanceSettings
	app      *App
}

var (
	_ backend.CallResourceHandler = (*instance)(nil)
	_ backend.CheckHealthHandler  = (*instance)(nil)
)

// NewInstance is the SDK's factory function for app instances.
func NewInstance(context.Context, backend.AppInstanceSettings) (instancemgmt.Instance, error) {
	factory, err := sharedFactory()
	return &instance{factory: factory}, err
}

// CallResource answers one request of the browser.
func (i *instance) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	return i.current(ctx, req.PluginContext).CallResource(ctx, req, sender)
}

// CheckHealth answers Grafana's health check of the plugin.
func (i *instance) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	return i.current(ctx, req.PluginContext).CheckHealth(ctx, req)
}

func (i *instance) current(ctx context.Context, carried backend.PluginContext) *App {
	settings := *carried.AppInstanceSettings
	i.mutex.Lock()
	defer i.mutex.Unlock()
	if i.app == nil || !bytes.Equal(settings.JSONData, i.settings.JSONData) || !maps.Equal(settings.DecryptedSecureJSONData, i.settings.DecryptedSecureJSONData) {
		i.settings, i.app = settings, newApp(ctx, settings, i.factory)
	}
	return i.app
}
