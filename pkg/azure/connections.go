package azure

import (
	"context"
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Connection is a private endpoint connection as the target tells it.
type Connection struct {
	ID                string   `json:"id"`
	Name              string   `json:"name"`
	Status            string   `json:"status"`
	Description       string   `json:"description"`
	PrivateEndpointID string   `json:"privateEndpointId"`
	GroupIDs          []string `json:"groupIds"`
}

var readConnections = operation{does: "read the private endpoint connections of the target resource", needs: catalogue.ActionOf("readConnections")}

// Connections lists a target's private endpoint connections. Providers that have no such list carry the connections in
// the resource itself. How an unknown kind lists them isn't known: target_kind_unknown.
func (c *Client) Connections(ctx context.Context, id TargetID) ([]Connection, error) {
	kind, known := kindOf(id)
	if !known {
		return nil, &failure.Error{Status: http.StatusUnprocessableEntity, Code: "target_kind_unknown",
			Message: "This plugin can't list the connections of the resource type " + id.Type() + ".",
			Hint:    "Ask the resource owner, or see the Networking page of the resource in the Azure portal."}
	}
	op := readConnections.at(id)
	var all []Connection
	err := c.list(ctx, op, id.String()+"/privateEndpointConnections", kind.APIVersion, func(d *decoder) error {
		connection, err := d.connection()
		all = append(all, connection)
		return err
	})
	if code := codeOf(err); code == "azure_not_found" || code == "azure_rejected" {
		return c.carriedConnections(ctx, op, id, kind)
	}
	return all, err
}

func (c *Client) carriedConnections(ctx context.Context, op operation, id TargetID, kind catalogue.TargetKind) ([]Connection, error) {
	body, err := c.get(ctx, readTarget.at(id), id.String(), kind.APIVersion)
	if err != nil {
		return nil, err
	}
	var all []Connection
	d := newDecoder(body)
	err = d.nested("properties", func(lower, key string) error {
		if lower != "privateendpointconnections" {
			return d.SkipValue()
		}
		return d.array(key, func() error {
			connection, err := d.connection()
			all = append(all, connection)
			return err
		})
	})
	if err != nil {
		return nil, badAnswer(op, "the response isn't a resource")
	}
	return all, nil
}

func (d *decoder) connection() (Connection, error) {
	var c Connection
	err := d.object("", func(lower, key string) error {
		switch lower {
		case "id":
			return d.text(key, &c.ID)
		case "name":
			return d.text(key, &c.Name)
		case "properties":
			return d.object(key, func(lower, key string) error { return d.connectionProperty(lower, key, &c) })
		}
		return d.SkipValue()
	})
	return c, err
}

func (d *decoder) connectionProperty(lower, key string, c *Connection) error {
	switch lower {
	// Some providers tell one sub-resource, some a list.
	case "groupid", "groupids":
		return d.texts(key, &c.GroupIDs)
	case "privateendpoint":
		return d.object(key, func(lower, key string) error {
			if lower == "id" {
				return d.text(key, &c.PrivateEndpointID)
			}
			return d.SkipValue()
		})
	case "privatelinkserviceconnectionstate":
		return d.object(key, func(lower, key string) error {
			switch lower {
			case "status":
				return d.text(key, &c.Status)
			case "description":
				return d.text(key, &c.Description)
			}
			return d.SkipValue()
		})
	}
	return d.SkipValue()
}

func codeOf(err error) string {
	if err == nil {
		return ""
	}
	return failure.From(err).Code
}
