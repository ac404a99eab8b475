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
	return failure.InvalidSettings(field, "This isn't an id that Entra uses.", "It looks like 00000000-0000-0000-0000-000000000000; the app registration's overview shows it.")
}

// CheckAPIVersion refuses what isn't an API version's date. Empty is fine.
func CheckAPIVersion(version string) error {
	if version == "" || apiVersionPattern.MatchString(version) {
		return nil
	}
	return failure.InvalidSettings("apiVersion", "The API version must look like "+APIVersion+" or 2025-09-01-preview.", "Correct it, or leave it out.")
}
