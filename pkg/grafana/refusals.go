package grafana

import (
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func notFound(subject string) *failure.Error {
	return &failure.Error{Status: http.StatusNotFound, Code: "datasource_not_found",
		Message: "The workspace's Grafana has no " + subject + " like this.", Hint: "It may have been deleted meanwhile. Read the list again."}
}

func readOnly() *failure.Error {
	return &failure.Error{Status: http.StatusForbidden, Code: "datasource_read_only",
		Message: "This data source comes from a provisioning file and can't be changed through Grafana.",
		Hint:    "Change the address in that file, then have Grafana read it again."}
}

func conflict() *failure.Error {
	return &failure.Error{Status: http.StatusConflict, Code: "datasource_conflict",
		Message: "Somebody else changed this data source meanwhile, so nothing was written.",
		Hint:    "Read it again, look at what changed, and decide again."}
}

func taken() *failure.Error {
	return &failure.Error{Status: http.StatusConflict, Code: "datasource_exists", Field: "name",
		Message: "The workspace's Grafana already has a data source of this name.", Hint: "Choose another name."}
}

// Conflict is what a write meets when the data source isn't the one that the admin saw.
func Conflict() error { return conflict() }

// ReadOnly is what a write to a provisioned data source meets.
func ReadOnly() error { return readOnly() }
