// Package address reads, builds and redacts the addresses of data sources. It reads strictly: what it can't parse for sure
// is refused, since credentials follow the address.
package address

import (
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Parts are an address taken apart. Put together again in order they are the whole text, but for the brackets of an IPv6
// host and the colon of the port.
type Parts struct {
	// Scheme ends with ://, User with @, Instance (of an SQL server) begins with a backslash; Separator stands before the port,
	// a colon or, for an SQL server, a comma; Rest is path, query and options.
	Scheme, User, Host, Instance, Separator, Port, Rest string
}

// maxLength bounds an address, in bytes.
const maxLength = 2048

const (
	hostPart = `(\[[^\]]*\]|[^:/?#\\@\s;,]+)`
	portPart = `(?:(:)([0-9]+))?`
	// strayScheme may stand there, though the data sources that take a host and a port can't use it.
	strayScheme = `((?i:[a-z][a-z0-9+.-]*://)?)`
)

// Patterns by the shapes of the catalogue, with the groups of Parts in order. For mssql: as the driver of Grafana's data
// source reads it. The front end has the same (src/domain/address/parts.ts).
var (
	patterns = map[string]*regexp.Regexp{
		"url":              regexp.MustCompile(`^((?i:https?://)?)((?:[^/?#\\\s]*@)?)` + hostPart + `()` + portPart + `((?s:[/?#].*)?)$`),
		"origin":           regexp.MustCompile(`^((?i:https?://)?)()` + hostPart + `()()()()$`),
		"connectionString": regexp.MustCompile(`^(mongodb(?:\+srv)?://)((?:[^/?#\\\s]*@)?)` + hostPart + `()` + portPart + `((?s:[/?].*)?)$`),
		"redis":            regexp.MustCompile(`^((?:redis://)?)((?:[^/?#\\\s]*@)?)` + hostPart + `()` + portPart + `((?s:[/?].*)?)$`),
		"broker":           regexp.MustCompile(`^((?:tcps?|tls|ssl|mqtts?|wss?)://)((?:[^/?#\\\s]*@)?)` + hostPart + `()` + portPart + `((?s:[/?].*)?)$`),
		"hostPort":         regexp.MustCompile(`^` + strayScheme + `()` + hostPart + `()` + portPart + `()$`),
		"host":             regexp.MustCompile(`^` + strayScheme + `()` + hostPart + `()()()()$`),
		"mssql":            regexp.MustCompile(`^` + strayScheme + `()` + hostPart + `(\\[^:,;\s]*)?(?:([:,])([0-9]+))?((?s:;.*)?)$`),
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
	p := Parts{m[1], m[2], m[3], m[4], m[5], m[6], m[7]}
	if (p.Scheme != "" || shape == "url" || shape == "redis") && !p.isURL() {
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
	// The name server tells it.
	oddPort := p.Port != "" && strings.HasSuffix(p.Scheme, "+srv://")
	p.Scheme = "http://"
	u, err := url.Parse(p.String())
	doubtful := (p.Port != "" || strings.Contains(p.User, ":")) && leadsToHost(p.Rest)
	return err == nil && u.Hostname() == strings.Trim(p.Host, "[]") && u.Port() == p.Port && !doubtful && !oddPort
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
	host := p.Host
	if strings.Contains(host, ":") && !strings.HasPrefix(host, "[") {
		host = "[" + host + "]"
	}
	return p.Scheme + p.User + host + p.Instance + p.Separator + p.Port + p.Rest
}

// WithPort returns a copy with another port, after the separator that stood there or a colon.
func (p Parts) WithPort(port int) Parts {
	p.Port = strconv.Itoa(port)
	if p.Separator == "" {
		p.Separator = ":"
	}
	return p
}

// TakesScheme tells whether addresses of a shape begin with a scheme; all others are a host, and perhaps a port.
func TakesScheme(shape string) bool {
	return slices.Contains([]string{"url", "origin", "connectionString", "redis", "broker"}, shape)
}

// New is a new address of a shape, with TLS or without.
func New(shape, host string, tls bool) Parts {
	p := Parts{Host: host}
	switch {
	case shape == "url" && tls:
		p.Scheme = "https://"
	case shape == "url":
		p.Scheme = "http://"
	case shape == "broker" && tls:
		p.Scheme = "tls://"
	case shape == "broker":
		p.Scheme = "tcp://"
	case shape == "connectionString":
		p.Scheme = "mongodb://"
		if tls {
			p.Rest = "/?tls=true"
		}
	}
	return p
}

// SchemeMayBecome tells whether an update may make one scheme of another: https of http, either where a URL has none, and
// none where only a host and a port may stand.
func SchemeMayBecome(shape, before, after string) bool {
	switch {
	case before == after:
		return true
	case shape != "url":
		return after == "" && !TakesScheme(shape)
	}
	return after == "https://" && (before == "" || strings.EqualFold(before, "http://")) || after == "http://" && before == ""
}

// MayBecome tells whether an update can have made one address of another: they are equal but for host and port, and
// perhaps the scheme.
func (p Parts) MayBecome(shape string, after Parts) bool {
	mayScheme := SchemeMayBecome(shape, p.Scheme, after.Scheme)
	p.Scheme, p.Host, p.Separator, p.Port = after.Scheme, after.Host, after.Separator, after.Port
	return mayScheme && p == after
}
