package grafana

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"

	"github.com/go-json-experiment/json/jsontext"
)

// Listed is a data source in a list: what matching and advice need, and nothing more.
type Listed struct {
	UID       string `json:"uid"`
	Name      string `json:"name"`
	Type      string `json:"type"`
	TypeName  string `json:"typeName"`
	URL       string `json:"url"`
	User      string `json:"user"`
	Database  string `json:"database"`
	Access    string `json:"access"`
	BasicAuth bool   `json:"basicAuth"`
	IsDefault bool   `json:"isDefault"`
	ReadOnly  bool   `json:"readOnly"`
	// JSONData holds those of listedOptions that are set and are texts, numbers or booleans.
	JSONData map[string]jsontext.Value `json:"jsonData"`
}

// listedOptions are the members of jsonData that tell an address, how it is reached, and who signs in.
var listedOptions = []string{
	"clusterUrl", "host", "server", "port", "connection", "accountEndpoint", "protocol", "secure", "encrypt", "servername",
	"serverName", "sslmode", "tlsAuth", "tlsAuthWithCACert", "tlsSkipVerify", "enableSecureSocksProxy", "implementation",
}

var listAction = action{does: "list its data sources", permission: "datasources:read"}

// List reads all data sources. Grafana's list has no pages and ends at 5,000 by default.
func (c *Client) List(ctx context.Context) ([]Listed, error) {
	body, err := c.get(ctx, listAction, "/api/datasources", nil)
	if err != nil {
		return nil, err
	}
	decoder := jsontext.NewDecoder(bytes.NewReader(body))
	if decoder.PeekKind() != '[' {
		return nil, badAnswer(listAction, "the answer isn't a list")
	}
	_, _ = decoder.ReadToken()
	found := []Listed{}
	for decoder.PeekKind() == '{' {
		value, err := decoder.ReadValue()
		if err != nil {
			return nil, badAnswer(listAction, "the answer isn't valid JSON")
		}
		source, err := parseObject(value)
		if err != nil {
			return nil, badAnswer(listAction, "the answer isn't valid JSON")
		}
		found = append(found, source.listed())
	}
	if _, err := decoder.ReadToken(); err != nil {
		return nil, badAnswer(listAction, "the answer isn't a list of data sources")
	}
	return found, nil
}

func (d DataSource) listed() Listed {
	shown := Listed{
		UID: d.Text("uid"), Name: d.Text("name"), Type: d.Text("type"), TypeName: d.Text("typeName"), URL: d.Text("url"),
		User: d.Text("user"), Database: d.Text("database"), Access: d.Text("access"),
		BasicAuth: string(d.raw("basicAuth")) == "true", IsDefault: string(d.raw("isDefault")) == "true", ReadOnly: d.ReadOnly(),
		JSONData: map[string]jsontext.Value{},
	}
	options, err := parseObject(d.raw("jsonData"))
	if err != nil {
		return shown
	}
	options = options.hidePassword()
	for _, name := range listedOptions {
		if value := options.raw(name); value != nil && value.Kind() != '{' && value.Kind() != '[' && value.Kind() != 'n' {
			shown.JSONData[name] = value
		}
	}
	return shown
}

var passwordInConnection = regexp.MustCompile(`^([a-z+]+://[^:/@]*):[^@]*@`)

// hidePassword hides the password of a connection string. Types that have one are never written from here, so what
// the browser sees needs not be whole.
func (d DataSource) hidePassword() DataSource {
	connection := d.Text("connection")
	if hidden := passwordInConnection.ReplaceAllString(connection, "$1:[hidden]@"); hidden != connection {
		text, _ := json.Marshal(hidden)
		return d.with("connection", text)
	}
	return d
}

// Shown is the data source as the browser may see it: names of secrets, never a secret.
func (d DataSource) Shown() DataSource {
	shown := d.without("secureJsonData", "password", "basicAuthPassword")
	if options, err := parseObject(d.raw("jsonData")); err == nil {
		if text, err := options.hidePassword().MarshalJSON(); err == nil {
			shown = shown.with("jsonData", text)
		}
	}
	return shown
}
