package plugin

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestWhatIsWrongWithTheSettingsIsNamed(t *testing.T) {
	type change func(s *setup)
	credential := func(name string, value any) change { return func(s *setup) { s.credentials()[name] = value } }
	workspace := func(id any) change { return func(s *setup) { s.jsonData["workspaceId"] = id } }
	in := azuretest.WorkspaceID
	for name, test := range map[string]struct {
		change      change
		code, field string
	}{
		"no workspace":           {workspace(""), "not_configured", "workspaceId"},
		"another type":           {workspace(strings.Replace(in, "Microsoft.Dashboard/grafana", "Microsoft.Sql/servers", 1)), "invalid_settings", "workspaceId"},
		"a child":                {workspace(in + "/managedPrivateEndpoints/x"), "invalid_settings", "workspaceId"},
		"an extension":           {workspace(in + "/providers/Microsoft.Dashboard/grafana/x"), "invalid_settings", "workspaceId"},
		"path in the name":       {workspace(in + "%2f.."), "invalid_settings", "workspaceId"},
		"query in the name":      {workspace(in + "?x=y"), "invalid_settings", "workspaceId"},
		"dots for a group":       {workspace(strings.Replace(in, "observability", "..", 1)), "invalid_settings", "workspaceId"},
		"subscription, no GUID":  {workspace(strings.Replace(in, "00000000-1111", "x", 1)), "invalid_settings", "workspaceId"},
		"a number":               {workspace(7), "invalid_settings", "jsonData"},
		"API version":            {func(s *setup) { s.jsonData["apiVersion"] = "2025-08-01&x=y" }, "invalid_settings", "apiVersion"},
		"automatic refresh":      {func(s *setup) { s.jsonData["automaticRefresh"] = "always" }, "invalid_settings", "automaticRefresh"},
		"no credentials":         {func(s *setup) { delete(s.jsonData, "azureCredentials") }, "not_configured", "azureCredentials.authType"},
		"unknown method":         {credential("authType", "currentuser"), "invalid_settings", "azureCredentials.authType"},
		"no tenant":              {credential("tenantId", ""), "not_configured", "azureCredentials.tenantId"},
		"tenant with a path":     {credential("tenantId", "../x"), "invalid_settings", "azureCredentials.tenantId"},
		"no client":              {credential("clientId", nil), "not_configured", "azureCredentials.clientId"},
		"client with a query":    {credential("clientId", "a?b"), "invalid_settings", "azureCredentials.clientId"},
		"no secret":              {func(s *setup) { s.secrets = nil }, "not_configured", "azureClientSecret"},
		"unknown cloud":          {credential("azureCloud", "Mars"), "invalid_settings", "azureCredentials.azureCloud"},
		"China":                  {credential("azureCloud", "AzureChinaCloud"), "cloud_unsupported", "azureCredentials.azureCloud"},
		"an alias for China":     {credential("azureCloud", "china"), "cloud_unsupported", "azureCredentials.azureCloud"},
		"certificate, no format": {credential("authType", "clientcertificate"), "not_configured", "azureCredentials.certificateFormat"},
	} {
		t.Run(name, func(t *testing.T) {
			fake := azuretest.Start(t)
			s := newSetup(fake)
			test.change(s)
			answer := get("endpoints").send(t, s.app(t))
			refused := requireRefusal(t, answer, 400, test.code)
			require.Equal(t, test.field, refused.Field)
			require.NotEmpty(t, refused.Hint)
			require.Empty(t, fake.Requests())
			require.Zero(t, fake.Issued())
		})
	}
}

func TestWorkspaceIDInAnyCasing(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.jsonData["workspaceId"] = " /SUBSCRIPTIONS/00000000-1111-2222-3333-444444444444/resourcegroups/observability/PROVIDERS/microsoft.dashboard/GRAFANA/contoso/ "
	fake.Answer(listRoute, 200, `{"value":[]}`)
	require.Equal(t, 200, get("endpoints").send(t, s.app(t)).Status)
	require.Equal(t, azuretest.WorkspaceID+"/managedPrivateEndpoints", fake.Requests()[0].URL.Path)
}

func TestAnotherAPIVersion(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.jsonData["apiVersion"] = "2023-09-01"
	fake.Answer(listRoute, 200, `{"value":[]}`)
	require.Equal(t, 200, get("endpoints").send(t, s.app(t)).Status)
	require.Equal(t, "2023-09-01", fake.Requests()[0].URL.Query().Get("api-version"))
}

func TestSettingsThatAreNoJSON(t *testing.T) {
	factory, err := sharedFactory()
	require.NoError(t, err)
	for _, stored := range []string{"", "null", "{}"} {
		app := newApp(t.Context(), backend.AppInstanceSettings{JSONData: json.RawMessage(stored)}, factory)
		requireRefusal(t, get("endpoints").send(t, app), 400, "not_configured")
	}
	app := newApp(t.Context(), backend.AppInstanceSettings{JSONData: json.RawMessage("[")}, factory)
	require.Equal(t, "jsonData", requireRefusal(t, get("endpoints").send(t, app), 400, "invalid_settings").Field)
}

func TestTokensOutliveAnInstance(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	fake.Answer(listRoute, 200, `{"value":[]}`)
	factory, err := NewFactory(s.limits, s.options)
	require.NoError(t, err)
	for range 3 {
		require.Equal(t, 200, get("endpoints").send(t, s.appOf(t, factory)).Status)
	}
	require.Equal(t, 1, fake.Issued())
}

func TestOrganizationsWithDifferentSecretsShareNoToken(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	fake.Answer(listRoute, 200, `{"value":[]}`)
	factory, err := NewFactory(s.limits, s.options)
	require.NoError(t, err)
	list := func() *backend.CallResourceResponse { return get("endpoints").send(t, s.appOf(t, factory)) }
	require.Equal(t, 200, list().Status)
	s.secrets = map[string]string{"azureClientSecret": "of-another-organization"}
	requireRefusal(t, list(), 502, "sign_in_secret_wrong")
}
