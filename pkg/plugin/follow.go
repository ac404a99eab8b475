package plugin

import (
	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// followed outlives instances, as tokens do.
var followed follow.Memory

func (c *call) followed() follow.Workspace { return followed.Of(c.client, c.id) }

// looked is the body of POST follow.
type looked struct {
	// First is the endpoint whose page is open; empty or left out for none.
	First string `json:"first"`
}

func (l *looked) check(*call) error {
	if l.First != "" {
		if err := azure.CheckEndpointName(l.First); err != nil {
			return failure.At("first", err)
		}
	}
	return nil
}

// postFollow answers {endpoints, targets, refresh}, see follow.Answer. It may start a refresh, which is logged with why.
func postFollow(c *call, body *looked) (any, error) {
	answer, err := c.followed().Follow(c.ctx, c.app.settings.AutomaticRefresh, body.First)
	if tried := answer.Attempt; tried != nil {
		outcome := "accepted"
		if tried.Err != nil {
			outcome = failure.From(tried.Err).Code
		}
		backend.Logger.FromContext(c.ctx).Info("An automatic refresh was sent to Azure", "because", tried.Because,
			"setting", c.app.settings.AutomaticRefresh, "workspace", c.id.String(), "org", c.org, "outcome", outcome)
	}
	return answer, err
}
