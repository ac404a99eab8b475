package plugin

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

var update = flag.Bool("update", false, "write testdata/contract anew")

const contractFolder = "../../testdata/contract"

// fixTimes gives what is told of now a fixed time.
func fixTimes(answer *backend.CallResourceResponse) {
	times := regexp.MustCompile(`("(?:readAt|lastStartedAt|dueAt|createdAt|since)":)"[^"]+"`)
	answer.Body = times.ReplaceAll(answer.Body, []byte(`$1"2026-11-29T12:00:00Z"`))
}

// requireGolden compares an answer byte for byte with its file in testdata/contract, where the front end's tests parse
// the same bytes. The hosts of the test's servers differ from run to run and are given fixed names.
func requireGolden(t *testing.T, name string, r request, answer *backend.CallResourceResponse, fake *azuretest.Azure, grafanas ...*azuretest.Grafana) {
	t.Helper()
	require.Equal(t, []string{"application/json"}, answer.Headers["Content-Type"])
	require.Equal(t, []string{"no-store"}, answer.Headers["Cache-Control"])
	var raw, written bytes.Buffer
	encoder := json.NewEncoder(&raw)
	encoder.SetEscapeHTML(false)
	require.NoError(t, encoder.Encode(struct {
		Request string          `json:"request"`
		Status  int             `json:"status"`
		Body    json.RawMessage `json:"body"`
	}{r.method + " " + r.path, answer.Status, answer.Body}))
	require.NoError(t, json.Indent(&written, raw.Bytes(), "", "  "))
	text := written.String()
	if fake != nil {
		text = strings.ReplaceAll(text, strings.TrimPrefix(fake.Manager.URL, "https://"), "management.test")
		text = strings.ReplaceAll(text, strings.TrimPrefix(fake.Entra.URL, "https://"), "login.test")
	}
	for _, grafana := range grafanas {
		text = strings.ReplaceAll(text, strings.TrimPrefix(grafana.URL, "https://"), "contoso-abcd.weu.grafana.azure.com")
		text = strings.ReplaceAll(text, grafana.Listener.Addr().String(), "contoso-abcd.weu.grafana.azure.com")
	}
	file := filepath.Join(contractFolder, name+".json")
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		return
	}
	stored, err := os.ReadFile(file)
	require.NoError(t, err, "write it with: go test ./pkg/plugin -update")
	require.Equal(t, string(stored), text)
}
