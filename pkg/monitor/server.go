// Package monitor is the backend of the nested data source: it makes the states of private endpoints queryable, for dashboards
// and alert rules, and follows its workspaces on a timer. It only reads, except for a refresh, which syncs a workspace's network.
package monitor

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// ID is the data source's id in plugin.json.
const ID = "azure-privateendpoints-datasource"

// maxSources bounds the data sources that are remembered.
const maxSources = 64

// Server answers for all data sources of a process.
type Server struct {
	factory func() (*azure.Factory, error)

	mutex sync.Mutex
	known map[string]*served
}

type served struct {
	stored backend.DataSourceInstanceSettings
	// config is Grafana's own, such as its Azure settings.
	config map[string]string
	source *source
	used   time.Time
}

var (
	_ backend.QueryDataHandler    = (*Server)(nil)
	_ backend.CheckHealthHandler  = (*Server)(nil)
	_ backend.CallResourceHandler = (*Server)(nil)
)

// NewServer makes a server. The factory is asked when the first data source is used.
func NewServer(factory func() (*azure.Factory, error)) *Server {
	return &Server{factory: factory, known: map[string]*served{}}
}

// QueryData answers queries of panels, Explore and alert rules.
func (s *Server) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	source, err := s.current(ctx, req.PluginContext)
	if err != nil {
		return nil, err
	}
	return source.queryData(ctx, req), nil
}

// CheckHealth answers "Save & test".
func (s *Server) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	source, err := s.current(ctx, req.PluginContext)
	if err != nil {
		return nil, err
	}
	return source.checkHealth(ctx), nil
}

// CallResource answers the settings page.
func (s *Server) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	source, err := s.current(ctx, req.PluginContext)
	if err != nil {
		return err
	}
	return source.callResource(ctx, req, sender)
}

// current returns the data source with the settings that a request carries. As with the app, the time of the settings doesn't
// tell two saves within a second apart, so they are compared themselves.
func (s *Server) current(ctx context.Context, carried backend.PluginContext) (*source, error) {
	if carried.DataSourceInstanceSettings == nil {
		return nil, errors.New("the request has no data source")
	}
	stored, config := *carried.DataSourceInstanceSettings, configOf(carried)
	//lint:ignore SA1019 uids are unique within an organization; its successor is a name of Kubernetes.
	key := strconv.FormatInt(carried.OrgID, 10) + "/" + stored.UID
	s.mutex.Lock()
	defer s.mutex.Unlock()
	known := s.known[key]
	if known == nil || !bytes.Equal(known.stored.JSONData, stored.JSONData) ||
		!maps.Equal(known.stored.DecryptedSecureJSONData, stored.DecryptedSecureJSONData) || !maps.Equal(known.config, config) {
		factory, err := s.factory()
		if err != nil {
			return nil, err
		}
		if known != nil {
			known.source.close()
		} else if len(s.known) >= maxSources {
			s.forgetOldest()
		}
		known = &served{stored: stored, config: config, source: newSource(ctx, stored, factory)}
		s.known[key] = known
	}
	known.used = time.Now()
	known.source.timer.touch()
	return known.source, nil
}

func (s *Server) forgetOldest() {
	oldest := slices.MinFunc(slices.Collect(maps.Keys(s.known)), func(a, b string) int { return s.known[a].used.Compare(s.known[b].used) })
	s.known[oldest].source.close()
	delete(s.known, oldest)
}

// configOf is what Grafana tells of its configuration: with it, the same settings may mean another cloud.
func configOf(carried backend.PluginContext) map[string]string {
	config := map[string]string{}
	for _, name := range []string{"GFAZPL_AZURE_CLOUD", "GFAZPL_AZURE_CLOUDS_CONFIG", "GFAZPL_MANAGED_IDENTITY_ENABLED", "GFAZPL_MANAGED_IDENTITY_CLIENT_ID",
		"GFAZPL_WORKLOAD_IDENTITY_ENABLED", "GFAZPL_WORKLOAD_IDENTITY_TENANT_ID", "GFAZPL_WORKLOAD_IDENTITY_CLIENT_ID", "GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE"} {
		config[name] = carried.GrafanaConfig.Get(name)
	}
	return config
}
