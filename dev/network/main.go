// Command network checks the health of one data source from inside the stand-in's private network, with the plugin
// SDK's HTTP client, so that what goes wrong is said in Go's own words. It reads a request as JSON from standard input
// and writes the outcome as JSON to standard output.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"time"
)

// request is what to check and from where.
type request struct {
	// Proxy is the URL of the stand-in's proxy; its user is the workspace from whose managed network to look.
	Proxy      string     `json:"proxy"`
	DataSource dataSource `json:"dataSource"`
}

// outcome is a health check's payload as Grafana's API answers it; an empty status means the type has no backend here.
type outcome struct {
	Status  string            `json:"status"`
	Message string            `json:"message"`
	Details map[string]string `json:"details,omitempty"`
	// Reason is what a query tells instead, where the check keeps it to the server's log.
	Reason string `json:"reason,omitempty"`
}

const longest = time.Minute

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var asked request
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		return fmt.Errorf("the request can't be read: %w", err)
	}
	proxy, err := url.Parse(asked.Proxy)
	if err != nil {
		return fmt.Errorf("the proxy can't be read: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), longest)
	defer cancel()
	return json.NewEncoder(os.Stdout).Encode(check(ctx, &network{proxy}, asked.DataSource))
}
