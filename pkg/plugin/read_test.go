package plugin

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const fullWorkspace = `{
	"id":"/subscriptions/00000000-1111-2222-3333-444444444444/resourcegroups/OBSERVABILITY/providers/microsoft.dashboard/grafana/contoso",
	"name":"contoso","type":"microsoft.dashboard/grafana","location":"westeurope","sku":{"name":"Standard","size":"X1"},"tags":{"team":"sre"},
	"identity":{"type":"SystemAssigned","principalId":"p","tenantId":"t"},
	"properties":{"provisioningState":"Succeeded","endpoint":"https://contoso-abcd.weu.grafana.azure.com/","grafanaVersion":"12.4.2","grafanaMajorVersion":"12",
		"publicNetworkAccess":"Enabled","outboundIPs":null,
		"grafanaIntegrations":{"azureMonitorWorkspaceIntegrations":[{"azureMonitorWorkspaceResourceId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Monitor/accounts/metrics"},{}]}}}`

const fullEndpoint = `{
	"id":"/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/observability/providers/Microsoft.Dashboard/grafana/contoso/managedPrivateEndpoints/orders-db",
	"name":"orders-db","type":"microsoft.dashboard/grafana/managedprivateendpoints","location":"westeurope","tags":{"team":"orders","env":"prod"},
	"properties":{"provisioningState":"Succeeded",
		"privateLinkResourceId":"/subscriptions/s/resourceGroups/data/providers/Microsoft.Network/privateLinkServices/orders",
		"privateLinkResourceRegion":"northeurope","groupIds":[],"requestMessage":"For the orders dashboard #a1b2c3",
		"privateLinkServiceUrl":"orders.db.contoso.internal","privateLinkServicePrivateIP":"10.0.0.5",
		"connectionState":{"status":"Approved","description":"Welcome"},"somethingNew":{"since":2027}},
	"systemData":{"createdAt":"2026-10-01T08:30:00.1234567Z","createdBy":"ada@contoso.com","createdByType":"User",
		"lastModifiedAt":"2026-10-02T08:30:00Z","lastModifiedBy":"66666666-7777-8888-9999-000000000000","lastModifiedByType":"Application"},
	"etag":"\"0a1b\""}`

const endpointRoute = "GET " + azuretest.WorkspaceID + "/managedPrivateEndpoints/orders-db"

func TestContractOfReads(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer("GET "+azuretest.WorkspaceID, 200, fullWorkspace)
	fake.Answer(endpointRoute, 200, fullEndpoint)
	fake.Answer(listRoute, 200, `{"value":[`+fullEndpoint+`,{"name":"bare"}]}`)
	for name, r := range map[string]request{
		"workspace": get("workspace"), "endpoints": get("endpoints"), "endpoint": get("endpoints/orders-db"),
	} {
		answer := r.send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		requireGolden(t, name, r, answer, fake)
	}
	require.Equal(t, 1, fake.Issued(), "one token serves all")
}

func TestAnAnswerThatIsNoEndpoint(t *testing.T) {
	for answer, isOne := range map[string]bool{
		`{}`: false, `{"properties":{"provisioningState":"Succeeded"}}`: false, `{"name":"orders-db"}`: true, `{"id":"` + namedPath + `"}`: true,
	} {
		app, fake := newTestApp(t)
		fake.Answer(endpointRoute, 200, answer)
		if got := get("endpoints/orders-db").send(t, app); isOne {
			require.Equal(t, 200, got.Status, answer)
		} else {
			requireRefusal(t, got, 502, "azure_bad_answer")
		}
	}
}

func TestWorkspaceOfOddShape(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer("GET "+azuretest.WorkspaceID, 200, `{"SKU":{"Name":"Essential"},"properties":{"endpoint":"javascript:alert(1)","grafanaIntegrations":null}}`)
	answer := get("workspace").send(t, app)
	require.Equal(t, 200, answer.Status)
	require.Contains(t, string(answer.Body), `"tier":"Essential"`)
	require.Contains(t, string(answer.Body), `"endpoint":""`)
	require.Contains(t, string(answer.Body), `"name":"contoso"`)
	for address, origin := range map[string]string{
		"https://g.contoso.com/x?y": "https://g.contoso.com", "HTTP://localhost:3000/": "http://localhost:3000", "ftp://g.contoso.com": "", "https://u@g": "", "https:": "",
	} {
		app, fake := newTestApp(t)
		fake.Answer(workspaceRoute, 200, fmt.Sprintf(`{"properties":{"endpoint":%q}}`, address))
		require.Contains(t, string(get("workspace").send(t, app).Body), fmt.Sprintf(`"endpoint":%q`, origin), address)
	}
}

func TestRequestsCarryNothingOfTheCaller(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 200, `{"value":[]}`)
	r := get("endpoints?api-version=1999-01-01&subscription=x")
	r.headers = map[string][]string{
		"Authorization": {"Bearer caller"}, "Cookie": {"grafana_session=1"}, "X-Grafana-Id": {"jwt"}, "X-Forwarded-For": {"10.1.1.1"},
		"X-Ms-Authorization-Auxiliary": {"x"}, "X-Custom": {"x"}, "Traceparent": {"00-1-1-01"},
	}
	fake.Token = func(w http.ResponseWriter, r *http.Request) {
		assert.Empty(t, r.Header.Get("X-Inbound"))
		fake.CheckSecret(w, r)
	}
	require.Equal(t, 200, r.sendWith(t, withInbound(t.Context()), app).Status)
	sent := fake.Requests()[0]
	require.Empty(t, sent.Header.Get("X-Inbound"))
	require.Equal(t, "api-version=2025-08-01", sent.URL.RawQuery)
	for header := range r.headers {
		if header != "Authorization" {
			require.Empty(t, sent.Header.Get(header), header)
		}
	}
	require.Equal(t, "Bearer token-number-1", sent.Header.Get("Authorization"))
}
