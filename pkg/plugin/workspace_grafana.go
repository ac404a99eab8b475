package plugin

import (
	"strings"
	"unicode"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// grafanaTokenSecret is the secret that holds a service account token of the workspace's Grafana; without it the
// identity signs in there too.
const grafanaTokenSecret = "grafanaToken"

// openGrafana reads the workspace, since its Grafana's address comes from Resource Manager alone, and fills in grafana.
func (c *call) openGrafana() (azure.Workspace, error) {
	if err := checkToken(c.app.grafanaToken); err != nil {
		return azure.Workspace{}, err
	}
	workspace, err := c.client.Workspace(c.ctx, c.id)
	if err != nil {
		return azure.Workspace{}, err
	}
	plane, err := c.client.DataPlane(workspace, c.app.grafanaToken)
	if err != nil {
		return workspace, err
	}
	c.grafana, c.workspace = grafana.New(plane, workspace, c.app.grafanaToken != ""), workspace
	return workspace, nil
}

func checkToken(token string) error {
	if strings.ContainsFunc(token, func(r rune) bool { return r > unicode.MaxASCII || unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return failure.InvalidSettings(grafanaTokenSecret, "The service account token contains invalid characters.",
			"Enter it again on the configuration page, without line breaks.")
	}
	return nil
}
