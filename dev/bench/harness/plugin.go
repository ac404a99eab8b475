package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"

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
}

// running is a plugin process, started as Grafana starts it.
type running struct {
	client    *plugin.Client
	resources grpcplugin.ResourceClient
}

func start(spec pluginSpec) (*running, error) {
	command := exec.Command(spec.Binary)
	command.Env = spec.Environment
	client := plugin.NewClient(&plugin.ClientConfig{
		HandshakeConfig: plugin.HandshakeConfig{
			ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]plugin.PluginSet{grpcplugin.ProtocolVersion: {"resource": &grpcplugin.ResourceGRPCPlugin{}}},
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
	dispensed, err := connection.Dispense("resource")
	if err != nil {
		client.Kill()
		return nil, fmt.Errorf("%s: %w", spec.Binary, err)
	}
	return &running{client: client, resources: dispensed.(grpcplugin.ResourceClient)}, nil
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
