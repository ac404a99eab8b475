package plugin

import (
	"slices"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// getOperation answers {operation, status, error?} for ?kind&name&statusPath&createdAt, which a change answered before. The status
// path must have one of the shapes that this plugin hands out, and is asked of our own Resource Manager.
func getOperation(c *call) (any, error) {
	operation := azure.Operation{Kind: c.query.Get("kind"), Name: c.query.Get("name"), StatusPath: c.query.Get("statusPath"), CreatedAt: c.query.Get("createdAt")}
	if !slices.Contains([]string{"create", "update", "delete", "refresh"}, operation.Kind) {
		return nil, failure.Invalid("kind", "The operation kind must be create, update, delete, or refresh.", "")
	}
	if operation.Kind == "refresh" {
		operation.Name = ""
	} else if err := azure.CheckEndpointName(operation.Name); err != nil {
		return nil, err
	}
	if _, err := time.Parse(time.RFC3339, operation.CreatedAt); err != nil && operation.CreatedAt != "" {
		return nil, failure.Invalid("createdAt", "This isn't a time in RFC 3339.", "Reload the list.")
	}
	if operation.StatusPath != "" {
		if err := azure.CheckStatusPath(operation.StatusPath); err != nil {
			return nil, err
		}
	}
	progress, err := c.followed().Progress(c.ctx, operation)
	if err != nil {
		return nil, err
	}
	return struct {
		Operation azure.Operation `json:"operation"`
		Status    string          `json:"status"`
		Error     *failure.Error  `json:"error,omitzero"`
	}{operation, progress.Status, progress.Error}, nil
}
