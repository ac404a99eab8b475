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

	draft grafana.Draft
	host  string
}

// maxSourceName is the width of Grafana's column, in characters.
const maxSourceName = 190

// postDataSource creates a data source that leads over an endpoint and answers {dataSource, unsafeNumbers}.
func postDataSource(c *call, body *newDataSource) (any, error) {
	endpoint, err := c.usableEndpoint(body.Endpoint)
	if err != nil {
		return nil, err
	}
	if err := c.checkHost(endpoint, body.host); err != nil {
		return nil, err
	}
	created, err := c.grafana.Create(c.ctx, body.draft)
	c.logSource("create", created.Text("uid"), err, "privateEndpoint", endpoint.Name, "type", body.Type, "name", body.Name, "hostAfter", body.host)
	if err != nil {
		return nil, err
	}
	return answerWith(created, ""), nil
}

// check also notes what to create, and the one host in its address.
func (n *newDataSource) check(*call) error {
	kind, ok := address.KindOf(n.Type)
	if !ok {
		return failure.Invalid("type", "Data sources of this type can't be created here.", "Create the data source in Grafana and paste the URL.")
	}
	if n.Name == "" || strings.TrimSpace(n.Name) != n.Name || utf8.RuneCountInString(n.Name) > maxSourceName || strings.ContainsFunc(n.Name, unicode.IsControl) {
		return failure.Invalid("name", "A data source name must have 1 to 190 characters and can't start or end with a space.", "Enter another name.")
	}
	if err := azure.CheckEndpointName(n.Endpoint); err != nil {
		return failure.At("endpoint", err)
	}
	parts, ok := kind.Split(n.Value)
	if !ok || !parts.Plain() {
		return notAnAddress()
	}
	n.draft, n.host = grafana.NewDraft(n.Name, n.Type, kind.Field, n.Value), parts.Host
	if !kind.PortBeside {
		if n.Port != 0 || n.Secure {
			return failure.Invalid("port", "For this data source type, port and TLS are part of the URL.", "Omit port and secure.")
		}
		return nil
	}
	if n.Port < 1 || n.Port > 65535 {
		return failure.Invalid("port", "The port must be a whole number from 1 to 65535.", "ClickHouse uses 9000, or 9440 with TLS.")
	}
	n.draft.JSONData["port"], n.draft.JSONData["secure"], n.draft.JSONData["protocol"] = n.Port, n.Secure, "native"
	return nil
}
