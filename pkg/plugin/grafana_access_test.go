package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestAccessTellsTheOtherSide(t *testing.T) {
	type answerShape struct {
		Origin, SignIn, Role    string
		PublicAccess, Reachable bool
		Permissions             map[string]string
		Error                   *refusal
	}
	s, fake, grafana := remoteSetup(t)
	ask := func() answerShape {
		answer := get("grafana-access").send(t, s.app(t))
		require.Equal(t, 200, answer.Status, string(answer.Body))
		return decodeAnswer[answerShape](t, answer)
	}
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		azuretest.Write(w, 200, `{"datasources:read":["datasources:*"],"datasources:query":["datasources:uid:x"]}`)
		return true
	}
	viewer := ask()
	require.Equal(t, "Viewer", viewer.Role)
	require.Equal(t, map[string]string{"read": "yes", "query": "unknown", "create": "no", "write": "no", "delete": "no"}, viewer.Permissions)

	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		hidden := strings.Contains(r.URL.Path, "access-control")
		if hidden {
			azuretest.Write(w, 404, `{"message":"Not found"}`)
		}
		return hidden
	}
	hidden := ask()
	require.True(t, hidden.Reachable)
	require.Equal(t, "yes", hidden.Permissions["read"])
	require.Equal(t, "unknown", hidden.Permissions["write"])

	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		empty := strings.Contains(r.URL.Path, "access-control")
		if empty {
			azuretest.Write(w, 200, `{}`)
		}
		return empty
	}
	require.Equal(t, hidden.Permissions, ask().Permissions)
	grafana.Override = func(w http.ResponseWriter, r *http.Request) bool {
		down := strings.Contains(r.URL.Path, "access-control")
		if down {
			azuretest.Write(w, 503, `{}`)
		}
		return down
	}
	require.Equal(t, "grafana_unavailable", ask().Error.Code)

	grafana.Override = nil
	s.secrets["grafanaToken"] = "glsa_wrong"
	wrong := ask()
	require.Equal(t, "token", wrong.SignIn)
	require.Equal(t, "grafana_token_rejected", wrong.Error.Code)

	delete(s.secrets, "grafanaToken")
	answerWorkspace(fake, grafana.URL, "Disabled")
	open := ask()
	require.False(t, open.PublicAccess)
	require.True(t, open.Reachable, "over a private endpoint of its own")
	answerWorkspace(fake, "", "Enabled")
	require.Equal(t, "grafana_address_unknown", ask().Error.Code)
	fake.Answer(workspaceRoute, 404, `{}`)
	requireRefusal(t, get("grafana-access").send(t, s.app(t)), 404, "workspace_not_found")

	answerWorkspace(fake, grafana.URL, "Disabled")
	grafana.Close()
	closed := ask()
	require.Equal(t, "grafana_public_access_disabled", closed.Error.Code)
	require.Equal(t, grafana.URL, closed.Origin)
}
