package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// dataSource is one as Grafana stores it, with its secrets.
type dataSource struct {
	Type           string            `json:"type"`
	URL            string            `json:"url"`
	User           string            `json:"user"`
	BasicAuth      bool              `json:"basicAuth"`
	BasicAuthUser  string            `json:"basicAuthUser"`
	JSONData       json.RawMessage   `json:"jsonData"`
	SecureJSONData map[string]string `json:"secureJsonData"`
}

// client is the plugin SDK's, as a data source's own settings make it, over the private network.
func (d dataSource) client(ctx context.Context, over *network) (*http.Client, error) {
	settings := backend.DataSourceInstanceSettings{
		Type:                    d.Type,
		URL:                     d.URL,
		User:                    d.User,
		BasicAuthEnabled:        d.BasicAuth,
		BasicAuthUser:           d.BasicAuthUser,
		JSONData:                d.JSONData,
		DecryptedSecureJSONData: d.SecureJSONData,
	}
	options, err := settings.HTTPClientOptions(ctx)
	if err != nil {
		return nil, err
	}
	options.ConfigureTransport = func(_ httpclient.Options, transport *http.Transport) {
		transport.DialContext = over.DialContext
		transport.Proxy = nil
	}
	return httpclient.New(options)
}

// field reads a text field of jsonData.
func (d dataSource) field(name string) string {
	var fields map[string]any
	if json.Unmarshal(d.JSONData, &fields) != nil {
		return ""
	}
	text, _ := fields[name].(string)
	return text
}
