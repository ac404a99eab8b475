package plugin

import (
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func unknownField(dataSourceType string) error {
	return &failure.Error{Status: http.StatusBadRequest, Code: "datasource_field_unknown", Field: "field",
		Message: "This isn't an address field of data sources of the type " + failure.Scrub(dataSourceType) + " that this plugin writes.",
		Hint:    "Open the data source in Grafana and enter the address there."}
}

func unsafeNumber() error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_unsafe_number",
		Message: "The data source holds a number that a browser can't hold exactly, so it is shown, not written.",
		Hint:    "Open the data source in Grafana and enter the address there."}
}

func unreadableAddress() error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_address_unreadable",
		Message: "The data source's present address can't be read for sure, so it isn't changed.",
		Hint:    "Open the data source in Grafana and enter the address there."}
}

func notAnAddress() error {
	return failure.Invalid("value", "The new address isn't one with a single plain host.",
		"Only letters, digits, dots and dashes are taken in a host; names in other scripts need their xn-- form.")
}

func moreThanTheHost() error {
	return &failure.Error{Status: http.StatusUnprocessableEntity, Code: "datasource_value_not_allowed", Field: "value",
		Message: "The new address differs in more than host and port, so nothing was written.",
		Hint:    "Scheme, user, path and options stay as they are; change them in Grafana."}
}
