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
func NewDraft(name, dataSourceType, field, value string) Draft {
	draft := Draft{Name: name, Type: dataSourceType, Access: "proxy", JSONData: map[string]any{}, field: field, value: value}
	if field == "url" {
		draft.URL = value
	} else {
		draft.JSONData[field[len("jsonData."):]] = value
	}
	return draft
}

// SetPortBeside sets port and TLS of a type that keeps them beside the host; port 0 is the usual one. Its protocol is the
// native one, whose ports these are.
func (n *Draft) SetPortBeside(port int, secure bool, usual catalogue.PortBeside) {
	if port == 0 {
		port = usual.Plain
		if secure {
			port = usual.TLS
		}
	}
	n.JSONData["port"], n.JSONData["secure"], n.JSONData["protocol"] = port, secure, "native"
}

// is tells whether a data source is what this draft would create.
func (n Draft) is(d DataSource) bool {
	return d.Text("name") == n.Name && d.Text("type") == n.Type && d.Version() == 1 && d.Field(n.field) == n.value
}
