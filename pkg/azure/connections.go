package azure

import (
	"context"
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Connection is a private endpoint connection as the target tells it.
type Connection struct {
	ID                string `json:"id"`
	Name              string `json:"name"`
	Status            string `json:"status"`
	Description       string `json:"description"`
	PrivateEndpointID string `json:"-"`
	ProvisioningState string `json:"-"`
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
	carried := func(key string) error {
		return d.array(key, func() error {
			connection, err := d.connection()
			all = append(all, connection)
			return err
		})
	}
	err = d.into("", places{"properties": places{"privateendpointconnections": carried}})
	if err != nil {
		return nil, badAnswer(op, "the response isn't a resource")
	}
	return all, nil
}

func (d *decoder) connection() (Connection, error) {
	var c Connection
	err := d.into("", places{
		"id": &c.ID, "name": &c.Name,
		"properties": places{
			"privateendpoint":                   places{"id": &c.PrivateEndpointID},
			"provisioningstate":                 &c.ProvisioningState,
			"privatelinkserviceconnectionstate": places{"status": &c.Status, "description": &c.Description},
		},
	})
	return c, err
}

func codeOf(err error) string {
	if err == nil {
		return ""
	}
	return failure.From(err).Code
}
