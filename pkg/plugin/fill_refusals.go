package plugin

import (
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func unknownField(dataSourceType string) error {
	return &failure.Error{Status: http.StatusBadRequest, Code: "datasource_field_unknown",
		Message: "This plugin can't update data sources of the type " + failure.Scrub(dataSourceType) + ".",
		Hint:    "Open the data source in Grafana and update the URL there."}
}

func unsafeNumber() error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_unsafe_number",
		Message: "The data source contains a number that a browser can't represent exactly, so it can't be updated here.",
		Hint:    "Open the data source in Grafana and update the URL there."}
}

func unreadableAddress() error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_address_unreadable",
		Message: "The current URL of the data source can't be parsed, so the data source wasn't changed.",
		Hint:    "Open the data source in Grafana and update the URL there."}
}

func notAnAddress() error {
	return failure.Invalid("host", "The host must be exactly one host name or IP address.",
		"A host can only contain letters, numbers, periods, and hyphens. Use the xn-- form for international domain names.")
}

func hostOutside(suffix string) error {
	return failure.Invalid("host", "Data sources of this type take only a host that ends with "+suffix+".", "Choose another host.")
}

func schemeMissing() error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_value_not_allowed", Field: "scheme",
		Message: "The URL of the data source has no scheme, so the data source wasn't changed.",
		Hint:    "Choose http or https."}
}

func schemeTooPlain(endpoint string) error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_value_not_allowed", Field: "scheme",
		Message: "The target resource of " + endpoint + " requires TLS, but the URL would begin with http://, so nothing was written.",
		Hint:    "Choose https."}
}

func schemeNotDemanded(endpoint string) error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_value_not_allowed", Field: "scheme",
		Message: "The target resource of " + endpoint + " doesn't require TLS, so the data source wasn't changed.",
		Hint:    "Change the scheme in the data source settings."}
}
