package failure

import "net/http"

// Invalid is a request or body whose named field is wrong.
func Invalid(field, message, hint string) *Error {
	return &Error{Status: http.StatusBadRequest, Code: "invalid_request", Field: field, Message: message, Hint: hint}
}

// InvalidSettings is a stored setting that can't be used.
func InvalidSettings(field, message, hint string) *Error {
	return &Error{Status: http.StatusBadRequest, Code: "invalid_settings", Field: field, Message: message, Hint: hint}
}

// NotConfigured is a setting that nobody has filled in yet.
func NotConfigured(field, message string) *Error {
	return &Error{
		Status: http.StatusBadRequest, Code: "not_configured", Field: field, Message: message,
		Hint: "Open the Workspace tab of the plugin's configuration page, complete the settings, and save.",
	}
}

// At is err with another field: the same rule applied to another member.
func At(field string, err error) error {
	moved := *From(err)
	moved.Field = field
	return &moved
}
