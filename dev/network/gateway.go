package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
)

// The gateway takes one line of JSON and answers one line; after an open connection's answer the store speaks.
type gatewayQuestion struct {
	Network string `json:"network"`
	Do      string `json:"do"`
	Name    string `json:"name,omitempty"`
	Address string `json:"address,omitempty"`
	Port    int    `json:"port,omitempty"`
}

type gatewayAnswer struct {
	Addresses []string `json:"addresses"`
	Outcome   string   `json:"outcome"`
}

// ask sends one question; the connection stays open for what follows.
func ask(ctx context.Context, gateway string, question gatewayQuestion) (net.Conn, gatewayAnswer, error) {
	var answer gatewayAnswer
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", gateway)
	if err != nil {
		return nil, answer, fmt.Errorf("the stand-in's network doesn't answer: %w", err)
	}
	if err := json.NewEncoder(conn).Encode(question); err != nil {
		return nil, answer, fmt.Errorf("the stand-in's network doesn't listen: %w", err)
	}
	reader := bufio.NewReader(conn)
	line, err := reader.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &answer)
	}
	if err != nil {
		_ = conn.Close()
		return nil, answer, fmt.Errorf("the stand-in's network gave no answer: %w", err)
	}
	return &buffered{conn, reader}, answer, nil
}

// buffered gives back what was read ahead.
type buffered struct {
	net.Conn
	reader *bufio.Reader
}

func (b *buffered) Read(p []byte) (int, error) { return b.reader.Read(p) }
