package conformance

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/dashboard/armdashboard"
)

const (
	freeService = "/subscriptions/0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b/resourceGroups/payments/providers/Microsoft.Network/privateLinkServices/pls-payments"
	name        = "fresh"
	connection  = "/workspaces/" + mainWorkspace + "/endpoints/" + name + "/connection"
)

var often = &runtime.PollUntilDoneOptions{Frequency: time.Second}

func request(domain string) armdashboard.ManagedPrivateEndpointModel {
	return armdashboard.ManagedPrivateEndpointModel{
		Location: to.Ptr("westeurope"),
		Properties: &armdashboard.ManagedPrivateEndpointModelProperties{
			PrivateLinkResourceID: to.Ptr(freeService),
			RequestMessage:        to.Ptr("Grafana needs it (PE-TEST01)"),
			PrivateLinkServiceURL: to.Ptr(domain),
		},
	}
}

func create(t *testing.T, client *armdashboard.ManagedPrivateEndpointsClient, domain string) (armdashboard.ManagedPrivateEndpointsClientCreateResponse, error) {
	t.Helper()
	poller, err := client.BeginCreate(deadline(t), resourceGroup, mainWorkspace, name, request(domain), nil)
	if err != nil {
		t.Fatal(err)
	}
	return poller.PollUntilDone(deadline(t), often)
}

func refresh(t *testing.T, client *armdashboard.ManagedPrivateEndpointsClient) {
	t.Helper()
	poller, err := client.BeginRefresh(deadline(t), resourceGroup, mainWorkspace, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := poller.PollUntilDone(deadline(t), often); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, client *armdashboard.ManagedPrivateEndpointsClient) *armdashboard.ManagedPrivateEndpointModelProperties {
	t.Helper()
	answer, err := client.Get(deadline(t), resourceGroup, mainWorkspace, name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return answer.Properties
}

func expectState(t *testing.T, client *armdashboard.ManagedPrivateEndpointsClient, want armdashboard.ManagedPrivateEndpointConnectionStatus, address bool) {
	t.Helper()
	properties := read(t, client)
	if *properties.ConnectionState.Status != want || (properties.PrivateLinkServicePrivateIP != nil) != address {
		t.Errorf("got %s and address %v, want %s and %t", *properties.ConnectionState.Status, properties.PrivateLinkServicePrivateIP, want, address)
	}
}

func TestLifecycle(t *testing.T) {
	reset(t)
	control(t, http.MethodPatch, "/knobs", map[string]float64{"operationSeconds": 0.5}, nil)
	client := endpointsClient(t, clientID)

	created, err := create(t, client, "metrics.payments.contoso.com")
	if err != nil {
		t.Fatal(err)
	}
	if *created.Properties.ProvisioningState != armdashboard.ProvisioningStateSucceeded {
		t.Errorf("created: %+v", created.Properties)
	}
	expectState(t, client, armdashboard.ManagedPrivateEndpointConnectionStatusPending, false)

	control(t, http.MethodPut, connection, map[string]string{"status": "Approved"}, nil)
	expectState(t, client, armdashboard.ManagedPrivateEndpointConnectionStatusPending, false)
	refresh(t, client)
	expectState(t, client, armdashboard.ManagedPrivateEndpointConnectionStatusApproved, true)

	if _, err := create(t, client, "prometheus.payments.contoso.com"); err != nil {
		t.Fatal(err)
	}
	if domain := *read(t, client).PrivateLinkServiceURL; domain != "prometheus.payments.contoso.com" {
		t.Errorf("the second PUT left the domain name %s", domain)
	}
	updateTags(t, client)
	remove(t, client)
}

func updateTags(t *testing.T, client *armdashboard.ManagedPrivateEndpointsClient) {
	t.Helper()
	tags := armdashboard.ManagedPrivateEndpointUpdateParameters{Tags: map[string]*string{"team": to.Ptr("payments")}}
	poller, err := client.BeginUpdate(deadline(t), resourceGroup, mainWorkspace, name, tags, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := poller.PollUntilDone(deadline(t), often)
	if err != nil || *answer.Tags["team"] != "payments" {
		t.Fatalf("tags %v: %v", answer.Tags, err)
	}
}

func remove(t *testing.T, client *armdashboard.ManagedPrivateEndpointsClient) {
	t.Helper()
	poller, err := client.BeginDelete(deadline(t), resourceGroup, mainWorkspace, name, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := poller.PollUntilDone(deadline(t), often); err != nil {
		t.Fatal(err)
	}
	_, err = client.Get(deadline(t), resourceGroup, mainWorkspace, name, nil)
	expectCode(t, err, "ResourceNotFound")
}

func expectCode(t *testing.T, err error, code string) {
	t.Helper()
	var failure *azcore.ResponseError
	if !errors.As(err, &failure) || failure.ErrorCode != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

func TestAFailedOperationFailsThePoller(t *testing.T) {
	reset(t)
	control(t, http.MethodPatch, "/knobs", map[string]int{"operationSeconds": 0}, nil)
	control(t, http.MethodPost, "/operations/fail-next", map[string]string{"code": "NetworkError", "message": "No address left."}, nil)
	client := endpointsClient(t, clientID)
	_, err := create(t, client, "")
	expectCode(t, err, "NetworkError")
	if state := *read(t, client).ProvisioningState; state != armdashboard.ProvisioningStateFailed {
		t.Errorf("the endpoint is %s", state)
	}
}

func TestWritesMeetAConflict(t *testing.T) {
	reset(t)
	control(t, http.MethodPost, "/workspaces/"+mainWorkspace+"/busy", map[string]int{"seconds": 60}, nil)
	client := endpointsClient(t, clientID)
	_, err := client.BeginCreate(deadline(t), resourceGroup, mainWorkspace, name, request(""), nil)
	expectCode(t, err, "ConflictInProcessing")
	_, err = client.BeginRefresh(deadline(t), resourceGroup, mainWorkspace, nil)
	expectCode(t, err, "ConflictInProcessing")
}
