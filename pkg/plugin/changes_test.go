package plugin

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
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

func TestChangesAreSentOnce(t *testing.T) {
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		status  int
		code    string
		unsure  bool
	}{
		"reset": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 502, "azure_unreachable", true},
		"500":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }, 503, "azure_unavailable", true},
		"429":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) }, 429, "azure_throttled", false},
		"conflict": {func(w http.ResponseWriter, _ *http.Request) {
			azuretest.Write(w, 409, `{"error":{"code":"ConflictInProcessing"}}`)
		}, 409, "azure_conflict", false},
		"slow":        {azuretest.Hang, 504, "azure_timeout", true},
		"bad request": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(400) }, 422, "azure_rejected", false},
	} {
		t.Run(name, func(t *testing.T) {
			for _, r := range []request{change("POST", "refresh", "{}"), change("DELETE", "endpoints/orders-db", seenBody), change("PATCH", "endpoints/orders-db", `{"tags":{"wanted":{"a":"b"}},`+seenBody[1:])} {
				fake := azuretest.Start(t)
				fake.Answer(endpointRoute, 200, fullEndpoint)
				var sent atomic.Int32
				handler := func(w http.ResponseWriter, r *http.Request) {
					sent.Add(1)
					test.handler(w, r)
				}
				for _, route := range []string{"POST " + refreshPath, "DELETE " + namedPath, "PATCH " + namedPath} {
					fake.Handle(route, handler)
				}
				refused := requireRefusal(t, r.send(t, newSetup(fake).hurried().app(t)), test.status, test.code)
				require.EqualValues(t, 1, sent.Load())
				require.Equal(t, test.unsure, strings.Contains(refused.Hint, "Reload the list"), refused.Hint)
			}
		})
	}
}

func manyTags(count int) map[string]string {
	many := map[string]string{}
	for i := range count {
		many[fmt.Sprint("t", i)] = ""
	}
	return many
}

func newBodyWith(t *testing.T, name string, value any) string {
	t.Helper()
	var body map[string]any
	require.NoError(t, json.Unmarshal([]byte(newBody), &body))
	body[name] = value
	changed, err := json.Marshal(body)
	require.NoError(t, err)
	return string(changed)
}

// One more of each is refused.
func TestTheLargestValuesOfANewEndpoint(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(workspaceRoute, 200, fullWorkspace)
	accept(fake, "PUT", namedPath, 201, nil)
	text := func(limit int, wrap func(text string) any) [2]any {
		return [2]any{wrap(strings.Repeat("a", limit)), wrap(strings.Repeat("a", limit+1))}
	}
	plain := func(text string) any { return text }
	label := strings.Repeat("a", 63)
	for _, test := range []struct {
		field  string
		values [2]any
	}{
		{"targetRegion", text(60, plain)},
		{"requestMessage", text(maxMessage, plain)},
		{"subResources", text(100, func(text string) any { return []string{text} })},
		{"subResources", [2]any{slices.Repeat([]string{"a"}, maxSubResources), slices.Repeat([]string{"a"}, maxSubResources+1)}},
		{"domainName", text(63, func(text string) any { return text + ".contoso.com" })},
		{"domainName", text(61, func(text string) any { return strings.Join([]string{label, label, label, text}, ".") })},
		{"tags", [2]any{manyTags(maxTags), manyTags(maxTags + 1)}},
		{"tags", text(maxTagName, func(text string) any { return map[string]string{text: ""} })},
		{"tags", text(maxTagValue, func(text string) any { return map[string]string{"a": text} })},
	} {
		put := func(value any) *backend.CallResourceResponse {
			return change("PUT", "endpoints/orders-db", newBodyWith(t, test.field, value)).send(t, app)
		}
		require.Equal(t, 202, put(test.values[0]).Status, test.field)
		require.Equal(t, test.field, requireRefusal(t, put(test.values[1]), 400, "invalid_request").Field)
	}
	accept(fake, "POST", refreshPath, 202, nil)
	largest := "{}" + strings.Repeat(" ", maxBody-2)
	require.Equal(t, 202, change("POST", "refresh", largest).send(t, app).Status)
	requireRefusal(t, change("POST", "refresh", largest+" ").send(t, app), 413, "body_too_large")
}

func TestBodiesThatAreWrong(t *testing.T) {
	app, fake := newTestApp(t)
	with := func(name string, value any) string { return newBodyWith(t, name, value) }
	for _, test := range []struct{ method, path, body, field string }{
		{"PUT", "endpoints/orders-db", ``, "body"},
		{"PUT", "endpoints/orders-db", `[]`, "body"},
		{"PUT", "endpoints/orders-db", `{} {}`, "body"},
		{"PUT", "endpoints/orders-db", `{"host":"evil.test"}`, "body"},
		{"PUT", "endpoints/orders-db", with("subResources", "sqlServer"), "subResources"},
		{"PUT", "endpoints/-a", newBody, "name"},
		{"PUT", "endpoints/a", newBody, "name"},
		{"PUT", "endpoints/a.b", newBody, "name"},
		{"PUT", "endpoints/orders-db", with("targetId", "https://evil.test"), "targetId"},
		{"PUT", "endpoints/orders-db", with("targetId", targetID+"?x=y"), "targetId"},
		{"PUT", "endpoints/orders-db", with("targetRegion", "west/europe"), "targetRegion"},
		{"PUT", "endpoints/orders-db", with("subResources", []string{"a b"}), "subResources"},
		{"PUT", "endpoints/orders-db", with("subResources", make([]string, maxSubResources+1)), "subResources"},
		{"PUT", "endpoints/orders-db", with("requestMessage", "a\nb"), "requestMessage"},
		{"PUT", "endpoints/orders-db", with("requestMessage", "a\u2028b"), "requestMessage"},
		{"PUT", "endpoints/orders-db", with("requestMessage", "a\u202eb"), "requestMessage"},
		{"PUT", "endpoints/orders-db", with("requestMessage", "a\u200bb"), "requestMessage"},
		{"PUT", "endpoints/orders-db", with("tags", map[string]string{"a\u202e": ""}), "tags"},
		{"PUT", "endpoints/orders-db", with("tags", map[string]string{"a": "\u2066"}), "tags"},
		{"PUT", "endpoints/orders-db", with("requestMessage", strings.Repeat("ä", maxMessage+1)), "requestMessage"},
		{"PUT", "endpoints/orders-db", with("domainName", "https://a.b.c"), "domainName"},
		{"PUT", "endpoints/orders-db", with("domainName", "a.b"), "domainName"},
		{"PUT", "endpoints/orders-db", with("domainName", "a.*.b.c"), "domainName"},
		{"PUT", "endpoints/orders-db", with("tags", manyTags(maxTags+1)), "tags"},
		{"PUT", "endpoints/orders-db", with("tags", map[string]string{"a/b": ""}), "tags"},
		{"PUT", "endpoints/orders-db", with("tags", map[string]string{"a": strings.Repeat("x", maxTagValue+1)}), "tags"},
		{"PUT", "endpoints/orders-db", with("tags", map[string]string{"a": "1", "A": "2"}), "tags"},
		{"PATCH", "endpoints/orders-db", `{}`, "body"},
		{"PATCH", "endpoints/orders-db", `{"tags":{"a":"b"},"createdAt":""}`, "body"},
		{"PATCH", "endpoints/orders-db", `{"domainName":"a.b.c","createdAt":""}`, "domainName"},
		{"PATCH", "endpoints/orders-db", `{"tags":{"wanted":{}},"domainName":{"wanted":"a.b.c"}}`, "body"},
		{"PATCH", "endpoints/orders-db", `{"targetId":"x"}`, "body"},
		{"PATCH", "endpoints/orders-db", `{"tags":{"wanted":{}}}`, "createdAt"},
		{"PATCH", "endpoints/orders-db", `{"domainName":{"wanted":"nope"},"createdAt":""}`, "domainName"},
		{"PATCH", "endpoints/orders-db", `{"tags":{"wanted":{"":"x"}},"createdAt":""}`, "tags"},
		{"DELETE", "endpoints/orders-db", ``, "body"},
		{"DELETE", "endpoints/orders-db", `{}`, "createdAt"},
		{"DELETE", "endpoints/orders-db", `{"createdAt":7}`, "createdAt"},
		{"DELETE", "endpoints/orders-db", `{"createdAt":"","force":true}`, "body"},
		{"POST", "refresh", ``, "body"},
		{"POST", "refresh", `{"workspace":"other"}`, "body"},
		{"POST", "operations", `{"kind":"fly","name":"a"}`, "kind"},
		{"POST", "operations", `{"kind":"create","name":".."}`, "name"},
		{"POST", "operations", `{"kind":"create","name":"a","statusPath":"https://evil.test"}`, "statusPath"},
		{"POST", "operations", `{"kind":"refresh","statusPath":"/subscriptions"}`, "statusPath"},
		{"GET", "targets?kind=x'", "", "kind"},
		{"GET", "targets?text=x'%20or%201", "", "text"},
		{"GET", "targets?text=x%5C", "", "text"},
		{"GET", "targets?text=x|take", "", "text"},
		{"GET", "target", "", "id"},
		{"GET", "target?id=" + azuretest.WorkspaceID + "/..", "", "id"},
		{"GET", "target?%zz", "", "url"},
	} {
		refused := requireRefusal(t, change(test.method, test.path, test.body).send(t, app), 400, "invalid_request")
		require.Equal(t, test.field, refused.Field, "%s %s %s", test.method, test.path, test.body)
	}
	require.Empty(t, fake.Requests(), "nothing wrong may reach Azure")
}

func TestDomainNamesThatAreFine(t *testing.T) {
	for _, name := range []string{"", "a.b.c", "*.b.c", "*.prom.contoso.com", "db-1.contoso.internal.", "xn--bcher-kva.contoso.com"} {
		require.NoError(t, checkDomainName(name), name)
	}
}
