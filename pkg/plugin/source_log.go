package plugin

import (
	"cmp"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// who names the caller: authorize lets nobody in who has neither.
func (c *call) who() string { return cmp.Or(c.user.Login, c.user.Email) }

// logSource writes down who changed which data source, and how it went. Of an address only the host is told: the rest may
// hold a password.
func (c *call) logSource(change, uid string, err error, details ...any) {
	outcome := "done"
	if err != nil {
		outcome = failure.From(err).Code
	}
	backend.Logger.FromContext(c.ctx).Info("A data source of the workspace's Grafana was changed", append([]any{
		"change", change, "uid", uid, "workspace", c.id.String(), "user", c.who(), "org", c.org, "outcome", outcome}, details...)...)
}
