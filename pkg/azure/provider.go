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
	d := newDecoder(body)
	err = d.object("", func(lower, key string) error {
		if lower == "registrationstate" {
			return d.text(key, &state)
		}
		return d.SkipValue()
	})
	if err != nil {
		return "", badAnswer(readProvider, "the response isn't valid JSON")
	}
	return state, nil
}
