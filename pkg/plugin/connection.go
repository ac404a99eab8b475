package plugin

import (
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

type connectionAnswer struct {
	// Readable is false when the target's view can't be had; Error says why.
	Readable    bool                     `json:"readable"`
	Connections []azure.GradedConnection `json:"connections"`
	Error       *failure.Error           `json:"error,omitzero"`
}

// getConnection answers {readable, connections, error?}: what the endpoint's target says about it. That a target can't be
// read is common, since it belongs to somebody else, and no failure of the request.
func getConnection(c *call) (any, error) {
	endpoint, err := c.client.Endpoint(c.ctx, c.id, c.path["name"])
	if err != nil {
		return nil, err
	}
	target, err := azure.ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return connectionAnswer{Error: failure.From(err)}, nil
	}
	connections, err := c.client.Connections(c.ctx, target)
	if err != nil {
		return connectionAnswer{Error: failure.From(err)}, nil
	}
	return connectionAnswer{Readable: true, Connections: azure.GradeAll(connections, c.id, endpoint)}, nil
}
