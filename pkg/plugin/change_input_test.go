package plugin

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

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
