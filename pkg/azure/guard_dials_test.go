package azure

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// resolverTo answers each question for an address with these, and every other with nothing.
func resolverTo(t *testing.T, addresses ...string) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		t.Cleanup(func() { _ = client.Close() })
		go func() {
			defer func() { _ = server.Close() }()
			for answerDNS(server, addresses) == nil {
			}
		}()
		return client, nil
	}}
}

func answerDNS(server net.Conn, addresses []string) error {
	var length uint16
	if err := binary.Read(server, binary.BigEndian, &length); err != nil {
		return err
	}
	query := make([]byte, length)
	if _, err := io.ReadFull(server, query); err != nil {
		return err
	}
	// The question ends with its name's last label, type and class; what follows is EDNS.
	end := 12 + strings.IndexByte(string(query[12:]), 0) + 5
	kind := binary.BigEndian.Uint16(query[end-4:])
	answer := append(append([]byte{query[0], query[1], 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0}, query[12:end]...), nil...)
	for _, text := range addresses {
		address := netip.MustParseAddr(text)
		if (kind == 1) == address.Is4() {
			data := address.AsSlice()
			answer = append(answer, 0xc0, 12, 0, byte(kind), 0, 1, 0, 0, 0, 60, 0, byte(len(data)))
			answer = append(answer, data...)
			answer[7]++
		}
	}
	return binary.Write(server, binary.BigEndian, append([]byte{byte(len(answer) >> 8), byte(len(answer))}, answer...))
}

const somewhere = "contoso-abcd.weu.grafana.azure.com"

// dialTo says what became of a dial to a name that resolves to the addresses: refused by the guard, or tried.
func dialTo(t *testing.T, to dialled, address string, resolved ...string) (code string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.WithValue(t.Context(), dialledKey{}, to), 200*time.Millisecond)
	defer cancel()
	conn, err := guardedDial(net.Dialer{Resolver: resolverTo(t, resolved...)})(ctx, "tcp", address)
	if err == nil {
		_ = conn.Close()
		return "connected"
	}
	return failure.From(err).Code
}

func TestNoNameLeadsInwards(t *testing.T) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = server.Close() })
	_, port, _ := net.SplitHostPort(server.Addr().String())

	for _, address := range []string{"127.0.0.1", "127.8.8.8", "10.0.0.5", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
		"100.64.0.1", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.5", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1"} {
		require.Equal(t, "grafana_address_private", dialTo(t, dialled{host: somewhere}, somewhere+":"+port, address), address)
		require.Equal(t, "grafana_address_private", dialTo(t, dialled{host: strings.ToUpper(somewhere)}, somewhere+":"+port, address), address)
	}
	require.NotEqual(t, "grafana_address_private", dialTo(t, dialled{host: somewhere}, somewhere+":1", "203.0.113.7"))
	require.Equal(t, "grafana_address_private", dialTo(t, dialled{host: "127.0.0.1"}, "127.0.0.1:"+port), "an address as the host")

	trusted := dialled{host: somewhere, trusted: true}
	require.Equal(t, "connected", dialTo(t, trusted, somewhere+":"+port, "127.0.0.1"))
	require.NotEqual(t, "grafana_address_private", dialTo(t, trusted, somewhere+":1", "10.0.0.5"))
	for _, address := range []string{"169.254.169.254", "::ffff:169.254.169.254", "0.0.0.0", "fe80::1"} {
		require.Equal(t, "grafana_address_private", dialTo(t, trusted, somewhere+":"+port, address), address)
	}

	require.Equal(t, "connected", dialTo(t, dialled{host: somewhere}, "proxy.corp.example:"+port, "127.0.0.1"), "a proxy is the operator's")
	conn, err := guardedDial(net.Dialer{})(t.Context(), "tcp", server.Addr().String())
	require.Nil(t, conn)
	require.Equal(t, "grafana_address_private", failure.From(err).Code, "without a host nothing inner is dialled")
}
