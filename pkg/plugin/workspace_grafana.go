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

// tower is what a call on the workspace's own Grafana works with.
type tower struct {
	azure     *azure.Client
	id        azure.WorkspaceID
	workspace azure.Workspace
	grafana   *grafana.Client
}

// tower reads the workspace, since its address comes from Resource Manager alone, and opens the way to its Grafana.
func (c *call) tower() (tower, error) {
	client, id, err := c.app.azure()
	if err != nil {
		return tower{}, err
	}
	if err := checkToken(c.app.grafanaToken); err != nil {
		return tower{}, err
	}
	workspace, err := client.Workspace(c.ctx, id)
	if err != nil {
		return tower{}, err
	}
	plane, err := client.DataPlane(workspace, c.app.grafanaToken)
	if err != nil {
		return tower{workspace: workspace}, err
	}
	return tower{client, id, workspace, grafana.New(plane, workspace, c.app.grafanaToken != "")}, nil
}

// towerFor is tower for a route that names a data source.
func (c *call) towerFor(uid string) (tower, error) {
	if err := grafana.CheckUID(uid); err != nil {
		return tower{}, err
	}
	return c.tower()
}

func checkToken(token string) error {
	if strings.ContainsFunc(token, func(r rune) bool { return r > unicode.MaxASCII || unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return failure.InvalidSettings(grafanaTokenSecret, "The service account token holds characters that no token has.",
			"Enter it again on the configuration page, without line breaks.")
	}
	return nil
}
