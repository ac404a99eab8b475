package azure

import (
	"context"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

var readProvider = operation{does: "read the resource provider registration of the subscription", needs: catalogue.ActionOf("readProvider")}

// ProviderState tells the registration state of Microsoft.Dashboard in the workspace's subscription, as Azure writes it.
func (c *Client) ProviderState(ctx context.Context, workspace WorkspaceID) (string, error) {
	body, err := c.get(ctx, readProvider, "/subscriptions/"+workspace.SubscriptionID+"/providers/Microsoft.Dashboard", "2021-04-01")
	if err != nil {
		return "", err
	}
	var state string
	if err := newDecoder(body).into("", places{"registrationstate": &state}); err != nil {
		return "", badAnswer(readProvider, "the response isn't valid JSON")
	}
	return state, nil
}
