// Package failure holds the one shape in which every error leaves the backend.
package failure

import "errors"

// Error is what a caller gets in place of an answer. It is classified once, where it arises.
type Error struct {
	// Status is the HTTP status it is answered with.
	Status int `json:"-"`
	// Code is stable: the browser decides by it.
	Code string `json:"code"`
	// Message is one plain sentence that says what happened.
	Message string `json:"message"`
	// Field names the setting, parameter or body member that is wrong.
	Field string `json:"field,omitzero"`
	// Cause is the upstream's own text, scrubbed of secrets.
	Cause string `json:"cause,omitzero"`
	// Hint says what to do next.
	Hint string `json:"hint,omitzero"`
	// RequestID is the upstream's id of the failed request, for a support case.
	RequestID string `json:"requestId,omitzero"`
	// RetryAfter is the number of seconds the upstream asks to wait.
	RetryAfter int `json:"retryAfter,omitzero"`
}

func (e *Error) Error() string {
	text := e.Code + ": " + e.Message
	if e.Cause != "" {
		text += " (" + e.Cause + ")"
	}
	return text
}

// NonRetriable tells the Azure SDK's retry policy that trying again would change nothing.
func (e *Error) NonRetriable() {}

// From returns err as an *Error; what nobody classified is internal, and its text stays here.
func From(err error) *Error {
	if known, ok := errors.AsType[*Error](err); ok {
		return known
	}
	return &Error{
		Status:  500,
		Code:    "internal",
		Message: "An error occurred in the plugin's backend.",
		Hint:    "Try again. If the problem persists, check the Grafana server log.",
	}
}
