package plugin

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const (
	activityRoute   = "GET /subscriptions/00000000-1111-2222-3333-444444444444/providers/Microsoft.Insights/eventtypes/management/values"
	permissionRoute = "GET " + azuretest.WorkspaceID + "/providers/Microsoft.Authorization/permissions"
)

// event is one of Azure's, with what the plugin doesn't ask for left out.
func event(resource, operation, status, more string) string {
	return fmt.Sprintf(`{"authorization":{"action":%[2]q},"caller":"ada@contoso.com","claims":{"name":"Ada"},"correlationId":"c-1",
		"eventTimestamp":"2026-10-01T08:30:00.1234567Z","operationName":{"value":%[2]q,"localizedValue":"x"},"resourceId":%[1]q,
		"status":{"value":%[3]q},"subStatus":{"value":"Created"},"properties":{}%[4]s}`, resource, operation, status, more)
}

const (
	writes    = "Microsoft.Dashboard/grafana/managedPrivateEndpoints/write"
	refreshes = "Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action"
	ordersID  = azuretest.WorkspaceID + "/managedPrivateEndpoints/orders-db"
)

func TestContractOfActivity(t *testing.T) {
	app, fake := newTestApp(t)
	failed := `,"properties":{"statusCode":"Conflict","statusMessage":"{\"error\":{\"code\":\"InternalServerError\",\"message\":\"The network is busy, and the secret is ` + azuretest.ClientSecret + `.\"}}"}`
	fake.Answer(activityRoute, 200, `{"value":[`+strings.Join([]string{
		event(strings.ToUpper(azuretest.WorkspaceID), refreshes, "Failed", failed+`,"claims":{"appid":"`+azuretest.ClientID+`"},"caller":"0b1c"`),
		event(ordersID, writes, "Succeeded", ""),
	}, ",")+`]}`)
	r := get("activity")
	answer := r.send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	fixTimes(answer)
	requireGolden(t, "activity", r, answer, fake)
	sent := fake.Requests()[0].URL.Query()
	require.Equal(t, "2015-04-01", sent.Get("api-version"))
	require.Regexp(t, `^eventTimestamp ge '\S+Z' and eventTimestamp le '\S+Z' and resourceGroupName eq 'observability'$`, sent.Get("$filter"))
	require.NotContains(t, fake.Requests()[0].URL.RawQuery, "+")
	var from, to string
	_, err := fmt.Sscanf(sent.Get("$filter"), "eventTimestamp ge '%20s' and eventTimestamp le '%20s'", &from, &to)
	require.NoError(t, err)
	begin, _ := time.Parse(time.RFC3339, from)
	require.WithinRange(t, begin, time.Now().AddDate(0, 0, -90), time.Now().AddDate(0, 0, -89))
}

func TestActivityOfOthersIsLeftOut(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(activityRoute, 200, `{"value":[`+strings.Join([]string{
		event(azuretest.WorkspaceID+"-two/managedPrivateEndpoints/a", writes, "Succeeded", ""),
		event(azuretest.WorkspaceID+"/managedPrivateEndpoints/a", "Microsoft.Authorization/policies/audit/action", "Succeeded", ""),
		event(azuretest.WorkspaceID, "Microsoft.Dashboard/grafana/write", "Succeeded", ""),
		event("/subscriptions/x", writes, "Succeeded", ""),
		event(ordersID, writes, "Succeeded", `,"eventTimestamp":"yesterday"`),
		`null`, `7`, `"text"`, `[]`, `{}`,
		`{"resourceId":{"x":1},"operationName":"` + writes + `","properties":null,"claims":[],"status":7}`,
		event(strings.ToLower(ordersID), strings.ToUpper(writes), "Accepted", ""),
	}, ",")+`]}`)
	answer := get("activity").send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Len(t, decodeAnswer[azure.Activity](t, answer).Changes, 1, string(answer.Body))
}

func TestActivityReadsAllPages(t *testing.T) {
	app, fake := newTestApp(t)
	pages := 0
	fake.Handle(activityRoute, func(w http.ResponseWriter, r *http.Request) {
		pages++
		require.Equal(t, pages > 1, r.URL.Query().Has("$skipToken"))
		azuretest.Write(w, 200, fmt.Sprintf(`{"value":[%s],"nextLink":"%s%s?api-version=2015-04-01&$skipToken=%d"}`, event(ordersID, writes, "Succeeded", ""), fake.Manager.URL, r.URL.Path, pages))
	})
	found := decodeAnswer[azure.Activity](t, get("activity").send(t, app))
	require.Len(t, found.Changes, 1, "they are one change's")
	require.Equal(t, 20, pages)
	require.False(t, found.Complete, "the rest isn't read, and that is told")
}

func TestActivityFollowsNoLinkElsewhere(t *testing.T) {
	for _, next := range []string{"https://evil.test/steal", "http://management.test/", "file:///etc/passwd", "::"} {
		app, fake := newTestApp(t)
		fake.Answer(activityRoute, 200, fmt.Sprintf(`{"value":[],"nextLink":%q}`, next))
		requireRefusal(t, get("activity").send(t, app), 502, "azure_bad_answer")
		require.Len(t, fake.Requests(), 1)
	}
}

func TestActivityWithoutPermission(t *testing.T) {
	const action = "Microsoft.Insights/eventtypes/values/read"
	app, fake := newTestApp(t)
	fake.Answer(activityRoute, 403, `{"error":{"code":"AuthorizationFailed","message":"The client 'x' does not have authorization to perform action '`+action+`' over scope '/s'."}}`)
	refused := requireRefusal(t, get("activity").send(t, app), 403, "azure_forbidden")
	require.Contains(t, refused.Message, action)
	require.Contains(t, refused.Hint, "Reader on the resource group of the workspace")

	// Azure may answer an empty list instead.
	fake.Answer(activityRoute, 200, `{"value":[]}`)
	for permissions, status := range map[string]int{
		`{"value":[]}`: 403,
		`{"value":[{"actions":["Microsoft.Dashboard/*"],"notActions":[]}]}`:                        403,
		`{"value":[{"actions":["*/read"],"notActions":["Microsoft.Insights/eventtypes/*/read"]}]}`: 403,
		`{"value":[{"actions":["*/read"],"notActions":[]}]}`:                                       200,
		`{"value":[{"actions":["Microsoft.Insights/eventtypes/*"],"notActions":[]}]}`:              200,
		`no JSON`: 200,
	} {
		fake.Answer(permissionRoute, 200, permissions)
		answer := get("activity").send(t, app)
		require.Equal(t, status, answer.Status, permissions)
		if status == 200 {
			require.Contains(t, string(answer.Body), `"changes":[]`)
			require.Contains(t, string(answer.Body), `"complete":true`)
			continue
		}
		require.Contains(t, requireRefusal(t, answer, 403, "azure_forbidden").Message, action)
	}
}
