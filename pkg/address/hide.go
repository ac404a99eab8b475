package address

import (
	"regexp"
	"strings"
)

// hidden stands for a secret in an address. It is legal in all places where one may stand.
const hidden = "***"

var (
	password     = regexp.MustCompile(`^((?:[A-Za-z][A-Za-z0-9+.-]*://)?[^:/?#\s]*:)[^/?#\s]*@`)
	secretOption = regexp.MustCompile(`(?i)([;?&](?:password|pwd|token|access_token)=)[^;&#]*`)
)

// Hide takes the password and the secret options out of an address. What is left names the same host, and can be told
// from another address as well as the whole.
func Hide(text string) string {
	return secretOption.ReplaceAllString(password.ReplaceAllString(text, "${1}"+hidden+"@"), "${1}"+hidden)
}

// String puts the parts together again.
func (p Parts) String() string {
	host, port := p.Host, p.Port
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port != "" {
		port = ":" + port
	}
	return p.Before + host + p.Instance + port + p.After
}

// At is the same address at another host and port.
func (p Parts) At(other Parts) Parts {
	p.Host, p.Port = other.Host, other.Port
	return p
}
