package grafana

import (
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func notFound(subject string) *failure.Error {
	return &failure.Error{Status: http.StatusNotFound, Code: "datasource_not_found",
		Message: "The " + subject + " wasn't found in the workspace's Grafana.", Hint: "It may have been deleted. Reload the list."}
}

func readOnly() *failure.Error {
	return &failure.Error{Status: http.StatusForbidden, Code: "datasource_read_only",
		Message: "This data source is provisioned from a file and can't be changed in Grafana.",
		Hint:    "Change the URL in the provisioning file, then reload provisioning or restart Grafana."}
}

func conflict() *failure.Error {
	return &failure.Error{Status: http.StatusConflict, Code: "datasource_conflict",
		Message: "Someone else updated this data source, so your change wasn't saved.",
		Hint:    "Reload the data source and review its settings before you try again."}
}

func taken() *failure.Error {
	return &failure.Error{Status: http.StatusConflict, Code: "datasource_exists", Field: "name",
		Message: "The workspace's Grafana already has a data source with this name.", Hint: "Enter another name."}
}

// Conflict is what a write meets when the data source isn't the one that the admin saw.
func Conflict() error { return conflict() }

// ReadOnly is what a write to a provisioned data source meets.
func ReadOnly() error { return readOnly() }
