package azure

import (
	"regexp"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// A tenant or application may be named by its GUID, a tenant also by one of its domains.
var directoryPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*$`)

// CheckDirectoryID refuses a tenant or client id that can't be part of Entra's addresses. Empty is fine.
func CheckDirectoryID(field, id string) error {
	if id == "" || len(id) <= 253 && directoryPattern.MatchString(id) {
		return nil
	}
	return failure.InvalidSettings(field, "This isn't a valid tenant or client ID.", "Use the format 00000000-0000-0000-0000-000000000000. The overview page of the app registration shows the ID.")
}

// CheckAPIVersion refuses what isn't an API version's date. Empty is fine.
func CheckAPIVersion(version string) error {
	if version == "" || apiVersionPattern.MatchString(version) {
		return nil
	}
	return failure.InvalidSettings("apiVersion", "The API version must be a date such as "+APIVersion+" or 2025-09-01-preview.", "Correct the API version, or leave it empty.")
}
