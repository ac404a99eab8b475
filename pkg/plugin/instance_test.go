package plugin

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/app"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// An app holds tokens and what it has read: the same settings keep it.
func TestTheSameSettingsKeepTheApp(t *testing.T) {
	made, err := NewInstance(t.Context(), backend.AppInstanceSettings{})
	require.NoError(t, err)
	carried := backend.PluginContext{AppInstanceSettings: &backend.AppInstanceSettings{JSONData: json.RawMessage(`{}`)}}
	first := made.(*instance).current(t.Context(), carried)
	require.Same(t, first, made.(*instance).current(t.Context(), carried))
}

// Each request is answered with the settings that it carries, although the SDK goes by their time alone.
func TestSettingsSavedTwiceWithinASecond(t *testing.T) {
	manager := app.NewInstanceManager(NewInstance)
	workspace := `{"workspaceId":"` + azuretest.WorkspaceID + `"`
	signIn := workspace + `,"azureCredentials":{"authType":"clientsecret","tenantId":"contoso.com","clientId":"` + azuretest.ClientID + `","azureCloud":"Mars"}}`
	for _, saved := range []struct {
		jsonData string
		secrets  map[string]string
		field    string
	}{
		{``, nil, "workspaceId"},
		{`{}`, nil, "workspaceId"},
		{workspace + `}`, nil, "azureCredentials.authType"},
		{signIn, nil, "azureClientSecret"},
		{signIn, map[string]string{"azureClientSecret": "secret"}, "azureCredentials.azureCloud"},
		{signIn, map[string]string{"azureClientSecret": ""}, "azureClientSecret"},
	} {
		settings := &backend.AppInstanceSettings{JSONData: json.RawMessage(saved.jsonData), DecryptedSecureJSONData: saved.secrets, Updated: time.Unix(1_700_000_000, 0)}
		made, err := manager.Get(t.Context(), backend.PluginContext{AppInstanceSettings: settings})
		require.NoError(t, err)
		r := get("endpoints")
		r.settings = settings
		require.Equal(t, saved.field, decodeAnswer[refusal](t, r.send(t, made.(backend.CallResourceHandler))).Field)

		health, err := made.(backend.CheckHealthHandler).CheckHealth(t.Context(), &backend.CheckHealthRequest{
			PluginContext: backend.PluginContext{User: adminUser, AppInstanceSettings: settings},
		})
		require.NoError(t, err)
		require.Contains(t, string(health.JSONDetails), saved.field)
	}
}
