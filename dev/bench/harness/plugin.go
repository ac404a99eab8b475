package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
)

type pluginSpec struct {
	Binary string `json:"binary"`
	// Environment holds name=value.
	Environment []string `json:"environment"`
}

// call asks for one resource, with what Grafana would send along.
type call struct {
	// Method is GET where it is empty.
	Method string `json:"method"`
	Body   string `json:"body"`
	// Path is what follows /resources/, without the query.
	Path  string `json:"path"`
	Query string `json:"query"`
	// Updated is when the app's settings were stored; the SDK makes a new instance when it changes.
	Updated int64 `json:"updated"`
	// The app's stored settings, and Grafana's own as far as plugins get them.
	JSONData       json.RawMessage   `json:"jsonData"`
	SecureJSONData map[string]string `json:"secureJsonData"`
	GrafanaConfig  map[string]string `json:"grafanaConfig"`
	// Ask is a query, as JSON, of a data source with these settings; then there is no method, body or path.
	Ask json.RawMessage `json:"ask"`
}

// running is a plugin process, started as Grafana starts it.
type running struct {
	client    *plugin.Client
	resources grpcplugin.ResourceClient
	data      grpcplugin.DataClient
}

func start(spec pluginSpec) (*running, error) {
	command := exec.Command(spec.Binary)
	command.Env = spec.Environment
	client := plugin.NewClient(&plugin.ClientConfig{
		HandshakeConfig: plugin.HandshakeConfig{
			ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]plugin.PluginSet{grpcplugin.ProtocolVersion: {
			"resource": &grpcplugin.ResourceGRPCPlugin{}, "data": &grpcplugin.DataGRPCPlugin{}}},
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		Cmd:              command,
		SkipHostEnv:      true,
		Logger:           hclog.NewNullLogger(),
	})
	connection, err := client.Client()
	if err != nil {
		client.Kill()
		return nil, fmt.Errorf("%s: %w", spec.Binary, err)
	}
	resources, err := connection.Dispense("resource")
	if err != nil {
		client.Kill()
		return nil, fmt.Errorf("%s: %w", spec.Binary, err)
	}
	data, err := connection.Dispense("data")
	if err != nil {
		client.Kill()
		return nil, fmt.Errorf("%s: %w", spec.Binary, err)
	}
	return &running{client: client, resources: resources.(grpcplugin.ResourceClient), data: data.(grpcplugin.DataClient)}, nil
}

func (r *running) stop() { r.client.Kill() }

func (r *running) pid() int { return r.client.ReattachConfig().Pid }

// answer makes all calls and returns the size of the answers' bodies. An answer that isn't 200 is an error.
func (r *running) answer(calls []call) (bytes int, err error) {
	for _, c := range calls {
		body, err := r.send(c)
		if err != nil {
			return bytes, err
		}
		bytes += len(body)
	}
	return bytes, nil
}

func (r *running) send(c call) (body []byte, err error) {
	if c.Ask != nil {
		return r.query(c)
	}
	stream, err := r.resources.CallResource(context.Background(), &pluginv2.CallResourceRequest{
		PluginContext: &pluginv2.PluginContext{
			OrgId: 1, PluginId: "azure-privateendpoints-app", GrafanaConfig: c.GrafanaConfig,
			User:                &pluginv2.User{Login: "admin", Name: "admin", Role: "Admin"},
			AppInstanceSettings: &pluginv2.AppInstanceSettings{JsonData: c.JSONData, DecryptedSecureJsonData: c.SecureJSONData, LastUpdatedMS: c.Updated},
		},
		Method: cmp.Or(c.Method, "GET"), Path: c.Path, Url: c.Path + "?" + c.Query, Body: []byte(c.Body),
		Headers: map[string]*pluginv2.StringList{"Accept": {Values: []string{"application/json"}}, "Content-Type": {Values: []string{"application/json"}}},
	})
	if err != nil {
		return nil, err
	}
	for {
		part, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return body, nil
		}
		if err != nil {
			return body, err
		}
		if len(body) == 0 && part.Code != 200 {
			return body, fmt.Errorf("%s: %d %s", c.Path, part.Code, part.Body)
		}
		body = append(body, part.Body...)
	}
}

// query asks a data source, and returns the frames of its answer. A failed query is an error.
func (r *running) query(c call) (frames []byte, err error) {
	now := time.Now()
	answer, err := r.data.QueryData(context.Background(), &pluginv2.QueryDataRequest{
		PluginContext: &pluginv2.PluginContext{
			OrgId: 1, PluginId: "azure-privateendpoints-datasource", GrafanaConfig: c.GrafanaConfig,
			User: &pluginv2.User{Login: "viewer", Name: "viewer", Role: "Viewer"},
			// An app's instance, which is what the empty plugin has.
			AppInstanceSettings:        &pluginv2.AppInstanceSettings{JsonData: []byte("{}"), LastUpdatedMS: c.Updated},
			DataSourceInstanceSettings: &pluginv2.DataSourceInstanceSettings{Uid: "monitoring", JsonData: c.JSONData, DecryptedSecureJsonData: c.SecureJSONData, LastUpdatedMS: c.Updated},
		},
		Queries: []*pluginv2.DataQuery{{RefId: "A", Json: c.Ask, TimeRange: &pluginv2.TimeRange{FromEpochMS: now.Add(-time.Hour).UnixMilli(), ToEpochMS: now.UnixMilli()}}},
	})
	if err != nil {
		return nil, err
	}
	one := answer.Responses["A"]
	if one.GetError() != "" {
		return nil, fmt.Errorf("%s: %s", c.Ask, one.GetError())
	}
	for _, frame := range one.GetFrames() {
		frames = append(frames, frame...)
	}
	return frames, nil
}
