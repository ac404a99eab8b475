package address

import (
	"regexp"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// What stands for a secret: hidden where the address reads for sure, legal in all places of one; doubtful elsewhere, so
// that what is shown doesn't read for sure either.
const hidden, doubtful = "***", "…"

var (
	secretNames = `((?i:` + strings.Join(append(catalogue.SecretNames.Names, catalogue.SecretNames.Options...), "|") + `)\s*=)`
	// An option ends at the separator that it began with; quotes and braces keep separators in.
	options = []*regexp.Regexp{
		regexp.MustCompile(`((?:^|;)\s*)` + secretNames + `\s*(?:"[^"]*"?[^;]*|'[^']*'?[^;]*|\{[^}]*\}?[^;]*|[^;]+)`),
		regexp.MustCompile(`([?&#]\s*)` + secretNames + `[^&]+`),
	}
	// Others may be a user, and the beginning of a password.
	schemePattern = regexp.MustCompile(`^(?i:https?|wss?|grpcs?|tcp|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|sqlserver)://`)
	// Separators before it belong to it: a password may follow three slashes too.
	authorityPattern = regexp.MustCompile(`^[/?#;]*[^/?#;]*`)
	// One host or several, each with a port or none.
	placePattern = regexp.MustCompile(`^(?:\[[^\]]*\]|[^:@]*)(?::[0-9]{1,5})?(?:,[^:@,]*(?::[0-9]{1,5})?)*$`)
	// What follows an @ and can be nothing but a host: with a port, or with a dot.
	hostAndPort = regexp.MustCompile(`^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):[0-9]{1,5}(?:[/?#;]|$)`)
	dottedHost  = regexp.MustCompile(`^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?:[/?#;]|$)`)
	inOption    = regexp.MustCompile(`[?&;#][^?&;#/=@]*=[^?&;#]*$`)
)

// Redact takes the password and the secret options out of an address. The shape is one of the catalogue's, or empty where
// it isn't known. An address that reads for sure keeps its host, and names it still; of others more is hidden than may be
// needed. What is written never derives from what is shown. The front end does the same (src/domain/address/redact.ts).
func Redact(shape, text string) string {
	if p, ok := Split(shape, text); ok {
		p.User, p.Rest = withoutPassword(p.User, hidden), redactOptions(p.Rest)
		return p.String()
	}
	shown := redactOptions(text)
	scheme := schemePattern.FindString(shown)
	rest := shown[len(scheme):]
	authority := authorityPattern.FindString(rest)
	tail := rest[len(authority):]
	at := strings.LastIndexByte(authority, '@')
	isPlace := placePattern.MatchString(authority[at+1:])
	if !isPlace && strings.Contains(text, "@") || leadsToHost(tail) {
		// A password that holds a separator.
		at = strings.LastIndexByte(rest, '@')
	}
	if !isPlace && at < 0 && strings.Contains(text, "@") {
		// Its end is among the options that were hidden.
		head, _, _ := strings.Cut(rest, ":")
		return scheme + head + ":" + doubtful
	}
	return scheme + withoutPassword(rest[:at+1], doubtful) + rest[at+1:]
}

func withoutPassword(user, instead string) string {
	name, _, found := strings.Cut(user, ":")
	if !found {
		return user
	}
	return name + ":" + instead + "@"
}

func redactOptions(text string) string {
	for _, option := range options {
		text = option.ReplaceAllString(text, "${1}${2}"+hidden)
	}
	return text
}

// leadsToHost tells whether what follows the authority shows that it was part of a password: after its last @ stands a
// host, and not as the value of an option.
func leadsToHost(tail string) bool {
	at := strings.LastIndexByte(tail, '@')
	if at < 0 {
		return false
	}
	after := tail[at+1:]
	return hostAndPort.MatchString(after) || dottedHost.MatchString(after) && !inOption.MatchString(tail[:at])
}

// inText finds what may be an address in a sentence.
var inText = regexp.MustCompile(`[A-Za-z0-9][^\s"'<>]*(?:@|://)[^\s"'<>]*[^\s"'<>.,:;!?)\]}]`)

// RedactText redacts the addresses that stand in a text.
func RedactText(text string) string {
	return inText.ReplaceAllStringFunc(text, func(address string) string { return Redact("", address) })
}
