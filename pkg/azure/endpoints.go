package azure

import (
	"context"
	"encoding/json"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

var (
	listEndpoints = operation{does: "list the workspace's private endpoints", needs: catalogue.ActionOf("list"), ofWorkspace: true}
	readEndpoint  = operation{does: "read the private endpoint", needs: catalogue.ActionOf("list")}
)

// Endpoints lists all managed private endpoints of a workspace, over all pages, in Azure's order.
func (c *Client) Endpoints(ctx context.Context, workspace WorkspaceID) ([]Endpoint, error) {
	var all []Endpoint
	err := c.list(ctx, listEndpoints, workspace.String()+"/managedPrivateEndpoints", c.apiVersion, func(d *decoder) error {
		// A null among the items is no endpoint; anything else is shown.
		if d.PeekKind() == 'n' {
			return d.SkipValue()
		}
		endpoint, err := d.endpoint()
		all = append(all, endpoint)
		return err
	})
	return all, err
}

// Endpoint reads one managed private endpoint. The name must have passed CheckEndpointName.
func (c *Client) Endpoint(ctx context.Context, workspace WorkspaceID, name string) (Endpoint, error) {
	body, etag, err := c.getWithETag(ctx, readEndpoint, endpointPath(workspace, name), c.apiVersion)
	if err != nil {
		return Endpoint{}, err
	}
	endpoint, err := newDecoder(body).endpoint()
	if err != nil || endpoint.ID == "" && endpoint.Name == "" {
		return Endpoint{}, badAnswer(readEndpoint, "the response isn't an endpoint")
	}
	if endpoint.etag = etag; etag == "" {
		_ = json.Unmarshal(endpoint.Extra["etag"], &endpoint.etag)
	}
	return endpoint, nil
}
