package azure

import (
	"context"
	"net/url"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Workspace is an Azure Managed Grafana workspace in the shape that the browser gets.
type Workspace struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	ResourceGroup string `json:"resourceGroup"`
	Location      string `json:"location"`
	// Tier is the SKU's name: Standard or Essential.
	Tier                string `json:"tier"`
	GrafanaVersion      string `json:"grafanaVersion"`
	GrafanaMajorVersion string `json:"-"`
	// Endpoint is the origin of the workspace's Grafana, or empty; only an https one is ever asked.
	Endpoint            string `json:"endpoint"`
	PublicNetworkAccess string `json:"-"`
	// LinkedMonitorWorkspaces are resource ids of Azure Monitor workspaces.
	LinkedMonitorWorkspaces []string `json:"linkedMonitorWorkspaces"`
	// CreatedAt is RFC 3339, or empty.
	CreatedAt string `json:"createdAt"`
	Cloud     string `json:"cloud"`
	Portal    string `json:"portal"`
}

var readWorkspace = operation{does: "read the workspace", needs: catalogue.ActionOf("readWorkspace"), ofWorkspace: true}

// Workspace reads the workspace.
func (c *Client) Workspace(ctx context.Context, id WorkspaceID) (Workspace, error) {
	body, err := c.get(ctx, readWorkspace, id.String(), c.apiVersion)
	if err != nil {
		return Workspace{}, err
	}
	read, err := newDecoder(body).workspace()
	if err != nil {
		return Workspace{}, badAnswer(readWorkspace, "the response isn't a workspace")
	}
	// The id's parts come from the settings: Azure answers with mixed casing.
	read.ID, read.ResourceGroup = id.String(), id.ResourceGroup
	if read.Name == "" {
		read.Name = id.Name
	}
	read.Cloud, read.Portal = c.cloud.Name, c.cloud.Portal
	return read, nil
}

// workspace reads the workspace that comes next. Shape: specification of Microsoft.Dashboard 2025-08-01, ManagedGrafana.
func (d *decoder) workspace() (Workspace, error) {
	var w Workspace
	var endpoint string
	linked := func(key string) error {
		return d.array(key, func() error {
			var id string
			err := d.into(key, places{"azuremonitorworkspaceresourceid": &id})
			if id != "" {
				w.LinkedMonitorWorkspaces = append(w.LinkedMonitorWorkspaces, id)
			}
			return err
		})
	}
	err := d.into("", places{
		"name": &w.Name, "location": &w.Location, "sku": places{"name": &w.Tier},
		"systemdata": places{"createdat": func(key string) error { return d.instant(key, &w.CreatedAt) }},
		"properties": places{
			"grafanaversion": &w.GrafanaVersion, "grafanamajorversion": &w.GrafanaMajorVersion,
			"publicnetworkaccess": &w.PublicNetworkAccess, "endpoint": &endpoint,
			"grafanaintegrations": places{"azuremonitorworkspaceintegrations": linked},
		},
	})
	w.Endpoint = grafanaOrigin(endpoint)
	return w, err
}

// grafanaOrigin cuts an address down to its origin; what isn't a web address counts as none.
func grafanaOrigin(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.User != nil {
		return ""
	}
	scheme := strings.ToLower(u.Scheme)
	if scheme != "https" && scheme != "http" {
		return ""
	}
	return scheme + "://" + u.Host
}
