package main

import (
	"os"
	"os/exec"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/monitor"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

// The test's binary is the plugin as well, when Grafana's handshake says so.
func TestMain(m *testing.M) {
	if os.Getenv(grpcplugin.MagicCookieKey) == grpcplugin.MagicCookieValue {
		main()
		return
	}
	os.Exit(m.Run())
}

// startPlugin starts the plugin's process as Grafana does; it ends with the test.
func startPlugin(t *testing.T) grpcplugin.ResourceClient {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	process := goplugin.NewClient(&goplugin.ClientConfig{
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{grpcplugin.ProtocolVersion: {"resource": &grpcplugin.ResourceGRPCPlugin{}}},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Cmd:              exec.Command(self),
		Logger:           hclog.NewNullLogger(),
	})
	t.Cleanup(process.Kill)
	connection, err := process.Client()
	require.NoError(t, err)
	resources, err := connection.Dispense("resource")
	require.NoError(t, err)
	return resources.(grpcplugin.ResourceClient)
}

func TestLargeRequestsAreRefusedBeforeTheyAreRead(t *testing.T) {
	resources := startPlugin(t)
	send := func(size int) (*pluginv2.CallResourceResponse, error) {
		stream, err := resources.CallResource(t.Context(), &pluginv2.CallResourceRequest{
			PluginContext: &pluginv2.PluginContext{PluginId: plugin.ID, User: &pluginv2.User{Login: "viewer", Role: "Viewer"}, AppInstanceSettings: &pluginv2.AppInstanceSettings{}},
			Method:        "PUT", Path: "endpoints/orders-db", Body: make([]byte, size),
		})
		require.NoError(t, err)
		return stream.Recv()
	}
	answer, err := send(64 << 10)
	require.NoError(t, err, "the largest body of ours")
	require.EqualValues(t, 403, answer.Code)
	_, err = send(maxMessage)
	require.Equal(t, codes.ResourceExhausted, status.Code(err), err)
	// gRPC knows the size from the message's first five bytes.
	require.ErrorContains(t, err, "received message larger than max")
}

// Grafana starts one process for each plugin, of the same file.
func TestBothPluginsAreServed(t *testing.T) {
	resources := startPlugin(t)
	ask := func(carried *pluginv2.PluginContext, path string) int32 {
		carried.User = &pluginv2.User{Login: "viewer", Role: "Viewer"}
		stream, err := resources.CallResource(t.Context(), &pluginv2.CallResourceRequest{PluginContext: carried, Method: "GET", Path: path})
		require.NoError(t, err)
		answer, err := stream.Recv()
		require.NoError(t, err)
		require.Contains(t, string(answer.Body), "role_required")
		return answer.Code
	}
	require.EqualValues(t, 403, ask(&pluginv2.PluginContext{PluginId: plugin.ID, AppInstanceSettings: &pluginv2.AppInstanceSettings{}}, "endpoints"))
	require.EqualValues(t, 403, ask(&pluginv2.PluginContext{PluginId: monitor.ID, DataSourceInstanceSettings: &pluginv2.DataSourceInstanceSettings{Uid: "a"}}, "status"))
}
