package azure

import (
	"net/http"
	"regexp"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// upstreamError is what an error answer says, whatever its envelope.
type upstreamError struct {
	code, message string
}

var htmlTag = regexp.MustCompile(`(?s)<(script|style).*?</(script|style)>|<[^>]*>`)

// readUpstreamError understands Resource Manager's envelope {"error":{…}}, the same without the envelope, {"Message":…}
// and plain text or HTML of something in between.
func readUpstreamError(resp *http.Response) upstreamError {
	body, err := runtime.Payload(resp)
	if err != nil || len(body) == 0 {
		return upstreamError{code: resp.Header.Get("X-Ms-Error-Code")}
	}
	var e upstreamError
	d := newDecoder(body)
	var member func(lower, key string) error
	member = func(lower, key string) error {
		switch lower {
		case "error":
			if d.PeekKind() == '{' {
				return d.object(key, member)
			}
			return d.text(key, &e.code)
		case "code":
			return d.text(key, &e.code)
		case "message", "error_description":
			return d.text(key, &e.message)
		}
		return d.SkipValue()
	}
	if err := d.object("", member); err != nil || e == (upstreamError{}) {
		e.message = PlainText(body)
	}
	if e.code == "" {
		e.code = resp.Header.Get("X-Ms-Error-Code")
	}
	return e
}

func (e upstreamError) String() string {
	if e.code == "" || strings.Contains(e.message, e.code) {
		return e.message
	}
	return strings.TrimSuffix(e.code+": "+e.message, ": ")
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
