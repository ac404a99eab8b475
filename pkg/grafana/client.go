// Package grafana reads and changes the data sources of a workspace's own Grafana. API and rules: Grafana 12.4,
// pkg/api/datasources.go.
package grafana

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// Client talks to one workspace's Grafana.
type Client struct {
	plane *azure.DataPlane
	// publicAccessDisabled is what Azure says of the workspace: it explains a Grafana that can't be reached.
	publicAccessDisabled bool
	// token is true for a service account token, false for the identity's own.
	token bool
}

// New makes a client of an opened way. Token says that a service account token is used.
func New(plane *azure.DataPlane, workspace azure.Workspace, token bool) *Client {
	return &Client{plane: plane, publicAccessDisabled: strings.EqualFold(workspace.PublicNetworkAccess, "Disabled"), token: token}
}

// Origin is where this Grafana is.
func (c *Client) Origin() string { return c.plane.Origin }

// action is one named thing that is asked of Grafana.
type action struct {
	// does completes the sentence "Grafana didn't let the plugin …".
	does string
	// permission is Grafana's name of the right.
	permission string
	// subject is what a 404 is about.
	subject string
	writes  bool
}

func (c *Client) get(ctx context.Context, a action, path string, query url.Values) ([]byte, error) {
	answer, err := c.do(ctx, a, azure.PlaneRequest{Method: http.MethodGet, Path: path, Query: query})
	return answer.Body, err
}

func (c *Client) send(ctx context.Context, a action, method, path string, body []byte) ([]byte, error) {
	answer, err := c.do(ctx, a, azure.PlaneRequest{Method: method, Path: path, Body: body})
	return answer.Body, err
}

// do sends a request and classifies everything but 200.
func (c *Client) do(ctx context.Context, a action, r azure.PlaneRequest) (azure.PlaneAnswer, error) {
	answer, err := c.plane.Do(ctx, r)
	if err != nil {
		return azure.PlaneAnswer{}, c.classify(ctx, a, err)
	}
	if answer.Status != http.StatusOK {
		return azure.PlaneAnswer{}, c.classifyAnswer(a, answer)
	}
	return answer, nil
}
