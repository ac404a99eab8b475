package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// gateway serves a private network with one name, db.contoso.com, one store behind its port 80 and nothing at port 81.
func gateway(t *testing.T, store http.Handler) *network {
	t.Helper()
	server := httptest.NewServer(store)
	t.Cleanup(server.Close)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go serve(conn, server.Listener.Addr().String())
		}
	}()
	return &network{gateway: listener.Addr().String(), name: "test", timeout: 100 * time.Millisecond}
}

func serve(conn net.Conn, store string) {
	reader := bufio.NewReader(conn)
	line, _ := reader.ReadBytes('\n')
	var question gatewayQuestion
	_ = json.Unmarshal(line, &question)
	switch {
	case question.Do == "resolve" && question.Name == "db.contoso.com":
		_, _ = fmt.Fprintln(conn, `{"addresses":["10.0.0.4"]}`)
	case question.Do == "resolve":
		_, _ = fmt.Fprintln(conn, `{"addresses":[]}`)
	case question.Address == "10.0.0.4" && question.Port == 81:
		_, _ = fmt.Fprintln(conn, `{"outcome":"refused"}`)
	case question.Address == "10.0.0.4" && question.Port == 80:
		_, _ = fmt.Fprintln(conn, `{"outcome":"open"}`)
		pipe(conn, reader, store)
		return
	default:
		_, _ = fmt.Fprintln(conn, `{"outcome":"lost"}`)
	}
	_ = conn.Close()
}

func pipe(conn net.Conn, reader *bufio.Reader, store string) {
	inner, err := net.Dial("tcp", store)
	if err != nil {
		return
	}
	go func() { _, _ = reader.WriteTo(inner) }()
	_, _ = bufio.NewReader(inner).WriteTo(conn)
}

func TestCheck(t *testing.T) {
	prometheus := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			user, password, _ := r.BasicAuth()
			if r.URL.Path == "/base/api/v1/query" && r.FormValue("query") == "1+1" && user == "grafana" && password == "secret" {
				w.WriteHeader(status)
				_, _ = fmt.Fprint(w, body)
				return
			}
			w.WriteHeader(http.StatusTeapot)
		}
	}
	good := prometheus(http.StatusOK, `{"status":"success"}`)
	cases := map[string]struct {
		store             http.Handler
		kind, url         string
		status, wantError string
	}{
		"good":            {good, "prometheus", "http://db.contoso.com/base", "OK", ""},
		"unknown name":    {good, "prometheus", "http://nowhere.contoso.com", "ERROR", "dial tcp: lookup nowhere.contoso.com on 168.63.129.16:53: no such host"},
		"refused":         {good, "prometheus", "http://db.contoso.com:81", "ERROR", "dial tcp 10.0.0.4:81: connect: connection refused"},
		"lost":            {good, "prometheus", "http://10.0.0.9:80", "ERROR", "dial tcp 10.0.0.9:80: i/o timeout"},
		"refuses":         {prometheus(http.StatusUnauthorized, "Unauthorized"), "prometheus", "http://db.contoso.com/base", "ERROR", "401 Unauthorized: Unauthorized"},
		"something else":  {prometheus(http.StatusOK, "<html>"), "prometheus", "http://db.contoso.com/base", "ERROR", "isn't one of this kind of store"},
		"plain text on s": {good, "prometheus", "https://db.contoso.com:80", "ERROR", "server gave HTTP response to HTTPS client"},
		"no scheme":       {good, "prometheus", "db.contoso.com", "ERROR", "unsupported protocol scheme"},
		"database":        {good, "grafana-postgresql-datasource", "db.contoso.com:80", "OK", ""},
		"database gone":   {good, "mssql", `db.contoso.com\instance`, "ERROR", "Network error: Failed to connect to the server. Error message: i/o timeout"},
		"silent":          {good, "loki", "http://nowhere.contoso.com", "ERROR", "Unable to connect with Loki. Please check the server logs for more details."},
		"half silent":     {prometheus(http.StatusOK, ""), "elasticsearch", "http://db.contoso.com", "ERROR", "is not healthy. Status: 418"},
		"no such server":  {good, "mysql", "nowhere.contoso.com", "ERROR", "Network error: Failed to connect to the server. Error message: no such host"},
		"no backend":      {good, "alertmanager", "http://db.contoso.com", "", ""},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			source := dataSource{
				Type: test.kind, URL: test.url, BasicAuth: true, BasicAuthUser: "grafana",
				JSONData: json.RawMessage(`{}`), SecureJSONData: map[string]string{"basicAuthPassword": "secret"},
			}
			got := check(t.Context(), gateway(t, test.store), source)
			if got.Status != test.status || !strings.Contains(got.Message, test.wantError) {
				t.Errorf("got %+v, want %s %q", got, test.status, test.wantError)
			}
			if silent := test.kind == "loki" || test.kind == "elasticsearch"; silent == (got.Reason == "") {
				t.Errorf("the reason is %q", got.Reason)
			}
			if strings.Contains(got.Message, "secret") {
				t.Error("the message holds the secret")
			}
		})
	}
}

func TestAddressInJSONData(t *testing.T) {
	cases := map[string]struct{ json, want string }{
		"cluster":     {`{"clusterUrl":"https://c.westeurope.kusto.windows.net"}`, "https://c.westeurope.kusto.windows.net"},
		"host":        {`{"host":"h.contoso.com","port":8123}`, "http://h.contoso.com:8123"},
		"secure host": {`{"host":"h.contoso.com","port":8443,"secure":true}`, "https://h.contoso.com:8443"},
		"neither":     {`{}`, "http://url"},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			if got := (dataSource{URL: "http://url", JSONData: json.RawMessage(test.json)}).address(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
