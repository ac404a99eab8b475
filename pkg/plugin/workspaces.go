package plugin

import (
	"os"
	"slices"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// getWorkspaces answers {workspaces}: those that the identity can see and the operator allows.
func getWorkspaces(c *call) (any, error) {
	found, err := c.client.Workspaces(c.ctx)
	if err != nil {
		return nil, err
	}
	list := os.Getenv(allowedWorkspacesVariable)
	allowed := slices.DeleteFunc(found, func(choice azure.WorkspaceChoice) bool {
		id, err := azure.ParseWorkspaceID("", choice.ID)
		return err != nil || checkAllowed(id, list) != nil
	})
	return struct {
		Workspaces []azure.WorkspaceChoice `json:"workspaces"`
	}{allowed}, nil
}
