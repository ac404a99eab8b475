package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// proxy leads to a network with one name, db.contoso.com, and one store, behind its port 80.
func proxy(t *testing.T, store http.Handler) *network {
	t.Helper()
	behind := httptest.NewServer(store)
	t.Cleanup(behind.Close)
	refusals := map[string]string{
		"db.contoso.com:81":        "502 dial tcp 10.0.0.4:81: connect: connection refused",
		"10.0.0.9:80":              "504 dial tcp 10.0.0.9:80: i/o timeout",
		"db.contoso.com:1433":      "504 dial tcp 10.0.0.4:1433: i/o timeout",
		"nowhere.contoso.com:80":   "502 dial tcp: lookup nowhere.contoso.com on 168.63.129.16:53: no such host",
		"nowhere.contoso.com:3306": "502 dial tcp: lookup nowhere.contoso.com on 168.63.129.16:53: no such host",
	}
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer func() { _ = client.Close() }()
		user, _, _ := (&http.Request{Header: http.Header{"Authorization": r.Header["Proxy-Authorization"]}}).BasicAuth()
		if refused, ok := refusals[r.RequestURI]; ok || r.Method != http.MethodConnect || user != "workspace" {
			_, _ = fmt.Fprintf(client, "HTTP/1.1 %s\r\n\r\n", refused)
			return
		}
		inner, err := net.Dial("tcp", behind.Listener.Addr().String())
		if err != nil {
			t.Error(err)
			return
		}
		defer func() { _ = inner.Close() }()
		_, _ = fmt.Fprint(client, "HTTP/1.1 200 Connection established\r\n\r\n")
		go func() { _, _ = io.Copy(inner, client) }()
		_, _ = io.Copy(client, inner)
	}))
	t.Cleanup(front.Close)
	return &network{&url.URL{Scheme: "http", User: url.User("workspace"), Host: front.Listener.Addr().String()}}
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
			got := check(t.Context(), proxy(t, test.store), source)
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
