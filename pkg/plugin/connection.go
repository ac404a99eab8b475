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
	client, workspace, endpoint, err := readNamed(c)
	if err != nil {
		return nil, err
	}
	target, err := azure.ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return connectionAnswer{Error: failure.From(err)}, nil
	}
	connections, err := client.Connections(c.ctx, target)
	if err != nil {
		return connectionAnswer{Error: failure.From(err)}, nil
	}
	return connectionAnswer{Readable: true, Connections: azure.Grade(connections, workspace, endpoint)}, nil
}

// readNamed reads the endpoint that the path names.
func readNamed(c *call) (*azure.Client, azure.WorkspaceID, azure.Endpoint, error) {
	client, workspace, err := namedScope(c)
	if err != nil {
		return nil, workspace, azure.Endpoint{}, err
	}
	endpoint, err := client.Endpoint(c.ctx, workspace, c.path["name"])
	return client, workspace, endpoint, err
}

// namedScope checks the name in the path and returns the client and workspace.
func namedScope(c *call) (*azure.Client, azure.WorkspaceID, error) {
	if err := azure.CheckEndpointName(c.path["name"]); err != nil {
		return nil, azure.WorkspaceID{}, err
	}
	return c.app.azure()
}
