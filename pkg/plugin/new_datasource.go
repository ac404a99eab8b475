package plugin

import (
	"strings"
	"unicode/utf8"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/address"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// newDataSource is the body of POST datasources.
type newDataSource struct {
	seen
	Type     string `json:"type"`
	Name     string `json:"name"`
	Endpoint string `json:"endpoint"`
	// Host is one of the endpoint's own: a name, or its IP without brackets.
	Host string `json:"host"`
	// Port is 0 for the usual one of scheme or type.
	Port int `json:"port"`
	// Scheme is http or https where the type has the choice of TLS in its address or beside its port, else empty.
	Scheme string `json:"scheme"`

	draft grafana.Draft
}

// maxSourceName is the width of Grafana's column, in characters.
const maxSourceName = 190

// postDataSource creates a data source that uses an endpoint and answers {dataSource, unsafeNumbers,
// createdAt, endpointChanged?}.
func postDataSource(c *call, body *newDataSource) (any, error) {
	endpoint, err := c.usableEndpoint(body.Endpoint)
	if err == nil {
		err = body.sameAs(endpoint)
	}
	if err != nil {
		return nil, err
	}
	if err := c.checkHost(endpoint, body.Host); err != nil && !endpoint.MayOwn(body.Host) {
		return nil, err
	}
	if body.Scheme == "http" && demandsTLS(endpoint) {
		return nil, schemeTooPlain(endpoint.Name)
	}
	created, err := c.grafana.Create(c.ctx, body.draft)
	c.logSource("create", created.Text("uid"), err, "privateEndpoint", endpoint.Name, "type", body.Type, "name", body.Name, "hostAfter", body.Host)
	if err != nil {
		return nil, err
	}
	answer := answerWith(created, "")
	answer.CreatedAt, answer.EndpointChanged = endpoint.CreatedAt, c.changedSince(endpoint, body.Host)
	return answer, nil
}

// check also builds what to create.
func (n *newDataSource) check(c *call) error {
	kind, ok := catalogue.TypeOf(n.Type)
	if !ok || kind.Field == "" || kind.PasteOnly {
		return failure.Invalid("type", "Data sources of this type can't be created here.", "Create the data source in Grafana and paste the URL.")
	}
	if n.Name == "" || strings.TrimSpace(n.Name) != n.Name || utf8.RuneCountInString(n.Name) > maxSourceName || strings.ContainsFunc(n.Name, failure.IsHidden) {
		return failure.Invalid("name", "A data source name must have 1 to 190 characters and can't start or end with a space or contain invisible characters.", "Enter another name.")
	}
	if err := azure.CheckEndpointName(n.Endpoint); err != nil {
		return failure.At("endpoint", err)
	}
	if err := checkPort(n.Port); err != nil {
		return err
	}
	built := address.New(kind.Shape, "", n.Scheme == "https")
	choosesTLS := built.Scheme != "" || kind.PortBeside != nil
	if choosesTLS != (n.Scheme == "http" || n.Scheme == "https") || !choosesTLS && n.Scheme != "" {
		return failure.Invalid("scheme", "The scheme must be http or https.", "Omit it for data source types that have no scheme.")
	}
	var fits bool
	if built.Host, fits = cutSuffix(n.Host, kind.Suffix); !fits {
		return hostOutside(kind.Suffix)
	}
	// A type that names no port anywhere always uses the same.
	fixed := kind.Shape == "origin" || kind.Shape == "host"
	if n.Port > 0 && kind.PortBeside == nil && !(fixed && n.Port == kind.Port) {
		built = built.WithPort(n.Port)
	}
	if read, ok := address.Split(kind.Shape, built.String()); !ok || read != built {
		return notAnAddress()
	}
	n.draft = grafana.NewDraft(n.Name, n.Type, kind, built.String())
	if kind.PortBeside != nil {
		n.draft.SetPortBeside(n.Port, n.Scheme == "https", kind)
	}
	return n.seen.check(c)
}
