package azure

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"syscall"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// dialled is the host that a request to a workspace's Grafana goes to, in the request's context.
type dialled struct {
	host string
	// trusted is true where the operator named the host: then it may be in a private network.
	trusted bool
}

type dialledKey struct{}

// GuardDials keeps a transport from connecting to this machine and to private networks, whatever a name resolves to. What a
// proxy connects to is the proxy's to decide.
func GuardDials(options httpclient.Options, transport *http.Transport) {
	transport.DialContext = guardedDial(net.Dialer{Timeout: options.Timeouts.DialTimeout, KeepAlive: options.Timeouts.KeepAlive})
}

func guardedDial(dialer net.Dialer) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		to, known := ctx.Value(dialledKey{}).(dialled)
		host, _, _ := net.SplitHostPort(address)
		guarded := dialer
		if !known || strings.EqualFold(host, to.host) {
			guarded.Control = func(_, resolved string, _ syscall.RawConn) error { return to.check(resolved) }
		}
		return guarded.DialContext(ctx, network, address)
	}
}

// check judges the address that the host resolved to, just before the connection is made.
func (d dialled) check(resolved string) error {
	address, err := netip.ParseAddrPort(resolved)
	if err == nil && (!isInner(address.Addr()) || d.trusted && !isNobodys(address.Addr())) {
		return nil
	}
	return &failure.Error{Status: http.StatusBadGateway, Code: "grafana_address_private",
		Message: "The workspace's Grafana " + failure.Scrub(d.host) + " resolves to a private or local address: " + resolved + ".",
		Hint:    "Check the DNS of the Grafana server. If a private endpoint to the workspace is why, ask the operator to add the host to grafana_hosts in Grafana's configuration for this plugin."}
}

// Addresses that aren't public, besides those that net/netip knows (IANA's special-purpose registries).
var inner = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

// nat64 addresses hold an IPv4 address in their last four bytes.
var nat64 = netip.MustParsePrefix("64:ff9b::/96")

func plainAddress(address netip.Addr) netip.Addr {
	address = address.Unmap().WithZone("")
	if nat64.Contains(address) {
		bytes := address.As16()
		return netip.AddrFrom4([4]byte(bytes[12:]))
	}
	return address
}

func isInner(address netip.Addr) bool {
	plain := plainAddress(address)
	return plain.IsLoopback() || plain.IsPrivate() || isNobodys(plain) ||
		slices.ContainsFunc(inner, func(prefix netip.Prefix) bool { return prefix.Contains(plain) })
}

// isNobodys is true for addresses at which no Grafana is, whatever the operator says; a cloud's metadata service is one.
func isNobodys(address netip.Addr) bool {
	plain := plainAddress(address)
	return plain.IsUnspecified() || plain.IsLinkLocalUnicast() || plain.IsMulticast()
}
