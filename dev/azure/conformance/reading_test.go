package conformance

import (
	"errors"
	"net/http"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/dashboard/armdashboard"
)

func endpointsClient(t *testing.T, client string) *armdashboard.ManagedPrivateEndpointsClient {
	t.Helper()
	endpoints, err := armdashboard.NewManagedPrivateEndpointsClient(subscriptionID, credential(t, client), armOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	return endpoints
}

func TestListsOverAllPages(t *testing.T) {
	reset(t)
	control(t, http.MethodPatch, "/knobs", map[string]int{"pageSize": 150}, nil)
	names := map[string]bool{}
	pages := 0
	pager := endpointsClient(t, clientID).NewListPager(resourceGroup, largeWorkspace, nil)
	for pager.More() {
		page, err := pager.NextPage(deadline(t))
		if err != nil {
			t.Fatal(err)
		}
		pages++
		for _, endpoint := range page.Value {
			names[*endpoint.Name] = true
		}
	}
	if pages != 7 || len(names) != 1000 {
		t.Errorf("got %d endpoints on %d pages, want 1000 on 7", len(names), pages)
	}
}

func TestGetsOneWhateverTheCasing(t *testing.T) {
	reset(t)
	answer, err := endpointsClient(t, clientID).Get(deadline(t), "OBSERVABILITY", "Contoso-Grafana", "LOKI-AKS", nil)
	if err != nil {
		t.Fatal(err)
	}
	properties := answer.Properties
	if *properties.ConnectionState.Status != armdashboard.ManagedPrivateEndpointConnectionStatusApproved ||
		*properties.PrivateLinkServicePrivateIP == "" || *properties.PrivateLinkServiceURL != "loki.obs.contoso.com" {
		t.Errorf("unexpected answer: %+v", properties)
	}
}

func TestGetsTheWorkspace(t *testing.T) {
	reset(t)
	client, err := armdashboard.NewGrafanaClient(subscriptionID, credential(t, clientID), armOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	workspace, err := client.Get(deadline(t), resourceGroup, mainWorkspace, nil)
	if err != nil {
		t.Fatal(err)
	}
	if *workspace.SKU.Name != "Standard" || *workspace.Properties.Endpoint == "" {
		t.Errorf("unexpected answer: %+v", workspace)
	}
}

func TestFailuresCarryAzuresCode(t *testing.T) {
	throttled := map[string]any{
		"host": "resourceManager", "effect": map[string]any{
			"kind": "status", "status": 429, "headers": map[string]string{"retry-after": "3"},
			"body": map[string]any{"error": map[string]string{"code": "TooManyRequests", "message": "Slow down."}},
		},
	}
	cases := map[string]struct {
		client, name, code string
		status             int
		fault              any
	}{
		"not found": {clientID, "no-such", "ResourceNotFound", http.StatusNotFound, nil},
		"no rights": {strangerID, "loki-aks", "AuthorizationFailed", http.StatusForbidden, nil},
		"throttled": {clientID, "loki-aks", "TooManyRequests", http.StatusTooManyRequests, throttled},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			reset(t)
			if test.fault != nil {
				control(t, http.MethodPost, "/faults", test.fault, nil)
			}
			_, err := endpointsClient(t, test.client).Get(deadline(t), resourceGroup, mainWorkspace, test.name, nil)
			var failure *azcore.ResponseError
			if !errors.As(err, &failure) || failure.ErrorCode != test.code || failure.StatusCode != test.status {
				t.Errorf("got %v, want %d %s", err, test.status, test.code)
			}
		})
	}
}

func TestSignInFailuresCarryEntrasNumber(t *testing.T) {
	cases := map[string]struct{ tenant, client, secret, number string }{
		"wrong secret":   {tenantID, clientID, "guess", "AADSTS7000215"},
		"expired secret": {tenantID, clientID, "stand-in-expired-secret", "AADSTS7000222"},
		"unknown app":    {tenantID, "11111111-2222-4333-8444-555555555555", "x", "AADSTS700016"},
		"unknown tenant": {"11111111-2222-4333-8444-555555555555", clientID, clientSecret, "AADSTS90002"},
	}
	for name, test := range cases {
		t.Run(name, func(t *testing.T) {
			credential, err := azidentity.NewClientSecretCredential(test.tenant, test.client, test.secret,
				&azidentity.ClientSecretCredentialOptions{ClientOptions: options(t), DisableInstanceDiscovery: true})
			if err != nil {
				t.Fatal(err)
			}
			expectRefusal(t, credential, test.number)
		})
	}
}
