package plugin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// newDataSource is the body of POST datasources.
type newDataSource struct {
	Type     string `json:"type"`
	Name     string `json:"name"`
	Value    string `json:"value"`
	Endpoint string `json:"endpoint"`
	// Port and Secure are for types that keep them beside the host.
	Port   int  `json:"port"`
	Secure bool `json:"secure"`
}

// maxSourceName is the width of Grafana's column, in characters.
const maxSourceName = 190

// postDataSource creates a data source that leads over an endpoint and answers {dataSource, unsafeNumbers}.
func postDataSource(c *call) (any, error) {
	var body newDataSource
	if err := c.decode(&body); err != nil {
		return nil, err
	}
	draft, host, err := body.draft()
	if err != nil {
		return nil, err
	}
	tower, err := c.tower()
	if err != nil {
		return nil, err
	}
	endpoint, err := tower.usableEndpoint(c, body.Endpoint)
	if err != nil {
		return nil, err
	}
	if err := tower.checkHost(c, endpoint, host); err != nil {
		return nil, err
	}
	created, err := tower.grafana.Create(c.ctx, draft)
	c.logSource("create", tower.id, created.Text("uid"), err, "endpoint", endpoint.Name, "type", body.Type, "name", body.Name, "hostAfter", host)
	if err != nil {
		return nil, err
	}
	return answerWith(created, ""), nil
}

// draft checks the body and returns what to create, and the one host in its address.
func (n newDataSource) draft() (grafana.Draft, string, error) {
	kind, ok := address.KindOf(n.Type)
	if !ok {
		return grafana.Draft{}, "", failure.Invalid("type", "Data sources of this type can't be created from here.", "Create it in Grafana and paste the address.")
	}
	if n.Name == "" || strings.TrimSpace(n.Name) != n.Name || utf8.RuneCountInString(n.Name) > maxSourceName || strings.ContainsFunc(n.Name, unicode.IsControl) {
		return grafana.Draft{}, "", failure.Invalid("name", "A data source's name has 1 to 190 characters and no spaces at its ends.", "Enter another name.")
	}
	if err := azure.CheckEndpointName(n.Endpoint); err != nil {
		return grafana.Draft{}, "", failure.At("endpoint", err)
	}
	parts, ok := kind.Split(n.Value)
	if !ok || !parts.Plain() {
		return grafana.Draft{}, "", notAnAddress()
	}
	draft := grafana.NewDraft(n.Name, n.Type, kind.Field, n.Value)
	if !kind.PortBeside {
		if n.Port != 0 || n.Secure {
			return grafana.Draft{}, "", failure.Invalid("port", "This type keeps port and TLS in its address.", "Leave port and secure out.")
		}
		return draft, parts.Host, nil
	}
	if n.Port < 1 || n.Port > 65535 {
		return grafana.Draft{}, "", failure.Invalid("port", "A port is a whole number from 1 to 65535.", "ClickHouse uses 9000, and 9440 with TLS.")
	}
	draft.JSONData["port"], draft.JSONData["secure"], draft.JSONData["protocol"] = n.Port, n.Secure, "native"
	return draft, parts.Host, nil
}
