package plugin

import "github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"

// getWorkspace answers {workspace}.
func getWorkspace(c *call) (any, error) {
	workspace, err := c.client.Workspace(c.ctx, c.id)
	return struct {
		Workspace azure.Workspace `json:"workspace"`
	}{workspace}, err
}

// getEndpoints answers {endpoints} with all pages of the list.
func getEndpoints(c *call) (any, error) {
	endpoints, err := c.followed().Endpoints(c.ctx)
	return struct {
		Endpoints []azure.Endpoint `json:"endpoints"`
	}{endpoints}, err
}

// getEndpoint answers {endpoint}.
func getEndpoint(c *call) (any, error) {
	endpoint, err := c.client.Endpoint(c.ctx, c.id, c.path["name"])
	return struct {
		Endpoint azure.Endpoint `json:"endpoint"`
	}{endpoint}, err
}
