package main

import (
	"bufio"
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// network is a network as a process in it sees it: the stand-in's HTTP proxy, whose user says which.
type network struct{ proxy *url.URL }

// dialError is why nobody was reached, in the words of Go's net package.
type dialError string

func (e dialError) Error() string { return string(e) }

// DialContext has the proxy resolve and dial.
func (n *network) DialContext(ctx context.Context, protocol, hostAndPort string) (net.Conn, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, protocol, n.proxy.Host)
	if err != nil {
		return nil, fmt.Errorf("the stand-in's network doesn't answer: %w", err)
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	user := base64.StdEncoding.EncodeToString([]byte(n.proxy.User.Username() + ":"))
	_, err = fmt.Fprintf(conn, "CONNECT %s HTTP/1.1\r\nHost: %[1]s\r\nProxy-Authorization: Basic %s\r\n\r\n", hostAndPort, user)
	var response *http.Response
	if err == nil {
		// Nothing is lost with the reader: stores say nothing before they are asked.
		response, err = http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: http.MethodConnect})
	}
	if err == nil && response.StatusCode != http.StatusOK {
		_, reason, _ := strings.Cut(response.Status, " ")
		err = dialError(reason)
	}
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return conn, nil
}
