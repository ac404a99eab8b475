package azure

import (
	"context"
	"strconv"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// WorkspaceChoice is a workspace that the identity can see.
type WorkspaceChoice struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	ResourceGroup string `json:"resourceGroup"`
	Location      string `json:"location"`
	Tier          string `json:"tier"`
}

var findWorkspaces = operation{does: "search for workspaces", needs: catalogue.ActionOf("search")}

const workspacesQuery = `resources | where type =~ 'microsoft.dashboard/grafana' ` +
	`| project id, location, tier = tostring(sku.name) | order by id asc`

// Workspaces finds the workspaces in all subscriptions that the identity can read, ordered by resource id.
func (c *Client) Workspaces(ctx context.Context) ([]WorkspaceChoice, error) {
	var found []WorkspaceChoice
	row := func(d *decoder) error {
		var choice WorkspaceChoice
		err := d.into("", places{"id": &choice.ID, "location": &choice.Location, "tier": &choice.Tier})
		if id, wrong := ParseWorkspaceID("", choice.ID); wrong == nil {
			choice.ID, choice.Name, choice.ResourceGroup = id.String(), id.Name, id.ResourceGroup
			found = append(found, choice)
		}
		return err
	}
	token, size := "", int64(0)
	for range c.limits.Pages {
		page, err := c.query(ctx, findWorkspaces, workspacesQuery, 1000, token, row)
		if err != nil || page.skipToken == "" {
			return found, err
		}
		if size += page.size; size > c.limits.List {
			return nil, tooLarge()
		}
		token = page.skipToken
	}
	return nil, badAnswer(findWorkspaces, "the list has more than "+strconv.Itoa(c.limits.Pages)+" pages")
}
