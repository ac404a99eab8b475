package grafana

import (
	"bytes"
	"context"
	"slices"

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

// listedOptions are the members of jsonData that tell an address and how it is reached.
var listedOptions = append(slices.Clone(addressOptions),
	"port", "protocol", "secure", "encrypt", "servername", "serverName", "sslmode", "tlsAuth", "tlsAuthWithCACert",
	"tlsSkipVerify", "enableSecureSocksProxy", "implementation",
)

// lenient takes what can't be written back but can be shown: one odd data source doesn't empty the list.
var lenient = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

var listAction = action{does: "list the data sources", permission: "datasources:read"}

// List reads all data sources. Grafana's list has no pages and ends at 5,000 by default.
func (c *Client) List(ctx context.Context) ([]Listed, error) {
	body, err := c.get(ctx, listAction, "/api/datasources", nil)
	if err != nil {
		return nil, err
	}
	decoder := jsontext.NewDecoder(bytes.NewReader(body), lenient...)
	if decoder.PeekKind() != '[' {
		return nil, badAnswer(listAction, "the response isn't a list")
	}
	_, _ = decoder.ReadToken()
	found := []Listed{}
	for decoder.PeekKind() != ']' {
		value, err := decoder.ReadValue()
		if err != nil {
			return nil, badAnswer(listAction, "the response isn't valid JSON")
		}
		if source, err := parseObject(value, lenient...); err == nil {
			found = append(found, source.listed())
		}
	}
	return found, nil
}

func (d DataSource) listed() Listed {
	d = d.Shown()
	shown := Listed{
		UID: d.Text("uid"), Name: d.Text("name"), Type: d.Text("type"), TypeName: d.Text("typeName"), URL: d.Text("url"),
		User: d.Text("user"), Database: d.Text("database"), Access: d.Text("access"),
		BasicAuth: string(d.raw("basicAuth")) == "true", IsDefault: string(d.raw("isDefault")) == "true", ReadOnly: d.ReadOnly(),
		JSONData: map[string]jsontext.Value{},
	}
	options, err := parseObject(d.raw("jsonData"), lenient...)
	if err != nil {
		return shown
	}
	for _, name := range listedOptions {
		if value := options.raw(name); value != nil && value.Kind() != '{' && value.Kind() != '[' && value.Kind() != 'n' {
			shown.JSONData[name] = value
		}
	}
	return shown
}
