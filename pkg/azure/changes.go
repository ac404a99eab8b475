package azure

import (
	"context"
	"net/http"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Request is what a new endpoint asks for. Its members must have been validated.
type Request struct {
	Location       string
	Target         TargetID
	TargetRegion   string
	SubResources   []string
	RequestMessage string
	DomainName     string
	Tags           map[string]string
}

// The body of a PUT: specification of Microsoft.Dashboard 2025-08-01; location is required, and all but tags can be set
// only when the endpoint is made.
type endpointBody struct {
	Location   string                 `json:"location"`
	Tags       map[string]string      `json:"tags,omitempty"`
	Properties endpointBodyProperties `json:"properties"`
}

type endpointBodyProperties struct {
	TargetID       string   `json:"privateLinkResourceId"`
	TargetRegion   string   `json:"privateLinkResourceRegion,omitempty"`
	SubResources   []string `json:"groupIds,omitempty"`
	RequestMessage string   `json:"requestMessage,omitempty"`
	DomainName     string   `json:"privateLinkServiceUrl,omitempty"`
}

var (
	createEndpoint = operation{does: "create the private endpoint", needs: catalogue.ActionOf("create"), writes: true}
	updateEndpoint = operation{does: "update the private endpoint", needs: catalogue.ActionOf("create"), writes: true}
	deleteEndpoint = operation{does: "delete the private endpoint", needs: catalogue.ActionOf("delete"), writes: true}
	refreshAll     = operation{does: "refresh the workspace", needs: catalogue.ActionOf("refresh"), ofWorkspace: true, writes: true}
)

// Create asks for a new endpoint.
func (c *Client) Create(ctx context.Context, workspace WorkspaceID, name string, r Request) (Operation, error) {
	body := endpointBody{r.Location, r.Tags, endpointBodyProperties{r.Target.String(), r.TargetRegion, r.SubResources, r.RequestMessage, r.DomainName}}
	answer, err := c.write(ctx, createEndpoint, http.MethodPut, endpointPath(workspace, name), c.apiVersion, "", body)
	made := Operation{Kind: "create", Name: name, StatusPath: answer.statusPath}
	if endpoint, err := newDecoder(answer.body).endpoint(); err == nil {
		made.CreatedAt = endpoint.CreatedAt
	}
	return made, err
}

// SetTags replaces the tags of an endpoint that was just read.
func (c *Client) SetTags(ctx context.Context, workspace WorkspaceID, name string, e Endpoint, tags map[string]string) (Operation, error) {
	body := struct {
		Tags map[string]string `json:"tags"`
	}{tags}
	answer, err := c.write(ctx, updateEndpoint, http.MethodPatch, endpointPath(workspace, name), c.apiVersion, e.etag, body)
	return Operation{"update", name, answer.statusPath, e.CreatedAt}, err
}

// SetDomainName writes an endpoint again with another domain name: PATCH takes tags alone, and this is how Terraform's
// provider does it. All else is sent as it was just read.
func (c *Client) SetDomainName(ctx context.Context, workspace WorkspaceID, name string, e Endpoint, domainName string) (Operation, error) {
	body := endpointBody{e.Location, e.Tags, endpointBodyProperties{e.TargetID, e.TargetRegion, e.SubResources, e.RequestMessage, domainName}}
	answer, err := c.write(ctx, updateEndpoint, http.MethodPut, endpointPath(workspace, name), c.apiVersion, e.etag, body)
	return Operation{"update", name, answer.statusPath, e.CreatedAt}, err
}

// Delete deletes an endpoint that was just read; deleting one that isn't there is done at once.
func (c *Client) Delete(ctx context.Context, workspace WorkspaceID, name string, e Endpoint) (Operation, error) {
	answer, err := c.write(ctx, deleteEndpoint, http.MethodDelete, endpointPath(workspace, name), c.apiVersion, e.etag, nil)
	return Operation{"delete", name, answer.statusPath, e.CreatedAt}, err
}

// Refresh applies the decisions of the resource owners to the workspace's managed network, for all of its endpoints.
func (c *Client) Refresh(ctx context.Context, workspace WorkspaceID) (Operation, error) {
	answer, err := c.write(ctx, refreshAll, http.MethodPost, workspace.String()+"/refreshManagedPrivateEndpoints", c.apiVersion, "", nil)
	return Operation{Kind: "refresh", StatusPath: answer.statusPath}, err
}

func endpointPath(workspace WorkspaceID, name string) string {
	return workspace.String() + "/managedPrivateEndpoints/" + name
}
