package plugin

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// storedExample is a file of testdata/settings: what a version of the plugin stored.
type storedExample struct {
	JSONData map[string]any `json:"jsonData"`
	Secrets  []string       `json:"secrets"`
	// Refused is the field that this version can't work with; "" where it can.
	Refused string `json:"refused"`
}

func storedExamples(t *testing.T, folder string) map[string]storedExample {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "settings", folder, "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	examples := map[string]storedExample{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		var example storedExample
		require.NoError(t, json.Unmarshal(content, &example))
		examples[filepath.Base(file)] = example
	}
	return examples
}

func exampleApp(t *testing.T, example storedExample) *App {
	s := newSetup(azuretest.Start(t))
	s.jsonData, s.secrets = example.JSONData, map[string]string{}
	for _, name := range example.Secrets {
		s.secrets[name] = "secret"
	}
	s.config["GFAZPL_MANAGED_IDENTITY_ENABLED"] = "true"
	s.config["GFAZPL_WORKLOAD_IDENTITY_ENABLED"] = "true"
	return s.app(t)
}

func TestSettingsOfEarlierVersionsAreRead(t *testing.T) {
	for name, example := range storedExamples(t, "0.1.0") {
		t.Run(name, func(t *testing.T) {
			app := exampleApp(t, example)
			require.NoError(t, app.workspaceErr)
			require.Equal(t, "contoso", app.settings.Workspace.Name)
			// The secrets of the examples are none: a certificate fails later, and not because of the settings.
			if app.clientErr != nil {
				require.NotContains(t, app.clientErr.Error(), "invalid_settings")
				require.NotContains(t, app.clientErr.Error(), "not_configured")
			}
		})
	}
}

func TestSettingsOfANewerVersion(t *testing.T) {
	for name, example := range storedExamples(t, "newer") {
		t.Run(name, func(t *testing.T) {
			app := exampleApp(t, example)
			if example.Refused == "" {
				require.NoError(t, app.clientErr)
				require.NoError(t, app.workspaceErr)
				return
			}
			refused := requireRefusal(t, get("endpoints").send(t, app), 400, "invalid_settings")
			require.Equal(t, example.Refused, refused.Field)
			require.Contains(t, refused.Message, "set by a newer version of the plugin")
			require.Contains(t, refused.Hint, "Update the plugin")
		})
	}
}

func TestOnlyANewerVersionIsCalledNewer(t *testing.T) {
	for stored, newer := range map[string]bool{
		`{}`: false, `null`: false, `[`: false, `{"schemaVersion":1}`: false, `{"schemaVersion":"9"}`: false,
		`{"schemaVersion":2}`: true, `{"schemaVersion":1.5}`: true,
	} {
		require.Equal(t, newer, newerSchema(json.RawMessage(stored)), stored)
	}
}
