package failure

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
)

// maxCause bounds upstream text, in bytes: an HTML page from a proxy must not fill the screen or the log.
const maxCause = 2000

var names = `\b(?:` + strings.Join(catalogue.SecretNames.Names, "|") + `)`

// secretShapes are those of the catalogue, with whatever has a secret's name in a form, in JSON or in the query of one of
// Azure's signed addresses.
var secretShapes = func() []*regexp.Regexp {
	sources := append(slices.Clone(catalogue.SecretNames.Shapes),
		names+`\s*=\s*[^&\s"';,]{6,}`, names+`\\?"\s*:\s*\\?"[^"\\]{6,}`,
		`[?&](?:`+strings.Join(catalogue.SecretNames.Signatures, "|")+`)=[^&\s"']{6,}`)
	var shapes []*regexp.Regexp
	for _, source := range sources {
		shapes = append(shapes, regexp.MustCompile(`(?i)`+source))
	}
	return shapes
}()

// HideIn hides in the value of a setting: all of it where its name is a secret's, else what Hide would.
func HideIn(name string) func(string) string {
	if isSecretName(name) {
		return func(string) string { return "[hidden]" }
	}
	return func(text string) string { return Hide(text) }
}

// isSecretName also takes clientSecret, or dbPwd, for names of secrets; those of options, such as key, stand alone.
func isSecretName(name string) bool {
	plain := func(text string) string {
		return strings.NewReplacer("_", "", "-", "", ".", "", " ", "").Replace(strings.ToLower(text))
	}
	return slices.ContainsFunc(catalogue.SecretNames.Names, func(secret string) bool {
		return strings.HasSuffix(plain(name), plain(secret))
	}) || slices.Contains(catalogue.SecretNames.Options, plain(name))
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
	text = address.RedactText(text)
	for _, shape := range secretShapes {
		text = shape.ReplaceAllString(text, "[hidden]")
	}
	return text
}

// IsHidden is true for what doesn't show, breaks a line, or turns the text around in the eyes of the one who reads it. The
// browser refuses the same (src/domain/outsideText.ts).
func IsHidden(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }

// Scrub makes upstream text fit to be shown and logged: what Hide does, characters that don't show or turn the text around
// out, length bounded.
func Scrub(text string, secrets ...string) string {
	text = strings.ToValidUTF8(Hide(text, secrets...), "")
	text = strings.Map(func(r rune) rune {
		if IsHidden(r) {
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
