package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// probe is how the health of one type is asked for over HTTP.
type probe struct {
	method, path string
	form         url.Values
	// query is the text that a JSON answer has to hold at "status"; empty takes any answer.
	status string
}

var prometheus = probe{http.MethodPost, "/api/v1/query", url.Values{"query": {"1+1"}}, "success"}

// probes by data source type. Paths: the stores' own HTTP API references.
var probes = map[string]probe{
	"prometheus":                             prometheus,
	"grafana-azureprometheus-datasource":     prometheus,
	"loki":                                   {http.MethodGet, "/loki/api/v1/query", url.Values{"query": {"vector(1)+vector(1)"}}, "success"},
	"tempo":                                  {http.MethodGet, "/api/echo", nil, ""},
	"elasticsearch":                          {http.MethodGet, "/_cluster/health", nil, "green"},
	"influxdb":                               {http.MethodGet, "/ping", nil, ""},
	"grafana-pyroscope-datasource":           {http.MethodGet, "/ready", nil, ""},
	"grafana-azure-data-explorer-datasource": {http.MethodGet, "/v1/rest/ping", nil, ""},
	"grafana-clickhouse-datasource":          {http.MethodGet, "/ping", nil, ""},
}

// ports of the types whose address is host:port and whose protocol isn't HTTP.
var ports = map[string]string{
	"grafana-postgresql-datasource": "5432",
	"postgres":                      "5432",
	"mysql":                         "3306",
	"mssql":                         "1433",
}

// answerLimit bounds what is read of an answer, in bytes.
const answerLimit = 1 << 20

// check asks a data source how it is. An empty status means that nothing here can ask.
func check(ctx context.Context, over *network, source dataSource) outcome {
	if port, ok := ports[source.Type]; ok {
		return reach(ctx, over, source, port)
	}
	how, ok := probes[source.Type]
	if !ok {
		return outcome{}
	}
	if err := source.ask(ctx, over, how); err != nil {
		return failed(source.Type, err)
	}
	return outcome{Status: "OK", Message: "The data source answers."}
}

func (d dataSource) ask(ctx context.Context, over *network, how probe) error {
	client, err := d.client(ctx, over)
	if err != nil {
		return err
	}
	address, err := url.JoinPath(d.address(), how.path)
	if err != nil {
		return err
	}
	body := io.Reader(nil)
	if how.method == http.MethodPost {
		body = strings.NewReader(how.form.Encode())
	} else if how.form != nil {
		address += "?" + how.form.Encode()
	}
	request, err := http.NewRequestWithContext(ctx, how.method, address, body)
	if err != nil {
		return err
	}
	if how.method == http.MethodPost {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	return judge(response, how.status)
}

// address is where the type keeps it: most in url, some in jsonData.
func (d dataSource) address() string {
	if cluster := d.field("clusterUrl"); cluster != "" {
		return cluster
	}
	if host := d.field("host"); host != "" {
		scheme := "http"
		if strings.Contains(string(d.JSONData), `"secure":true`) {
			scheme = "https"
		}
		var data struct {
			Port json.Number `json:"port"`
		}
		_ = json.Unmarshal(d.JSONData, &data)
		return scheme + "://" + net.JoinHostPort(host, data.Port.String())
	}
	return d.URL
}

func judge(response *http.Response, status string) error {
	text, err := io.ReadAll(io.LimitReader(response.Body, answerLimit))
	if err != nil {
		return err
	}
	if response.StatusCode >= http.StatusBadRequest {
		return refusal{response.Status, strings.TrimSpace(string(text))}
	}
	var answer struct {
		Status string `json:"status"`
	}
	if status != "" && (json.Unmarshal(text, &answer) != nil || answer.Status != status) {
		return errors.New("the response isn't one of this kind of store")
	}
	return nil
}

// reach opens a connection and nothing more: the stand-in's stores speak HTTP only.
func reach(ctx context.Context, over *network, source dataSource, port string) outcome {
	host, _, _ := strings.Cut(source.URL, `\`)
	host, _, _ = strings.Cut(host, ";")
	if _, _, err := net.SplitHostPort(host); err != nil {
		host = net.JoinHostPort(host, port)
	}
	conn, err := over.DialContext(ctx, "tcp", host)
	if err != nil {
		return failed(source.Type, err)
	}
	_ = conn.Close()
	return outcome{Status: "OK", Message: "The server takes connections. The stand-in asks no more of it."}
}
