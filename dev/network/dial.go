package main

import (
	"context"
	"net"
	"net/netip"
	"os"
	"strconv"
	"syscall"
	"time"
)

// azureDNS is the address that Azure's networks resolve names with.
const azureDNS = "168.63.129.16:53"

// network is a private network as a process in it sees it.
type network struct {
	gateway, name string
	timeout       time.Duration
}

// DialContext resolves and dials over the private network. Failures are values of Go's own types.
func (n *network) DialContext(ctx context.Context, protocol, hostAndPort string) (net.Conn, error) {
	if n.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, n.timeout)
		defer cancel()
	}
	host, portText, err := net.SplitHostPort(hostAndPort)
	if err != nil {
		return nil, &net.OpError{Op: "dial", Net: protocol, Err: err}
	}
	port, err := strconv.Atoi(portText)
	if err != nil {
		return nil, &net.OpError{Op: "dial", Net: protocol, Err: &net.AddrError{Err: "unknown port", Addr: hostAndPort}}
	}
	address, err := n.resolve(ctx, host)
	if err != nil {
		return nil, &net.OpError{Op: "dial", Net: protocol, Err: err}
	}
	return n.connect(ctx, protocol, address, port)
}

func (n *network) resolve(ctx context.Context, host string) (netip.Addr, error) {
	if address, err := netip.ParseAddr(host); err == nil {
		return address, nil
	}
	conn, answer, err := ask(ctx, n.gateway, gatewayQuestion{Network: n.name, Do: "resolve", Name: host})
	if err != nil {
		return netip.Addr{}, err
	}
	_ = conn.Close()
	if len(answer.Addresses) == 0 {
		return netip.Addr{}, &net.DNSError{Err: "no such host", Name: host, Server: azureDNS, IsNotFound: true}
	}
	return netip.ParseAddr(answer.Addresses[0])
}

func (n *network) connect(ctx context.Context, protocol string, address netip.Addr, port int) (net.Conn, error) {
	fail := func(err error) error {
		return &net.OpError{Op: "dial", Net: protocol, Addr: net.TCPAddrFromAddrPort(netip.AddrPortFrom(address, uint16(port))), Err: err}
	}
	conn, answer, err := ask(ctx, n.gateway, gatewayQuestion{Network: n.name, Do: "connect", Address: address.String(), Port: port})
	if err != nil {
		return nil, err
	}
	switch answer.Outcome {
	case "open":
		return conn, nil
	case "refused":
		_ = conn.Close()
		return nil, fail(os.NewSyscallError("connect", syscall.ECONNREFUSED))
	default:
		// Nothing answers: the packets are lost, and the caller's patience ends it.
		_ = conn.Close()
		<-ctx.Done()
		return nil, fail(os.ErrDeadlineExceeded)
	}
}
