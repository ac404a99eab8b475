package plugin

import (
	"slices"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// askedOperation is the body of POST operations: an operation as a change answered it. Azure signs its status path, and a
// signature belongs into no URL, which proxies and Grafana may log.
type askedOperation azure.Operation

// check takes only a status path of the shapes that this plugin hands out; it is asked of our own Resource Manager.
func (o *askedOperation) check(*call) error {
	if !slices.Contains([]string{"create", "update", "delete", "refresh", "approve", "reject"}, o.Kind) {
		return failure.Invalid("kind", "The operation kind must be create, update, delete, refresh, approve, or reject.", "")
	}
	if o.Kind == "refresh" {
		o.Name = ""
	} else if err := azure.CheckEndpointName(o.Name); err != nil {
		return err
	}
	if _, err := time.Parse(time.RFC3339, o.CreatedAt); err != nil && o.CreatedAt != "" {
		return failure.Invalid("createdAt", "This isn't a time in RFC 3339.", "Reload the list.")
	}
	if o.StatusPath != "" {
		return azure.CheckStatusPath(o.StatusPath)
	}
	return nil
}

// postOperation answers {operation, status, error?}.
func postOperation(c *call, asked *askedOperation) (any, error) {
	operation := azure.Operation(*asked)
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
