package plugin

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const (
	workspaceRoute   = "GET " + azuretest.WorkspaceID
	providerRoute    = "GET /subscriptions/00000000-1111-2222-3333-444444444444/providers/Microsoft.Dashboard"
	permissionsRoute = workspaceRoute + "/providers/Microsoft.Authorization/permissions"
	graphRoute       = "POST /providers/Microsoft.ResourceGraph/resources"
	oneTarget        = `{"totalRecords":1,"count":1,"resultTruncated":"false","data":[{"id":"/subscriptions/s/x","name":"x"}]}`
)

// healthySetup makes every check succeed.
func healthySetup(fake *azuretest.Azure) {
	fake.Answer(workspaceRoute, 200, fullWorkspace)
	fake.Answer(providerRoute, 200, `{"namespace":"Microsoft.Dashboard","registrationState":"Registered"}`)
	fake.Answer(permissionsRoute, 200, `{"value":[{"actions":["*"],"notActions":[],"dataActions":[],"notDataActions":[]}]}`)
	fake.Answer(graphRoute, 200, oneTarget)
	fake.Answer(listRoute, 200, emptyList)
}

// outcomes sends GET setup and returns each check's outcome, in order.
func outcomes(t *testing.T, app *App) (string, setupAnswer) {
	t.Helper()
	answer := get("setup").send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	decoded := decodeAnswer[setupAnswer](t, answer)
	var all []string
	for _, check := range decoded.Checks {
		all = append(all, check.ID+":"+check.Outcome)
		require.NotEmpty(t, check.Summary)
	}
	return strings.Join(all, " "), decoded
}

func TestContractOfSetup(t *testing.T) {
	app, fake := newTestApp(t)
	healthySetup(fake)
	fake.Answer(providerRoute, 200, `{"registrationState":"NotRegistered"}`)
	fake.Answer(permissionsRoute, 200, `{"value":[{"actions":["*/read","Microsoft.Dashboard/grafana/managedPrivateEndpoints/*"],"notActions":["Microsoft.Dashboard/grafana/managedPrivateEndpoints/delete"]}]}`)
	r := get("setup")
	requireGolden(t, "setup", r, r.send(t, app), fake)

	fake.Answer(graphRoute, 200, `{"totalRecords":2,"data":[
		{"id":"/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/observability/providers/microsoft.dashboard/grafana/contoso","location":"westeurope","tier":"Standard"},
		{"id":"nonsense","location":"x"}]}`)
	r = get("workspaces")
	requireGolden(t, "workspaces", r, r.send(t, app), fake)
}

func TestSetupAllWell(t *testing.T) {
	app, fake := newTestApp(t)
	healthySetup(fake)
	all, answer := outcomes(t, app)
	require.Equal(t, "signIn:ok workspace:ok tier:ok cloud:unknown provider:ok list:ok create:ok delete:ok refresh:ok readTargets:ok", all)
	require.Equal(t, "The workspace contoso was found.", answer.Checks[1].Summary)
}

func TestSetupStopsWhereItMust(t *testing.T) {
	const skippedRest = "provider:skipped list:skipped create:skipped delete:skipped refresh:skipped readTargets:skipped"
	for name, test := range map[string]struct {
		arrange func(*setup, *azuretest.Azure)
		want    string
	}{
		"nothing stored": {func(s *setup, _ *azuretest.Azure) { s.jsonData = nil }, "signIn:failed workspace:failed tier:skipped cloud:skipped " + skippedRest},
		"wrong secret": {func(s *setup, _ *azuretest.Azure) { s.secrets["azureClientSecret"] = "wrong-secret" },
			"signIn:failed workspace:skipped tier:skipped cloud:unknown " + skippedRest},
		"China": {func(s *setup, _ *azuretest.Azure) { s.credentials()["azureCloud"] = "AzureChinaCloud" },
			"signIn:skipped workspace:skipped tier:skipped cloud:failed " + skippedRest},
		"no workspace": {func(s *setup, _ *azuretest.Azure) { s.jsonData["workspaceId"] = "" },
			"signIn:ok workspace:failed tier:skipped cloud:unknown " + skippedRest},
		"workspace gone": {func(_ *setup, f *azuretest.Azure) { f.Answer(workspaceRoute, 404, `{}`) },
			"signIn:ok workspace:failed tier:skipped cloud:unknown " + skippedRest},
		"Essential": {func(_ *setup, f *azuretest.Azure) {
			f.Answer(workspaceRoute, 200, strings.Replace(fullWorkspace, `"Standard"`, `"Essential"`, 1))
		}, "signIn:ok workspace:ok tier:failed cloud:unknown provider:ok list:ok create:ok delete:ok refresh:ok readTargets:ok"},
		"nothing granted": {func(_ *setup, f *azuretest.Azure) {
			f.Answer(permissionsRoute, 200, emptyList)
			f.Answer(listRoute, 403, `{"error":{"code":"AuthorizationFailed"}}`)
			f.Answer(graphRoute, 200, `{"totalRecords":0,"data":[]}`)
			f.Answer(providerRoute, 403, `{}`)
		}, "signIn:ok workspace:ok tier:ok cloud:unknown provider:unknown list:failed create:warning delete:warning refresh:warning readTargets:unknown"},
		"permissions unreadable": {func(_ *setup, f *azuretest.Azure) { f.Answer(permissionsRoute, 403, `{}`) },
			"signIn:ok workspace:ok tier:ok cloud:unknown provider:ok list:ok create:unknown delete:unknown refresh:unknown readTargets:unknown"},
		"the built-in role": {func(_ *setup, f *azuretest.Azure) {
			f.Answer(permissionsRoute, 200, `{"value":[{"actions":["Microsoft.Dashboard/grafana/managedPrivateEndpoints/write","Microsoft.Dashboard/grafana/managedPrivateEndpoints/delete","Microsoft.Dashboard/grafana/managedPrivateEndpoints/action"]},{"actions":["*/read"]}]}`)
		}, "signIn:ok workspace:ok tier:ok cloud:unknown provider:ok list:ok create:ok delete:ok refresh:unknown readTargets:ok"},
	} {
		t.Run(name, func(t *testing.T) {
			fake := azuretest.Start(t)
			healthySetup(fake)
			s := newSetup(fake)
			test.arrange(s, fake)
			all, _ := outcomes(t, s.app(t))
			require.Equal(t, test.want, all)
		})
	}
}

func TestWorkspacesNeedASignInOnlyAndObeyTheOperator(t *testing.T) {
	fake := azuretest.Start(t)
	other := strings.Replace(azuretest.WorkspaceID, "contoso", "other", 1)
	page := 0
	fake.Handle(graphRoute, func(w http.ResponseWriter, _ *http.Request) {
		page++
		if page == 1 {
			azuretest.Write(w, 200, fmt.Sprintf(`{"totalRecords":2,"data":[{"id":%q}],"$skipToken":"next"}`, azuretest.WorkspaceID))
			return
		}
		azuretest.Write(w, 200, fmt.Sprintf(`{"totalRecords":2,"data":[{"id":%q}]}`, other))
	})
	s := newSetup(fake)
	s.jsonData["workspaceId"] = ""
	t.Setenv(allowedWorkspacesVariable, other)
	answer := get("workspaces").send(t, s.app(t))
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Equal(t, 2, page)
	require.Contains(t, string(answer.Body), "/other")
	require.NotContains(t, string(answer.Body), "/contoso")

	// The last page needs no more room.
	page, s.limits.List = 0, int64(len(fmt.Sprintf(`{"totalRecords":2,"data":[{"id":%q}],"$skipToken":"next"}`, azuretest.WorkspaceID)))
	require.Equal(t, 200, get("workspaces").send(t, s.app(t)).Status)
	page = 0
	s.limits.List--
	requireRefusal(t, get("workspaces").send(t, s.app(t)), 502, "azure_answer_too_large")
}
