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
	// Before is scheme and user, Instance the instance of an SQL server, After path, query and options.
	Before, Host, Instance, Port, After string
}

// maxLength bounds an address, in bytes.
const maxLength = 2048

var (
	// [scheme://][user@]host[:port][/…]
	urlPattern = regexp.MustCompile(`^((?:https?://)?(?:[^/?#\\@\s]*@)?)(\[[^\]]*\]|[^:/?#\\@\s]+)(?::([0-9]+))?((?s:[/?#].*)?)$`)
	// host[:port]
	hostPortPattern = regexp.MustCompile(`^()(\[[^\]]*\]|[^:/?#\\@\s;,]+)(?::([0-9]+))?()$`)
	// host[\instance][:port][;option=…], as the driver of Grafana's data source reads it
	mssqlPattern = regexp.MustCompile(`^()(\[[^\]]*\]|[^:/?#\\@\s;,]+)(\\[^:;\s]*)?(?::([0-9]+))?((?s:;.*)?)$`)
	hostPattern  = regexp.MustCompile(`^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$`)
)

// Split takes an address apart; false when its one host can't be told for sure.
func (k Kind) Split(text string) (Parts, bool) {
	if len(text) > maxLength {
		return Parts{}, false
	}
	var p Parts
	switch k.shape {
	case shapeMSSQL:
		m := mssqlPattern.FindStringSubmatch(text)
		if m == nil {
			return Parts{}, false
		}
		p = Parts{m[1], m[2], m[3], m[4], m[5]}
	case shapeURL:
		m := urlPattern.FindStringSubmatch(text)
		if m == nil {
			return Parts{}, false
		}
		p = Parts{m[1], m[2], "", m[3], m[4]}
	default:
		m := hostPortPattern.FindStringSubmatch(text)
		if m == nil || k.shape == shapeHost && m[3] != "" {
			return Parts{}, false
		}
		p = Parts{m[1], m[2], "", m[3], m[4]}
	}
	if !p.readHost() || !isPort(p.Port) || k.shape == shapeURL && !p.agreesWithGo(text) {
		return Parts{}, false
	}
	return p, true
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

// agreesWithGo asks the parser that the data sources use themselves: two readings of one address are one too many.
func (p *Parts) agreesWithGo(text string) bool {
	if !strings.Contains(p.Before, "://") {
		text = "http://" + text
	}
	u, err := url.Parse(text)
	return err == nil && u.Hostname() == p.Host && u.Port() == p.Port
}

func isPort(text string) bool {
	if text == "" {
		return true
	}
	number, err := strconv.Atoi(text)
	return err == nil && number >= 1 && number <= 65535
}

// OnlyHostDiffers tells whether two addresses are equal but for host and port.
func OnlyHostDiffers(a, b Parts) bool {
	return a.Before == b.Before && a.Instance == b.Instance && a.After == b.After
}

// Plain tells whether an address has no user, options or instance: what a new data source may have.
func (p Parts) Plain() bool {
	return !strings.Contains(p.Before, "@") && p.Instance == "" && !strings.ContainsAny(p.After, "?#;\\")
}
