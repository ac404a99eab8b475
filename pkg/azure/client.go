// Package azure reads and changes what the plugin needs in Azure. It knows Azure, not Grafana's plugin API.
//
// It uses the Azure SDK's pipeline (retries, throttling, paging, authentication) with models of its own: the generated models
// of armdashboard drop properties they don't know and fail a whole list over one odd value, while the screens should
// show what Azure sent.
package azure

import (
	"context"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/arm"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// APIVersion of Microsoft.Dashboard.
var APIVersion = catalogue.Constants.DashboardAPIVersion

const module, moduleVersion = "azure-privateendpoints-app", "v0.1.0"

// Factory makes clients that share connections and tokens.
type Factory struct {
	// HTTP is the client of all outbound requests, made by NewHTTPClient.
	HTTP *http.Client
	// HostHTTP is the one for the host's own identity service, which is never reached through a proxy.
	HostHTTP *http.Client
	// PlaneHTTP is the one for workspaces' own Grafana, where one answer may take as long as the whole call.
	PlaneHTTP *http.Client
	Limits    Limits

	signIns signIns
	retries retryBudget
}

// Client talks to the Resource Manager of one cloud as one identity.
type Client struct {
	arm        *arm.Client
	credential *signIn
	cloud      Cloud
	identity   Identity
	apiVersion string
	limits     Limits
	planeHTTP  *http.Client
	retries    *retryBudget
}

// New makes a client. An empty apiVersion means APIVersion.
func (f *Factory) New(identity Identity, apiVersion string) (*Client, error) {
	if apiVersion == "" {
		apiVersion = APIVersion
	}
	credential := f.signIns.get(identity, f.clientFor(identity), f.Limits)
	pinned := pin{allowed: originOf(identity.Cloud.resourceManager), client: f.HTTP}
	made, err := arm.NewClient(module, moduleVersion, credential, &arm.ClientOptions{
		ClientOptions: policy.ClientOptions{
			Cloud:           identity.Cloud.configuration(),
			Transport:       pinned,
			PerCallPolicies: []policy.Policy{pinPolicy{pinned}, renewToken{credential, &credential.refusedByManager, tokenRejected()}},
			Retry:           f.Limits.readRetries(&f.retries),
		},
		// Registering a resource provider is a change that nobody asked for.
		DisableRPRegistration: true,
	})
	if err != nil {
		return nil, err
	}
	return &Client{arm: made, credential: credential, cloud: identity.Cloud, identity: identity, apiVersion: apiVersion, limits: f.Limits,
		planeHTTP: f.PlaneHTTP, retries: &f.retries}, nil
}

func (f *Factory) clientFor(identity Identity) *http.Client {
	if identity.usesHost() {
		return f.HostHTTP
	}
	return f.HTTP
}

// SignIn gets a token for Resource Manager, from the cache when one is there.
func (c *Client) SignIn(ctx context.Context) error {
	_, err := c.credential.GetToken(ctx, policy.TokenRequestOptions{Scopes: []string{c.cloud.resourceManager.String() + "/.default"}})
	return err
}

// Cloud returns the cloud that the client talks to.
func (c *Client) Cloud() Cloud { return c.cloud }

// Identity names the identity and cloud that the client signs in as, without secrets.
func (c *Client) Identity() string { return c.identity.key() }
