package azure

import (
	"encoding/json"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// OwnHosts are the hosts that one endpoint serves. A data source's credentials may follow its address to these and
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
	return slices.Contains(o.Names, host) || o.Below != "" && strings.HasSuffix(host, "."+o.Below)
}

// OwnHosts derives the hosts from the endpoint alone: its domain name and private IP, or the name of the Azure service
// that follows from the target's name and region.
func (e Endpoint) OwnHosts() OwnHosts {
	if target, err := ParseTargetID("targetId", e.TargetID); err == nil {
		if patterns, ok := catalogue.ServiceHosts(target.Type(), e.SubResources); ok {
			return OwnHosts{Names: derivedHosts(patterns, target.Name(), e.TargetRegion), Service: true}
		}
	}
	own := OwnHosts{}
	if ip, err := netip.ParseAddr(e.PrivateIP); err == nil && ip.IsGlobalUnicast() && ip.Zone() == "" && !ip.Is4In6() {
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

// derivedHosts are those that follow from name and region without a doubt: what only Azure knows leaves no host name.
func derivedHosts(patterns []string, name, region string) []string {
	known := strings.NewReplacer("{name}", strings.ToLower(name), "{region}", strings.ReplaceAll(strings.ToLower(region), " ", ""))
	var hosts []string
	for _, pattern := range patterns {
		// Another resource may be named like this one and a region. And cutting a colon and what follows off, as of a URL,
		// would leave a host of the name's choice.
		if host := known.Replace(pattern); !strings.Contains(pattern, "{name}-{") && IsHostName(host) {
			hosts = append(hosts, host)
		}
	}
	return hosts
}

// MayOwn tells whether a host has the form of the target's own, where only Azure knows it whole: good for a data source
// without credentials, when the target can't be asked.
func (e Endpoint) MayOwn(host string) bool {
	host = strings.ToLower(host)
	target, err := ParseTargetID("targetId", e.TargetID)
	if err != nil || !IsHostName(host) {
		return false
	}
	patterns, _ := catalogue.ServiceHosts(target.Type(), e.SubResources)
	known := strings.NewReplacer(`\{name\}`, regexp.QuoteMeta(strings.ToLower(target.Name())), `\{region\}`, `[a-z0-9]+`, `\{any\}`, `[a-z0-9.-]+`, `\{zone\}`, `[a-z0-9-]+`)
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		own, err := regexp.Compile("^" + known.Replace(regexp.QuoteMeta(pattern)) + "$")
		return err == nil && !strings.Contains(host, ".privatelink.") && own.MatchString(host)
	})
}

// OwnHosts are the names that the target tells of itself.
func (t Target) OwnHosts() OwnHosts {
	own := OwnHosts{Service: true}
	kind, _ := catalogue.KindOfType(t.Type)
	for _, path := range kind.HostProperties {
		top, rest, _ := strings.Cut(path, ".")
		for key, value := range t.Properties {
			if strings.EqualFold(key, top) {
				own.Names = append(own.Names, onlyHosts(textsAt(value, rest))...)
			}
		}
	}
	return own
}

// textsAt reads the texts at a path of keys; lists on the way are walked.
func textsAt(value jsontext.Value, path string) []string {
	if path == "" {
		var text string
		_ = json.Unmarshal(value, &text)
		return []string{text}
	}
	var list []jsontext.Value
	if json.Unmarshal(value, &list) == nil {
		var texts []string
		for _, item := range list {
			texts = append(texts, textsAt(item, path)...)
		}
		return texts
	}
	key, rest, _ := strings.Cut(path, ".")
	var object map[string]jsontext.Value
	if json.Unmarshal(value, &object) != nil {
		return nil
	}
	return textsAt(object[key], rest)
}

// onlyHosts keeps what is a host name once scheme, port and path are off.
func onlyHosts(texts []string) []string {
	var hosts []string
	for _, host := range texts {
		host = strings.TrimPrefix(strings.ToLower(host), "https://")
		host, _, _ = strings.Cut(host, "/")
		host, _, _ = strings.Cut(host, ":")
		if IsHostName(host) && strings.Contains(host, ".") {
			hosts = append(hosts, host)
		}
	}
	return hosts
}
