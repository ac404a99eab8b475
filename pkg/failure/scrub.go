package failure

import (
	"regexp"
	"strings"
	"unicode"
)

// maxCause bounds upstream text, in bytes: an HTML page from a proxy must not fill the screen or the log.
const maxCause = 2000

// Shapes of things that let their holder in: tokens, assertions, signatures, secrets in forms, private keys.
var secretShapes = []*regexp.Regexp{
	regexp.MustCompile(`eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?`),
	regexp.MustCompile(`(?i)\b(bearer)\s+[A-Za-z0-9._~+/-]{8,}=*`),
	regexp.MustCompile(`(?i)\b(client_secret|client_assertion|assertion|password|access_token|refresh_token|sig|s|c|h)=[^&\s"']{6,}`),
	regexp.MustCompile(`-----BEGIN [A-Z ]+-----[\s\S]*?(-----END [A-Z ]+-----|$)`),
}

// Scrub makes upstream text fit to be shown and logged: secrets and control characters out, length bounded.
// The given secrets are taken out wherever they stand.
func Scrub(text string, secrets ...string) string {
	for _, secret := range secrets {
		if len(secret) >= 4 {
			text = strings.ReplaceAll(text, secret, "[hidden]")
		}
	}
	for _, shape := range secretShapes {
		text = shape.ReplaceAllString(text, "[hidden]")
	}
	text = strings.ToValidUTF8(text, "")
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > maxCause {
		text = strings.ToValidUTF8(text[:maxCause], "") + "…"
	}
	return text
}
