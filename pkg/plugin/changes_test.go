package plugin

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const (
	targetID    = "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/data/providers/Microsoft.Sql/servers/orders"
	newBody     = `{"targetId":"` + targetID + `","targetRegion":"northeurope","subResources":["sqlServer"],"requestMessage":"Ada asks. MPE-7K3M-X9QT","tags":{"team":"orders"}}`
	statusOfAll = "/providers/Microsoft.Dashboard/locations/WESTEUROPE/operationStatuses/3f0d0c84*ABCDEF?api-version=2025-08-01&t=1&c=MIIH&s=Zm9v&h=YmFy"
	refreshPath = azuretest.WorkspaceID + "/refreshManagedPrivateEndpoints"
	// seenBody names fullEndpoint; the moment is the same at any precision.
	seenBody  = `{"createdAt":"2026-10-01T08:30:00.1234567Z"}`
	namedPath = azuretest.WorkspaceID + "/managedPrivateEndpoints/orders-db"
)

// accept answers a change as Azure does, and keeps the body that was sent.
func accept(fake *azuretest.Azure, method, path string, status int, sent *string) {
	fake.Handle(method+" "+path, func(w http.ResponseWriter, r *http.Request) {
		if body, err := io.ReadAll(r.Body); err == nil && sent != nil {
			*sent = string(body)
		}
		w.Header().Set("Azure-AsyncOperation", fake.Manager.URL+statusOfAll)
		w.Header().Set("Location", fake.Manager.URL+statusOfAll)
		azuretest.Write(w, status, `{"properties":{"provisioningState":"Accepted"}}`)
	})
}

func TestContractOfChanges(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(workspaceRoute, 200, fullWorkspace)
	var created, tagged, renamed string
	accept(fake, "PUT", namedPath, 201, &created)
	create := change("PUT", "endpoints/orders-db", newBody)
	logged := captureLog(t)
	answer := create.send(t, app)
	require.Equal(t, 202, answer.Status, string(answer.Body))
	requireGolden(t, "endpoint-create", create, answer, fake)
	require.JSONEq(t, `{"location":"westeurope","tags":{"team":"orders"},"properties":{"privateLinkResourceId":"`+targetID+`",
		"privateLinkResourceRegion":"northeurope","groupIds":["sqlServer"],"requestMessage":"Ada asks. MPE-7K3M-X9QT"}}`, created)
	require.Contains(t, logged.String(), "change create privateEndpoint orders-db workspace "+azuretest.WorkspaceID+" user admin org 0 outcome accepted")

	fake.Answer(endpointRoute, 200, fullEndpoint)
	accept(fake, "PATCH", namedPath, 202, &tagged)
	tag := change("PATCH", "endpoints/orders-db", `{"tags":{"seen":{"team":"orders","env":"prod"},"wanted":{"env":"prod"}},"createdAt":"2026-10-01T08:30:00.1234567Z"}`)
	requireGolden(t, "endpoint-update", tag, tag.send(t, app), fake)
	require.JSONEq(t, `{"tags":{"env":"prod"}}`, tagged)

	accept(fake, "PUT", namedPath, 200, &renamed)
	rename := change("PATCH", "endpoints/orders-db", `{"domainName":{"seen":"orders.db.contoso.internal","wanted":"new.db.contoso.internal"},"createdAt":"2026-10-01T10:30:00.1234567+02:00"}`)
	require.Equal(t, 202, rename.send(t, app).Status)
	require.JSONEq(t, `{"location":"westeurope","tags":{"env":"prod","team":"orders"},"properties":{
		"privateLinkResourceId":"/subscriptions/s/resourceGroups/data/providers/Microsoft.Network/privateLinkServices/orders",
		"privateLinkResourceRegion":"northeurope","requestMessage":"For the orders dashboard #a1b2c3","privateLinkServiceUrl":"new.db.contoso.internal"}}`, renamed)

	accept(fake, "DELETE", namedPath, 202, nil)
	remove := change("DELETE", "endpoints/orders-db", seenBody)
	requireGolden(t, "endpoint-delete", remove, remove.send(t, app), fake)

	fake.Handle("DELETE "+namedPath, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) })
	require.Contains(t, string(remove.send(t, app).Body), `"statusPath":""`)

	accept(fake, "POST", refreshPath, 202, nil)
	refresh := change("POST", "refresh", "{}")
	requireGolden(t, "refresh", refresh, refresh.send(t, app), fake)
}

func TestACreationTellsWhichEndpointItMade(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(workspaceRoute, 200, fullWorkspace)
	for answer, want := range map[string]string{
		`{"name":"orders-db","systemData":{"createdAt":"2026-10-01T08:30:00Z"}}`: "2026-10-01T08:30:00Z",
		`{"systemData":{"createdAt":"2026-10-01T08:30:00Z"}`:                     "",
		``: "",
	} {
		fake.Answer("PUT "+namedPath, 201, answer)
		made := decodeAnswer[operationAnswer](t, change("PUT", "endpoints/orders-db", newBody).send(t, app))
		require.Equal(t, want, made.Operation.CreatedAt, answer)
	}
}

func TestStatusLinksThatLeadElsewhereAreNotHandedOut(t *testing.T) {
	for _, link := range []string{"https://evil.test" + statusOfAll, "/relative" + statusOfAll, "https://x@evil.test/", "::", "https://evil.test:443/x"} {
		app, fake := newTestApp(t)
		fake.Handle("POST "+refreshPath, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Azure-AsyncOperation", link)
			w.WriteHeader(202)
		})
		answer := change("POST", "refresh", "{}").send(t, app)
		require.JSONEq(t, `{"operation":{"kind":"refresh","name":"","statusPath":"","createdAt":""}}`, string(answer.Body))
	}
}

func TestANameInUseIsNotWrittenOver(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(workspaceRoute, 200, fullWorkspace)
	fake.Answer(endpointRoute, 200, fullEndpoint)
	r := change("PUT", "endpoints/orders-db", newBody)
	answer := r.send(t, app)
	require.Equal(t, "name", requireRefusal(t, answer, 409, "endpoint_exists").Field)
	requireGolden(t, "errors/endpoint_exists", r, answer, fake)
	for _, sent := range fake.Requests() {
		require.Equal(t, http.MethodGet, sent.Method)
	}
	for _, state := range []string{"Succeeded", "Creating", "Canceled", ""} {
		fake.Answer(endpointRoute, 200, fmt.Sprintf(`{"name":"orders-db","properties":{"provisioningState":%q,"privateLinkResourceId":%q}}`, state, targetID))
		requireRefusal(t, r.send(t, app), 409, "endpoint_exists")
	}
	// One that Azure failed to make may be asked for again, but not turned into another.
	accept(fake, "PUT", namedPath, 201, nil)
	fake.Answer(endpointRoute, 200, fmt.Sprintf(`{"name":"orders-db","properties":{"provisioningState":"Failed","privateLinkResourceId":%q}}`, strings.ToUpper(targetID)))
	require.Equal(t, 202, r.send(t, app).Status)
	fake.Answer(endpointRoute, 200, `{"name":"orders-db","properties":{"provisioningState":"Failed","privateLinkResourceId":"/other"}}`)
	requireRefusal(t, r.send(t, app), 409, "endpoint_exists")
}

// Someone deleted the endpoint that was seen, and created another under its name.
func TestAnotherEndpointUnderTheNameIsLeftAlone(t *testing.T) {
	for body, change := range map[string]request{
		"DELETE": change("DELETE", "endpoints/orders-db", `{"createdAt":"2026-09-30T08:30:00Z"}`),
		"tags":   change("PATCH", "endpoints/orders-db", `{"createdAt":"2026-09-30T08:30:00Z","tags":{"seen":{},"wanted":{}}}`),
		"domain": change("PATCH", "endpoints/orders-db", `{"createdAt":"","domainName":{"wanted":"a.b.c"}}`),
	} {
		t.Run(body, func(t *testing.T) {
			app, fake := newTestApp(t)
			fake.Answer(endpointRoute, 200, fullEndpoint)
			answer := change.send(t, app)
			require.Contains(t, requireRefusal(t, answer, 409, "endpoint_replaced").Message, "2026-10-01T08:30:00.1234567Z")
			if body == "DELETE" {
				requireGolden(t, "errors/endpoint_replaced", change, answer, fake)
			}
			for _, sent := range fake.Requests() {
				require.Equal(t, http.MethodGet, sent.Method)
			}
		})
	}
}

func TestADomainNameThatSomeoneElseChanged(t *testing.T) {
	for now, told := range map[string]string{"new.db.contoso.internal": "to new.db.contoso.internal,", "": "to none,"} {
		app, fake := newTestApp(t)
		fake.Answer(endpointRoute, 200, strings.Replace(fullEndpoint, "orders.db.contoso.internal", now, 1))
		r := change("PATCH", "endpoints/orders-db", `{"domainName":{"seen":"orders.db.contoso.internal","wanted":"a.b.c"},`+seenBody[1:])
		require.Contains(t, requireRefusal(t, r.send(t, app), 409, "domain_name_changed").Message, told)
	}
}

func TestAnEndpointThatIsGoneIsDeleted(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(endpointRoute, 404, `{"error":{"code":"ResourceNotFound"}}`)
	answer := change("DELETE", "endpoints/orders-db", seenBody).send(t, app)
	require.Equal(t, 202, answer.Status)
	require.JSONEq(t, `{"operation":{"kind":"delete","name":"orders-db","statusPath":"","createdAt":"2026-10-01T08:30:00.1234567Z"}}`, string(answer.Body))
	require.Len(t, fake.Requests(), 1)
}
