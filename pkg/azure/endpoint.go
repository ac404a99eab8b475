package azure

import (
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// Endpoint is a managed private endpoint in the shape that the browser gets. All fields are always there; they are
// empty when Azure said nothing.
type Endpoint struct {
	ID                    string            `json:"id"`
	Name                  string            `json:"name"`
	Location              string            `json:"location"`
	Tags                  map[string]string `json:"tags"`
	ProvisioningState     string            `json:"provisioningState"`
	ConnectionState       string            `json:"connectionState"`
	ConnectionDescription string            `json:"connectionDescription"`
	TargetID              string            `json:"targetId"`
	TargetRegion          string            `json:"targetRegion"`
	SubResources          []string          `json:"subResources"`
	RequestMessage        string            `json:"requestMessage"`
	DomainName            string            `json:"domainName"`
	PrivateIP             string            `json:"privateIp"`
	// CreatedAt and LastModifiedAt are RFC 3339.
	CreatedAt      string `json:"createdAt"`
	CreatedBy      string `json:"createdBy"`
	LastModifiedAt string `json:"lastModifiedAt"`
	LastModifiedBy string `json:"lastModifiedBy"`
	// Extra holds what this plugin doesn't know, as Azure sent it.
	Extra map[string]jsontext.Value `json:"extra"`

	// etag is empty where Azure told none, as for all items of a list.
	etag string
}

// CreatedAs tells whether this is the endpoint that was created at a moment. A name can pass to another.
func (e Endpoint) CreatedAs(createdAt string) bool { return SameMoment(e.CreatedAt, createdAt) }

// SameMoment compares two times in RFC 3339, whatever their precision and zone.
func SameMoment(a, b string) bool {
	one, err := time.Parse(time.RFC3339, a)
	other, err2 := time.Parse(time.RFC3339, b)
	return a == b || err == nil && err2 == nil && one.Equal(other)
}

// endpoint reads the endpoint that comes next. Shape: specification of Microsoft.Dashboard 2025-08-01,
// ManagedPrivateEndpointModel.
func (d *decoder) endpoint() (Endpoint, error) {
	var e Endpoint
	err := d.object("value", func(lower, key string) error {
		switch lower {
		case "id":
			return d.text(key, &e.ID)
		case "name":
			return d.text(key, &e.Name)
		case "type":
			return d.SkipValue()
		case "location":
			return d.text(key, &e.Location)
		case "tags":
			return d.textMap(key, &e.Tags)
		case "systemdata":
			return d.systemData(key, &e)
		case "properties":
			return d.endpointProperties(key, &e)
		}
		return d.keep(key)
	})
	if e.Name == "" {
		e.Name = e.ID[strings.LastIndexByte(e.ID, '/')+1:]
	}
	e.Extra = d.takeExtra()
	return e, err
}

func (d *decoder) endpointProperties(name string, e *Endpoint) error {
	return d.object(name, func(lower, key string) error {
		switch lower {
		case "provisioningstate":
			return d.text(key, &e.ProvisioningState)
		case "privatelinkresourceid":
			return d.text(key, &e.TargetID)
		case "privatelinkresourceregion":
			return d.text(key, &e.TargetRegion)
		case "groupids":
			return d.texts(key, &e.SubResources)
		case "requestmessage":
			return d.text(key, &e.RequestMessage)
		case "privatelinkserviceurl":
			return d.text(key, &e.DomainName)
		case "privatelinkserviceprivateip":
			return d.text(key, &e.PrivateIP)
		case "connectionstate":
			return d.connectionState(key, e)
		}
		return d.keep(key)
	})
}

func (d *decoder) connectionState(name string, e *Endpoint) error {
	return d.object(name, func(lower, key string) error {
		switch lower {
		case "status":
			return d.text(key, &e.ConnectionState)
		case "description":
			return d.text(key, &e.ConnectionDescription)
		}
		return d.keep(name + "." + key)
	})
}

func (d *decoder) systemData(name string, e *Endpoint) error {
	return d.object(name, func(lower, key string) error {
		switch lower {
		case "createdat":
			return d.instant(key, &e.CreatedAt)
		case "createdby":
			return d.text(key, &e.CreatedBy)
		case "lastmodifiedat":
			return d.instant(key, &e.LastModifiedAt)
		case "lastmodifiedby":
			return d.text(key, &e.LastModifiedBy)
		case "createdbytype", "lastmodifiedbytype":
			return d.SkipValue() // known, and of no use to anybody
		}
		return d.keep(name + "." + key)
	})
}
