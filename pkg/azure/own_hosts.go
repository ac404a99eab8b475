package azure

import (
	"net/netip"
	"regexp"
	"strings"
)

// OwnHosts are the hosts that lead over one endpoint. A data source's credentials may follow its address to these and
// to no others.
type OwnHosts struct {
	// Names are in lower case.
	Names []string
	// Below is the part after "*." of a wildcard domain name, in lower case, or empty.
	Below string
	// IP is the private IP, or invalid when none leads there.
	IP netip.Addr
	// Service is true when the names are the Azure service's own.
	Service bool
}

var (
	hostLabel  = `[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`
	hostSyntax = regexp.MustCompile(`^` + hostLabel + `(?:\.` + hostLabel + `)*$`)
)

// IsHostName is true for a plain host name in lower case: ASCII, without port, user or final dot.
func IsHostName(host string) bool { return len(host) <= 253 && hostSyntax.MatchString(host) }

// Own tells whether a host, a name or an IP without brackets, is one of them.
func (o OwnHosts) Own(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return o.IP.IsValid() && ip == o.IP
	}
	host = strings.ToLower(host)
	if !IsHostName(host) {
		return false
	}
	for _, name := range o.Names {
		if host == name {
			return true
		}
	}
	return o.Below != "" && strings.HasSuffix(host, "."+o.Below)
}

// OwnHosts derives the hosts from the endpoint alone: its domain name and private IP, or the name of the Azure service
// that follows from the target's name and region.
func (e Endpoint) OwnHosts() OwnHosts {
	target, err := ParseTargetID("targetId", e.TargetID)
	if err == nil {
		if service, ok := serviceHosts[strings.ToLower(target.Type())]; ok {
			return OwnHosts{Names: service.derived(target.Name(), e.TargetRegion), Service: true}
		}
	}
	own := OwnHosts{}
	if ip, err := netip.ParseAddr(e.PrivateIP); err == nil && ip.IsGlobalUnicast() {
		// Neither the machine itself nor its metadata service is behind an endpoint.
		own.IP = ip
	}
	name := strings.TrimSuffix(strings.ToLower(e.DomainName), ".")
	if below, wild := strings.CutPrefix(name, "*."); wild {
		// Azure refuses shorter ones; a wildcard over a whole top-level domain would own everybody's hosts.
		if IsHostName(below) && strings.Contains(below, ".") {
			own.Below = below
		}
	} else if IsHostName(name) {
		own.Names = []string{name}
	}
	return own
}
