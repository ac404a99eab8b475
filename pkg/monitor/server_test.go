package monitor

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestSettingsThatCantBeUsed(t *testing.T) {
	fake := azuretest.Start(t)
	for name, test := range map[string]struct {
		change func(*setup)
		says   string
	}{
		"nothing":            {func(s *setup) { s.jsonData = map[string]any{} }, "No workspace is selected."},
		"no workspace":       {func(s *setup) { delete(s.jsonData, "workspaces") }, "No workspace is selected."},
		"a workspace's name": {func(s *setup) { s.jsonData["workspaces"] = []string{"contoso"} }, "resource ID of the workspace"},
		"another kind": {func(s *setup) {
			s.jsonData["workspaces"] = []string{subscription + "/resourceGroups/x/providers/Microsoft.Sql/servers/y"}
		}, "doesn't name an Azure Managed Grafana workspace"},
		"a path":               {func(s *setup) { s.jsonData["workspaces"] = []string{azuretest.WorkspaceID + "/../../x"} }, "resource ID of the workspace"},
		"too many":             {func(s *setup) { s.jsonData["workspaces"] = make([]string, 51) }, "50 workspaces at most"},
		"no list":              {func(s *setup) { s.jsonData["workspaces"] = "x" }, "can't be read"},
		"an odd refresh":       {func(s *setup) { s.jsonData["automaticRefresh"] = "often" }, "off, decided, or pending"},
		"an odd version":       {func(s *setup) { s.jsonData["apiVersion"] = "../1" }, "API version"},
		"no secret":            {func(s *setup) { s.secrets = nil }, "Enter the client secret."},
		"a host's identity":    {func(s *setup) { s.jsonData["azureCredentials"] = map[string]any{"authType": "msi"} }, "add " + ID + " to forward_settings_to_plugins"},
		"a cloud without them": {func(s *setup) { s.jsonData["azureCredentials"].(map[string]any)["azureCloud"] = "AzureUSGovernment" }, "US Government"},
	} {
		s := newSetup(t, fake)
		test.change(s)
		require.Contains(t, s.query(t, `{}`).Error.Error(), test.says, name)
		require.Contains(t, s.health(t).Message, test.says, name)
		require.Equal(t, backend.HealthStatusError, s.health(t).Status, name)
	}
	require.Empty(t, fake.Requests())
}

func TestTheOperatorsList(t *testing.T) {
	fake := azuretest.Start(t)
	t.Setenv("GF_PLUGIN_ALLOWED_WORKSPACES", workspaceID("second"))
	require.Contains(t, newSetup(t, fake).query(t, `{}`).Error.Error(), "The operator of this Grafana hasn't allowed this workspace.")
	require.Empty(t, fake.Requests())
}

func TestNewSettingsCountAtOnce(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, demo)
	fake.Answer(listRoute("second"), 200, `{"value":[]}`)
	s := newSetup(t, fake)
	require.NotEmpty(t, column(t, s.frame(t, `{}`), "Name"))
	s.jsonData["workspaces"] = []string{workspaceID("second")}
	require.Empty(t, column(t, s.frame(t, `{}`), "Name"))
	s.secrets["azureClientSecret"] = "a-wrong-secret"
	require.Contains(t, s.query(t, `{}`).Error.Error(), "client secret")
	s.config["GFAZPL_AZURE_CLOUDS_CONFIG"] = "[]"
	require.Contains(t, s.query(t, `{}`).Error.Error(), azuretest.CloudName, "the cloud is gone")
	require.Len(t, s.server.known, 1)
}

// Two timers for one data source would refresh twice.
func TestNewSettingsEndTheTimerOfTheOldOnes(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, `{"value":[]}`)
	s := newSetup(t, fake)
	s.jsonData["automaticRefresh"] = "decided"
	s.frame(t, `{}`)
	old := s.server.known["1/"+s.uid].source.timer
	s.jsonData["automaticRefresh"] = "off"
	s.frame(t, `{}`)
	old.mutex.Lock()
	require.True(t, old.ended)
	old.running = false
	old.mutex.Unlock()
	old.touch()
	old.mutex.Lock()
	defer old.mutex.Unlock()
	require.False(t, old.running, "nothing wakes it again")
}

func TestTheLastUsedDataSourcesAreRemembered(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, demo)
	s := newSetup(t, fake)
	for i := range maxSources + 5 {
		s.uid = fmt.Sprint("source-", i)
		s.frame(t, `{}`)
	}
	require.Len(t, s.server.known, maxSources)
	require.Contains(t, s.server.known, "1/source-68")
	require.NotContains(t, s.server.known, "1/source-0")
}

func TestHealthSaysWhatCanBeRead(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, demo)
	fake.Answer("GET "+activityPath, 200, `{"value":[{}]}`)
	fake.Answer("GET "+azuretest.WorkspaceID+"/providers/Microsoft.Authorization/permissions", 200, `{"value":[{"actions":["*/read"],"notActions":[]}]}`)
	s := newSetup(t, fake)
	result := s.health(t)
	require.Equal(t, &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "Can read the private endpoints of contoso (6)."}, result)

	s.jsonData["automaticRefresh"] = "decided"
	result = s.health(t)
	require.Equal(t, backend.HealthStatusOk, result.Status, "the rest works")
	require.Contains(t, result.Message, "doesn't seem to have permission to refresh contoso")

	s.jsonData["automaticRefresh"] = "off"
	s.jsonData["workspaces"] = []string{azuretest.WorkspaceID, workspaceID("second")}
	fake.Answer("GET "+activityPath, 403, `{"error":{"code":"AuthorizationFailed","message":"No."}}`)
	result = s.health(t)
	require.Equal(t, backend.HealthStatusError, result.Status)
	require.Contains(t, result.Message, "Can read the private endpoints of contoso (6). Can't read second: The workspace wasn't found")
	require.Contains(t, result.Message, "The activity log of contoso can't be read")
}

// Grafana lets everyone who may query call a data source's resources.
func TestOnlyAdminsGetTheSettingsPagesOptions(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(t, fake)
	for _, user := range []*backend.User{nil, {}, viewer, editor, {Login: "root", Role: "None"}, {Role: "Admin"}} {
		s.user = user
		for path := range resources {
			require.Equal(t, http.StatusForbidden, s.resource(t, "GET", path).Status, path)
		}
	}
	require.Empty(t, fake.Requests())
	s.user = admin
	for _, path := range []string{"", "/", "workspaces/", "../workspaces", "endpoints", "refresh", "azuremonitor/subscriptions", "https://evil.test"} {
		require.Equal(t, http.StatusNotFound, s.resource(t, "GET", path).Status, path)
	}
	for path := range resources {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "get", ""} {
			require.Equal(t, http.StatusMethodNotAllowed, s.resource(t, method, path).Status, path)
		}
	}
	require.Empty(t, fake.Requests())
}

func TestTheSettingsPagesOptions(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer("POST /providers/Microsoft.ResourceGraph/resources", 200, `{"data":[{"id":"`+azuretest.WorkspaceID+`","location":"westeurope","tier":"Standard"}],"totalRecords":1}`)
	s := newSetup(t, fake)
	s.user = admin
	// Both are needed to fill in the settings, so they work without a workspace.
	delete(s.jsonData, "workspaces")
	answer := s.resource(t, "GET", "workspaces")
	require.JSONEq(t, `{"workspaces":[{"id":"`+azuretest.WorkspaceID+`","name":"contoso","resourceGroup":"observability","location":"westeurope","tier":"Standard"}]}`, string(answer.Body))
	require.Contains(t, string(s.resource(t, "GET", "authentication").Body), ID)
	require.Equal(t, 400, s.resource(t, "GET", "status").Status)
	s.jsonData["workspaces"] = []string{azuretest.WorkspaceID}
	require.JSONEq(t, `{"automaticRefresh":"off","running":false,"runs":[]}`, string(s.resource(t, "GET", "status").Body))
	s.jsonData["azureCredentials"] = map[string]any{}
	require.Contains(t, string(s.resource(t, "GET", "workspaces").Body), "not_configured")
}

// Whoever may query can write any query, and nothing in it may reach another workspace, another host or a write.
func TestAHostileViewerReachesNothing(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, demo)
	fake.Answer("GET "+activityPath, 200, fmt.Sprintf(activityLog, "2026-11-21T12:00:00Z"))
	s := newSetup(t, fake)
	hostile := []string{workspaceID("victim"), "https://evil.test", "../victim", "contoso/../victim", "*", "' or '1'='1", "%2e%2e", strings.Repeat("x", 100_000), "\u202e"}
	for _, user := range []*backend.User{viewer, editor} {
		s.user = user
		for kind := range answers {
			for _, text := range hostile {
				quoted, err := json.Marshal(text)
				require.NoError(t, err)
				answer := s.query(t, fmt.Sprintf(`{"queryType":%q,"workspaces":[%[2]s],"groups":[%[2]s],"resourceTypes":[%[2]s],"condition":%[2]s,
					"workspaceId":%[2]s,"azureCredentials":{"azureCloud":%[2]s},"url":%[2]s,"method":"DELETE","path":%[2]s,"datasource":{"uid":%[2]s}}`, kind, quoted))
				said, err := json.Marshal(answer.Frames)
				require.NoError(t, err)
				require.NotContains(t, string(said)+fmt.Sprint(answer.Error), azuretest.ClientSecret)
				require.NotContains(t, string(said)+fmt.Sprint(answer.Error), "token-number")
			}
		}
	}
	for _, sent := range fake.Requests() {
		require.NotContains(t, sent.URL.String(), "victim")
		require.Contains(t, []string{azuretest.WorkspaceID + "/managedPrivateEndpoints", activityPath,
			subscription + "/resourceGroups/data/providers/" + sql + "/privateEndpointConnections",
			subscription + "/resourceGroups/data/providers/" + loki + "/privateEndpointConnections",
			subscription + "/resourceGroups/data/providers/" + sql, subscription + "/resourceGroups/data/providers/" + loki}, sent.URL.Path)
	}
	require.Empty(t, writes(fake))
}

func TestARequestWithoutADataSource(t *testing.T) {
	s := newSetup(t, azuretest.Start(t))
	_, err := s.server.QueryData(t.Context(), &backend.QueryDataRequest{PluginContext: backend.PluginContext{PluginID: ID}})
	require.ErrorContains(t, err, "no data source")
}
