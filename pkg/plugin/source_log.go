package plugin

import (
	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// logSource writes down who changed which data source, and how it went. Of an address only the host is told: the rest may
// hold a password.
func (c *call) logSource(change string, workspace azure.WorkspaceID, uid string, err error, details ...any) {
	outcome := "done"
	if err != nil {
		outcome = failure.From(err).Code
	}
	backend.Logger.FromContext(c.ctx).Info("A data source of the workspace's Grafana was changed", append([]any{
		"change", change, "uid", uid, "workspace", workspace.String(), "user", c.user.Login, "outcome", outcome}, details...)...)
}
