package plugin

import (
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

type accessAnswer struct {
	// Origin is the workspace's Grafana; empty when Azure tells none.
	Origin string `json:"origin"`
	// SignIn is token for a service account token, else identity.
	SignIn string `json:"signIn"`
	// PublicAccess is false when the workspace is closed to the public network: a finding of its own.
	PublicAccess bool `json:"publicAccess"`
	// Reachable is true when the workspace's Grafana answered and took the token.
	Reachable bool `json:"reachable"`
	// Role is the least Grafana role that has these permissions, or empty.
	Role        string              `json:"role"`
	Permissions grafana.Permissions `json:"permissions"`
	// Error says why Grafana could not be asked.
	Error *failure.Error `json:"error,omitzero"`
}

// getGrafanaAccess answers what the plugin may do in the workspace's own Grafana. That Grafana's failures are part of
// the answer; Azure's are errors.
func getGrafanaAccess(c *call) (any, error) {
	answer := accessAnswer{SignIn: "identity", Permissions: grafana.UnknownPermissions}
	if c.app.grafanaToken != "" {
		answer.SignIn = "token"
	}
	workspace, err := c.openGrafana()
	answer.Origin = workspace.Endpoint
	answer.PublicAccess = !strings.EqualFold(workspace.PublicNetworkAccess, "Disabled")
	if err != nil {
		if workspace.ID == "" {
			return nil, err
		}
		answer.Error = failure.From(err)
		return answer, nil
	}
	permissions, err := c.grafana.Permissions(c.ctx)
	if err != nil {
		answer.Error = failure.From(err)
		return answer, nil
	}
	answer.Reachable, answer.Permissions, answer.Role = true, permissions, permissions.Role()
	return answer, nil
}
