package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// recordedOrigin stands in recorded answers where Resource Manager's own origin was.
const recordedOrigin = "https://recorded.invalid"

// distant marks workspaces whose answers are late by distance, as all of Azure's are; Resource Manager takes longer.
const (
	distant  = "-distant"
	distance = 20 * time.Millisecond
)

// answers are bodies by the path and query that asks for them; Azure's own client writes a query's members in order.
type answers map[string][]byte

func readAnswers(file, origin string) (answers, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var recorded map[string]json.RawMessage
	if err := json.Unmarshal(text, &recorded); err != nil {
		return nil, err
	}
	read := answers{}
	for address, body := range recorded {
		parsed, err := url.Parse(address)
		if err != nil {
			return nil, err
		}
		read[key(parsed)] = bytes.ReplaceAll(body, []byte(recordedOrigin), []byte(origin))
	}
	return read, nil
}

func key(address *url.URL) string { return address.Path + "?" + address.Query().Encode() }

func (a answers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.Contains(r.URL.Path, distant) {
		time.Sleep(distance)
	}
	body, known := a[key(r.URL)]
	switch {
	case !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer "):
		http.Error(w, `{"error":{"code":"AuthenticationFailed","message":"no token"}}`, http.StatusUnauthorized)
	case !known:
		http.Error(w, `{"error":{"code":"ResourceNotFound","message":"nothing was recorded"}}`, http.StatusNotFound)
	default:
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		_, _ = w.Write(body)
	}
}
