package plugin

import (
	"os"
	"slices"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// getWorkspaces answers {workspaces}: those that the identity can see and the operator allows.
func getWorkspaces(c *call) (any, error) {
	found, err := c.client.Workspaces(c.ctx)
	return struct {
		Workspaces []azure.WorkspaceChoice `json:"workspaces"`
	}{Allowed(found)}, err
}

// Allowed leaves those that the operator allows for this plugin.
func Allowed(found []azure.WorkspaceChoice) []azure.WorkspaceChoice {
	return slices.DeleteFunc(found, func(choice azure.WorkspaceChoice) bool {
		id, err := azure.ParseWorkspaceID("", choice.ID)
		return err != nil || checkAllowed(id, os.Getenv(allowedWorkspacesVariable)) != nil
	})
}
