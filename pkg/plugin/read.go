package plugin

import "github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"

// getWorkspace answers {workspace}.
func getWorkspace(c *call) (any, error) {
	client, id, err := c.app.azure()
	if err != nil {
		return nil, err
	}
	workspace, err := client.Workspace(c.ctx, id)
	return struct {
		Workspace azure.Workspace `json:"workspace"`
	}{workspace}, err
}

// getEndpoints answers {endpoints} with all pages of the list.
func getEndpoints(c *call) (any, error) {
	client, id, err := c.app.azure()
	if err != nil {
		return nil, err
	}
	endpoints, err := client.Endpoints(c.ctx, id)
	return struct {
		Endpoints []azure.Endpoint `json:"endpoints"`
	}{endpoints}, err
}

// getEndpoint answers {endpoint}.
func getEndpoint(c *call) (any, error) {
	name := c.path["name"]
	if err := azure.CheckEndpointName(name); err != nil {
		return nil, err
	}
	client, id, err := c.app.azure()
	if err != nil {
		return nil, err
	}
	endpoint, err := client.Endpoint(c.ctx, id, name)
	return struct {
		Endpoint azure.Endpoint `json:"endpoint"`
	}{endpoint}, err
}
