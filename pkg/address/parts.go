// Package address reads, builds and redacts the addresses of data sources. It reads strictly: what it can't parse for sure
// is refused, since credentials follow the address.
package address

import (
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// Parts are an address taken apart. Put together again in order they are the whole text, but for the brackets of an IPv6
// host and the colon of the port.
type Parts struct {
	// Scheme ends with ://, User with @, Instance (of an SQL server) begins with a backslash; Rest is path, query and options.
	Scheme, User, Host, Instance, Port, Rest string
}

// maxLength bounds an address, in bytes.
const maxLength = 2048

const hostPart = `(\[[^\]]*\]|[^:/?#\\@\s;,]+)`

// Patterns by the shapes of the catalogue, with the groups of Parts in order. For mssql: as the driver of Grafana's data
// source reads it. The front end has the same (src/domain/address/parts.ts).
var (
	patterns = map[string]*regexp.Regexp{
		"url":              regexp.MustCompile(`^((?i:https?://)?)((?:[^/?#\\\s]*@)?)` + hostPart + `()(?::([0-9]+))?((?s:[/?#].*)?)$`),
		"connectionString": regexp.MustCompile(`^(mongodb(?:\+srv)?://)((?:[^/?#\\\s]*@)?)` + hostPart + `()(?::([0-9]+))?((?s:[/?].*)?)$`),
		"hostPort":         regexp.MustCompile(`^()()` + hostPart + `()(?::([0-9]+))?()$`),
		"host":             regexp.MustCompile(`^()()` + hostPart + `()()()$`),
		"mssql":            regexp.MustCompile(`^()()` + hostPart + `(\\[^:;\s]*)?(?::([0-9]+))?((?s:;.*)?)$`),
	}
	hostPattern = regexp.MustCompile(`^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.?$`)
)

// Split takes an address of a shape apart; false when its one host can't be told for sure.
func Split(shape, text string) (Parts, bool) {
	pattern := patterns[shape]
	if pattern == nil || len(text) > maxLength {
		return Parts{}, false
	}
	m := pattern.FindStringSubmatch(text)
	if m == nil {
		return Parts{}, false
	}
	p := Parts{m[1], m[2], m[3], m[4], m[5], m[6]}
	if (p.Scheme != "" || shape == "url") && !p.isURL() {
		return Parts{}, false
	}
	return p, p.readHost() && isPort(p.Port)
}

// readHost takes the brackets off an IPv6 address and refuses what is neither that nor a plain name.
func (p *Parts) readHost() bool {
	if inner, bracketed := strings.CutPrefix(p.Host, "["); bracketed {
		p.Host = strings.TrimSuffix(inner, "]")
		ip, err := netip.ParseAddr(p.Host)
		return err == nil && ip.Is6() && ip.Zone() == ""
	}
	return hostPattern.MatchString(p.Host)
}

// isURL asks the parser that the data sources use themselves: two readings of one address are one too many. Nor may what
// stands before an @ in the path be the rest of a password.
func (p Parts) isURL() bool {
	p.Scheme = "http://"
	u, err := url.Parse(p.String())
	doubtful := (p.Port != "" || strings.Contains(p.User, ":")) && leadsToHost(p.Rest)
	return err == nil && u.Hostname() == strings.Trim(p.Host, "[]") && u.Port() == p.Port && !doubtful
}

func isPort(text string) bool {
	if text == "" {
		return true
	}
	number, err := strconv.Atoi(text)
	return err == nil && number >= 1 && number <= 65535
}

// String puts the parts together again.
func (p Parts) String() string {
	host, port := p.Host, p.Port
	if strings.Contains(host, ":") && !strings.HasPrefix(host, "[") {
		host = "[" + host + "]"
	}
	if port != "" {
		port = ":" + port
	}
	return p.Scheme + p.User + host + p.Instance + port + p.Rest
}

// MayBecome tells whether an update can have made one address of another: they are equal but for host and port, and
// perhaps https in place of http.
func (p Parts) MayBecome(after Parts) bool {
	if strings.EqualFold(p.Scheme, "http://") && after.Scheme == "https://" {
		p.Scheme = after.Scheme
	}
	p.Host, p.Port = after.Host, after.Port
	return p == after
}
