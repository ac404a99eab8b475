package monitor

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

// Each class of failure is an error that says what to do, for every query that reads endpoints or the activity log, and "Save & test"
// says the same. None tells Azure's own words: whoever may query sees it.
func TestFaultsOfAzure(t *testing.T) {
	answers := func(status int, body string, headers ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			for i := 0; i+1 < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			azuretest.Write(w, status, strings.ReplaceAll(body, "{says}", `"message":"The secret is `+azuretest.ClientSecret+`."`))
		}
	}
	for name, test := range map[string]struct {
		fault  http.HandlerFunc
		status backend.Status
		says   string
	}{
		"throttled":    {answers(429, `{"error":{"code":"TooManyRequests",{says}}}`, "Retry-After", "120"), 429, "throttling"},
		"unavailable":  {answers(503, `{"error":{"code":"ServerBusy",{says}}}`, "Retry-After", "120"), 503, "Azure is unavailable"},
		"forbidden":    {answers(403, `{"error":{"code":"AuthorizationFailed",{says}}}`), 403, "Missing action"},
		"not found":    {answers(404, `{"error":{"code":"ResourceNotFound",{says}}}`), 404, "found"},
		"token":        {answers(401, `{"error":{"code":"InvalidAuthenticationToken",{says}}}`), 502, "access token"},
		"broken JSON":  {answers(200, `{"value":[{`), 502, "response"},
		"no list":      {answers(200, `{"value":{}}`), 502, "response"},
		"HTML":         {answers(200, `<html>Sign in</html>`), 502, "response"},
		"too large":    {answers(200, `{"value":["`+strings.Repeat("x", int(testLimits.Body))+`"]}`), 502, "size limit"},
		"another host": {answers(200, `{"value":[],"nextLink":"https://evil.test/"}`), 502, "isn't allowed"},
		"slow":         {azuretest.Hang, 504, "took too long"},
	} {
		fake := azuretest.Start(t)
		fake.Override = func(w http.ResponseWriter, r *http.Request) bool { test.fault(w, r); return true }
		s := newSetup(t, fake)
		limits := testLimits
		limits.Retries = 1
		// Only what is about time has little of it: a busy machine takes its own.
		if name == "slow" {
			limits.Try, limits.Call = 200*time.Millisecond, 500*time.Millisecond
		}
		factory, err := plugin.NewFactory(limits, fake.HTTPOptions())
		require.NoError(t, err)
		s.server = NewServer(func() (*azure.Factory, error) { return factory, nil })
		for _, kind := range []string{"endpoints", "counts", "condition", "names", "activity"} {
			answer := s.query(t, fmt.Sprintf(`{"queryType":%q}`, kind))
			require.Error(t, answer.Error, "%s: %s", name, kind)
			require.Equal(t, test.status, answer.Status, "%s: %s: %s", name, kind, answer.Error)
			require.Contains(t, strings.ToLower(answer.Error.Error()), strings.ToLower(test.says), name)
			require.NotContains(t, answer.Error.Error(), azuretest.ClientSecret)
			require.NotContains(t, answer.Error.Error(), "The secret is", "Azure's own words stay inside")
		}
		health := s.health(t)
		require.Equal(t, backend.HealthStatusError, health.Status)
		require.NotContains(t, health.Message, azuretest.ClientSecret)
	}
}
