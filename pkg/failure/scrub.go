package failure

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// maxCause bounds upstream text, in bytes: an HTML page from a proxy must not fill the screen or the log.
const maxCause = 2000

// Shapes of things that let their holder in: tokens (JSON Web Tokens, Grafana's), assertions, signatures, secrets in
// forms and in JSON, passwords in addresses, private keys.
var secretShapes = []*regexp.Regexp{
	regexp.MustCompile(`eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)*`),
	regexp.MustCompile(`\b(glsa_|glc_|eyJrIjoi)[A-Za-z0-9_+/-]{8,}=*`),
	regexp.MustCompile(`(?i)\b(bearer)\s+[A-Za-z0-9._~+/-]{8,}=*`),
	regexp.MustCompile(`(?i)\b(client_secret|client_assertion|assertion|password|access_token|refresh_token|sig|s|c|h)=[^&\s"']{6,}`),
	regexp.MustCompile(`(?i)\b(client_secret|client_assertion|assertion|password|access_token|refresh_token|id_token)\\?"\s*:\s*\\?"[^"\\]{6,}`),
	regexp.MustCompile(`://[^\s:/?#@"']*:[^\s/?#@"']+@`),
	regexp.MustCompile(`-----BEGIN [A-Z ]+-----[\s\S]*?(-----END [A-Z ]+-----|$)`),
}

// Hide takes secrets out of a text and leaves the rest as it is: the given ones wherever they stand, as they are or as a
// form or URL writes them, and whatever has a secret's shape.
func Hide(text string, secrets ...string) string {
	for _, secret := range secrets {
		if len(secret) < 4 {
			continue
		}
		for _, written := range []string{secret, url.QueryEscape(secret), url.PathEscape(secret)} {
			text = strings.ReplaceAll(text, written, "[hidden]")
		}
	}
	for _, shape := range secretShapes {
		text = shape.ReplaceAllString(text, "[hidden]")
	}
	return text
}

// Scrub makes upstream text fit to be shown and logged: what Hide does, characters that don't show or turn the text around
// out, length bounded.
func Scrub(text string, secrets ...string) string {
	text = strings.ToValidUTF8(Hide(text, secrets...), "")
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) {
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
