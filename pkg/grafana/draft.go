package grafana

import "github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"

// Draft is a data source to create: a closed set of fields. Credentials are entered on Grafana's own page.
type Draft struct {
	Name     string         `json:"name"`
	Type     string         `json:"type"`
	Access   string         `json:"access"`
	URL      string         `json:"url,omitempty"`
	JSONData map[string]any `json:"jsonData"`
	field    string
	value    string
}

// NewDraft makes one that Grafana's server reaches itself, with its address in the given field.
func NewDraft(name, dataSourceType string, kind catalogue.DataSourceType, value string) Draft {
	draft := Draft{Name: name, Type: dataSourceType, Access: "proxy", JSONData: map[string]any{}, field: kind.Field, value: value}
	if kind.Field == "url" {
		draft.URL = value
	} else {
		draft.JSONData[kind.Field[len("jsonData."):]] = value
	}
	for name, wanted := range kind.Only {
		if !isEmpty(wanted) {
			draft.JSONData[name] = wanted
		}
	}
	return draft
}

// SetPortBeside sets port and TLS of a type that keeps them beside the host; port 0 is the usual one. ClickHouse's protocol
// is the native one, whose ports these are.
func (n *Draft) SetPortBeside(port int, secure bool, kind catalogue.DataSourceType) {
	if port == 0 {
		port = kind.PortBeside.Plain
		if secure {
			port = kind.PortBeside.TLS
		}
	}
	n.JSONData["port"] = port
	if kind.TLS == "secure" {
		n.JSONData["secure"], n.JSONData["protocol"] = secure, "native"
	} else {
		n.JSONData[kind.TLS] = !secure
	}
}

// is tells whether a data source is what this draft would create.
func (n Draft) is(d DataSource) bool {
	return d.Text("name") == n.Name && d.Text("type") == n.Type && d.Version() == 1 && d.Field(n.field) == n.value
}
