package azure

import (
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// upstreamError is what an error answer says, whatever its envelope.
type upstreamError struct {
	code, message string
	// details are what stands in details and innererror, which often alone say why.
	details string
}

// As many details as an admin reads; Azure repeats them for each part of a deployment.
const maxDetails = 5

var htmlTag = regexp.MustCompile(`(?s)<(script|style).*?</(script|style)>|<[^>]*>`)

// readUpstreamError understands Resource Manager's envelope {"error":{…}}, the same without the envelope, {"Message":…}
// and plain text or HTML of something in between.
func readUpstreamError(resp *http.Response) upstreamError {
	body, err := runtime.Payload(resp)
	if err != nil || len(body) == 0 {
		return upstreamError{code: resp.Header.Get("X-Ms-Error-Code")}
	}
	reader := errorReader{decoder: newDecoder(body)}
	e, err := reader.read("")
	if err != nil || e == (upstreamError{}) {
		e.message = PlainText(body)
	}
	if e.code == "" {
		e.code = resp.Header.Get("X-Ms-Error-Code")
	}
	return e
}

// errorReader reads an error object together with its details and inner errors.
type errorReader struct {
	*decoder
	details []string
}

func (r *errorReader) read(name string) (upstreamError, error) {
	var e upstreamError
	err := r.object(name, r.member(&e))
	e.details = summary(r.details, e.message)
	return e, err
}

func (r *errorReader) member(into *upstreamError) func(lower, key string) error {
	return func(lower, key string) error {
		switch lower {
		case "error":
			if r.PeekKind() == '{' {
				return r.object(key, r.member(into))
			}
			return r.text(key, &into.code)
		case "code":
			return r.text(key, &into.code)
		case "message", "error_description":
			return r.text(key, &into.message)
		case "innererror":
			return r.detail(key)
		case "details":
			return r.array(key, func() error { return r.detail(key) })
		}
		return r.SkipValue()
	}
}

func (r *errorReader) detail(key string) error {
	var detail upstreamError
	place := len(r.details)
	r.details = append(r.details, "")
	err := r.object(key, r.member(&detail))
	r.details[place] = detail.String()
	return err
}

// summary is what the details add to the message, each once.
func summary(details []string, message string) string {
	var told []string
	for _, text := range details {
		if len(told) < maxDetails && !strings.Contains(message, text) && !slices.Contains(told, text) {
			told = append(told, text)
		}
	}
	return strings.Join(told, "; ")
}

func (e upstreamError) String() string {
	said := strings.TrimSuffix(e.code+": "+e.message, ": ")
	if e.code == "" || strings.Contains(e.message, e.code) {
		said = e.message
	}
	switch {
	case e.details == "":
		return said
	case said == "":
		return e.details
	}
	return said + " (" + e.details + ")"
}

var requestIDPattern = regexp.MustCompile(`^[A-Za-z0-9_.:-]{1,200}$`)

func requestID(header http.Header) string {
	for _, name := range []string{"X-Ms-Request-Id", "X-Ms-Correlation-Request-Id"} {
		// It is echoed, so it may be anything that was sent along.
		if id := header.Get(name); requestIDPattern.MatchString(id) {
			return failure.Hide(id)
		}
	}
	return ""
}
