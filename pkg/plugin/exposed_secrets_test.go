package plugin

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestExposedSecrets(t *testing.T) {
	file, err := os.ReadFile("../../testdata/cases/exposed-secrets.json")
	require.NoError(t, err)
	var cases []struct {
		JSONData json.RawMessage
		Paths    []string
	}
	require.NoError(t, json.Unmarshal(file, &cases))
	for _, test := range cases {
		require.ElementsMatch(t, test.Paths, exposedSecrets(test.JSONData), "%s", test.JSONData)
	}
	require.Empty(t, exposedSecrets(nil))
}

func TestAnExposedSecretIsToldToAdminsAndTheLog(t *testing.T) {
	for name, prepare := range map[string]func(*setup){
		"working":  func(*setup) {},
		"unusable": func(s *setup) { s.jsonData["workspaceId"] = "" },
	} {
		log := captureLog(t)
		fake := azuretest.Start(t)
		fake.Answer("GET "+azuretest.WorkspaceID, 200, fullWorkspace)
		s := newSetup(fake)
		s.jsonData["azureCredentials"].(map[string]any)["clientSecret"] = "hunter2hunter2"
		prepare(s)
		app := s.app(t)
		result := health(t, app, adminUser)
		require.Contains(t, result.Message, "every user of this organization can read it: jsonData.azureCredentials.clientSecret.", name)
		require.Equal(t, "Running", health(t, app, &backend.User{Login: "viewer", Role: "Viewer"}).Message)
		require.Contains(t, log.String(), "jsonData.azureCredentials.clientSecret", name)
		require.NotContains(t, result.Message+string(result.JSONDetails)+log.String(), "hunter2", name)
	}
}
