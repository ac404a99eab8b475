package plugin

import (
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func health(t *testing.T, app *App, user *backend.User) *backend.CheckHealthResult {
	t.Helper()
	result, err := app.CheckHealth(t.Context(), &backend.CheckHealthRequest{PluginContext: backend.PluginContext{User: user}})
	require.NoError(t, err)
	return result
}

func TestHealthTellsAdminsTheReasonAndOthersOneWord(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.secrets["azureClientSecret"] = "a-wrong-secret"
	app := s.app(t)
	for _, user := range []*backend.User{nil, {}, {Login: "viewer", Role: "Viewer"}, {Login: "editor", Role: "Editor"}, {Login: "root"}, {Role: "Admin"}} {
		result := health(t, app, user)
		require.Equal(t, &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "Running"}, result)
	}
	require.Zero(t, fake.Issued())
	result := health(t, app, adminUser)
	require.Equal(t, backend.HealthStatusError, result.Status)
	require.Contains(t, result.Message, "client secret")
	require.Contains(t, string(result.JSONDetails), "sign_in_secret_wrong")
	require.NotContains(t, string(result.JSONDetails), "a-wrong-secret")
}

func TestHealthOfAReadableWorkspace(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer("GET "+azuretest.WorkspaceID, 200, fullWorkspace)
	result := health(t, app, adminUser)
	require.Equal(t, backend.HealthStatusOk, result.Status)
	require.Equal(t, "Connected to the workspace contoso (Standard, westeurope, Grafana 12).", result.Message)
}

func TestHealthBeforeSetup(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.jsonData = map[string]any{}
	result := health(t, s.app(t), adminUser)
	require.Equal(t, backend.HealthStatusError, result.Status)
	require.Contains(t, result.Message, "No workspace is selected.")
}
