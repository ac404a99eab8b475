package azure

import (
	"context"
	"net/url"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Workspace is an Azure Managed Grafana workspace in the shape that the browser gets.
type Workspace struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	SubscriptionID string `json:"subscriptionId"`
	ResourceGroup  string `json:"resourceGroup"`
	Location       string `json:"location"`
	// Tier is the SKU's name: Standard or Essential.
	Tier                string `json:"tier"`
	ProvisioningState   string `json:"provisioningState"`
	GrafanaVersion      string `json:"grafanaVersion"`
	GrafanaMajorVersion string `json:"grafanaMajorVersion"`
	// Endpoint is the origin of the workspace's Grafana, or empty; only an https one is ever asked.
	Endpoint            string `json:"endpoint"`
	PublicNetworkAccess string `json:"publicNetworkAccess"`
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
	read.ID, read.SubscriptionID, read.ResourceGroup = id.String(), id.SubscriptionID, id.ResourceGroup
	if read.Name == "" {
		read.Name = id.Name
	}
	read.Cloud, read.Portal = c.cloud.Name, c.cloud.Portal
	return read, nil
}

// workspace reads the workspace that comes next. Shape: specification of Microsoft.Dashboard 2025-08-01, ManagedGrafana.
func (d *decoder) workspace() (Workspace, error) {
	var w Workspace
	err := d.object("", func(lower, key string) error {
		switch lower {
		case "id":
			return d.text(key, &w.ID)
		case "name":
			return d.text(key, &w.Name)
		case "location":
			return d.text(key, &w.Location)
		case "sku":
			return d.object(key, func(lower, key string) error {
				if lower == "name" {
					return d.text(key, &w.Tier)
				}
				return d.SkipValue()
			})
		case "systemdata":
			return d.object(key, func(lower, key string) error {
				if lower == "createdat" {
					return d.instant(key, &w.CreatedAt)
				}
				return d.SkipValue()
			})
		case "properties":
			return d.workspaceProperties(key, &w)
		}
		return d.SkipValue()
	})
	return w, err
}

func (d *decoder) workspaceProperties(name string, w *Workspace) error {
	return d.object(name, func(lower, key string) error {
		switch lower {
		case "provisioningstate":
			return d.text(key, &w.ProvisioningState)
		case "grafanaversion":
			return d.text(key, &w.GrafanaVersion)
		case "grafanamajorversion":
			return d.text(key, &w.GrafanaMajorVersion)
		case "publicnetworkaccess":
			return d.text(key, &w.PublicNetworkAccess)
		case "endpoint":
			var endpoint string
			err := d.text(key, &endpoint)
			w.Endpoint = grafanaOrigin(endpoint)
			return err
		case "grafanaintegrations":
			return d.linkedMonitorWorkspaces(key, w)
		}
		return d.SkipValue()
	})
}

func (d *decoder) linkedMonitorWorkspaces(name string, w *Workspace) error {
	return d.object(name, func(lower, key string) error {
		if lower != "azuremonitorworkspaceintegrations" {
			return d.SkipValue()
		}
		return d.array(key, func() error {
			var id string
			err := d.object(key, func(lower, key string) error {
				if lower == "azuremonitorworkspaceresourceid" {
					return d.text(key, &id)
				}
				return d.SkipValue()
			})
			if id != "" {
				w.LinkedMonitorWorkspaces = append(w.LinkedMonitorWorkspaces, id)
			}
			return err
		})
	})
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
