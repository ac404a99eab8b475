package plugin

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// waitingJSON is an endpoint to the SQL server of this name, whose request waits.
func waitingJSON(name, message string) string {
	return fmt.Sprintf(`{"name":%q,"properties":{"provisioningState":"Succeeded","privateLinkResourceId":%q,"requestMessage":%q,"connectionState":{"status":"Pending"}},
		"systemData":{"createdAt":%q}}`, name, targets+"Microsoft.Sql/servers/"+name, message, time.Now().Add(-time.Hour).UTC().Format(time.RFC3339))
}

// answerConnection is what the target says of the endpoint of this name.
func answerConnection(fake *azuretest.Azure, name, status, description string) {
	fake.Answer("GET "+targets+"Microsoft.Sql/servers/"+name+"/privateEndpointConnections", 200, fmt.Sprintf(`{"value":[{"id":"/c/%[1]s","name":"grafana-contoso-%[1]s-0a1b",
		"properties":{"privateEndpoint":{"id":"/p/grafana-contoso-%[1]s"},"groupIds":["sqlServer"],"privateLinkServiceConnectionState":{"status":%[2]q,"description":%[3]q}}}]}`, name, status, description))
}

// approved is a workspace with one waiting endpoint, which its owner approved with a comment of their own.
func approved(fake *azuretest.Azure) {
	fake.Answer(listRoute, 200, `{"value":[`+waitingJSON("orders-db", "Ada asks. MPE-7K3M-X9QT")+`]}`)
	answerConnection(fake, "orders-db", "Approved", "OK")
	accept(fake, "POST", refreshPath, 202, nil)
	fake.Answer(statusRoute, 200, `{"status":"Running"}`)
}

type followAnswer struct {
	Targets []struct{ Grade string }
	Refresh struct {
		Automatic     string
		StartedNow    bool
		LastStartedAt string
	}
}

func TestContractOfFollow(t *testing.T) {
	app, fake := newTestApp(t)
	approved(fake)
	answerConnection(fake, "payments", "Approved", "OK")
	fake.Answer(listRoute, 200, `{"value":[`+strings.Join([]string{fullEndpoint, waitingJSON("payments", "Ada asks. MPE-7K3M-X9QT"), waitingJSON("billing", "")}, ",")+`]}`)
	fake.Answer("GET "+targets+"Microsoft.Sql/servers/billing/privateEndpointConnections", 403, `{"error":{"code":"AuthorizationFailed","message":"no"}}`)
	logged := captureLog(t)
	r := change("POST", "follow", `{"first":"billing"}`)
	answer := r.send(t, app)
	require.Equal(t, 200, answer.Status, string(answer.Body))
	require.Regexp(t, `automatic refresh .*because \[{Name:payments Decision:Approved}\] setting decided workspace `+azuretest.WorkspaceID+` org 0 outcome accepted`, logged.String())
	// Times are those of the run.
	fixTimes(answer)
	requireGolden(t, "follow", r, answer, fake)
}

func TestFollowTakesAnEndpointOrNothing(t *testing.T) {
	app, fake := newTestApp(t)
	for body, field := range map[string]string{
		"": "body", "[]": "body", `{"first":1}`: "first", `{"first":".."}`: "first", `{"last":"x"}`: "body", `{"workspaceId":"x"}`: "body", `{} {}`: "body",
	} {
		require.Equal(t, field, requireRefusal(t, change("POST", "follow", body).send(t, app), 400, "invalid_request").Field, body)
	}
	require.Empty(t, fake.Requests())
}

func TestTheSettingForAutomaticRefreshes(t *testing.T) {
	for stored, want := range map[string]string{"": "decided", "decided": "decided", "off": "off", "pending": "pending"} {
		fake := azuretest.Start(t)
		approved(fake)
		s := newSetup(fake)
		if stored != "" {
			s.jsonData["automaticRefresh"] = stored
		}
		answer := decodeAnswer[followAnswer](t, change("POST", "follow", "{}").send(t, s.app(t)))
		require.Equal(t, want, answer.Refresh.Automatic)
		require.Equal(t, want != "off", answer.Refresh.StartedNow)
	}
}

// Fifty browser tabs follow from the request to the end of its refresh.
func TestFiftyTabsCostHardlyMoreThanOne(t *testing.T) {
	calls := func(tabs int) int {
		app, fake := newTestApp(t)
		approved(fake)
		for range 4 {
			var wait sync.WaitGroup
			for range tabs {
				wait.Go(func() {
					require.Equal(t, 200, change("POST", "follow", "{}").send(t, app).Status)
					require.Equal(t, 200, operation("refresh", "", statusOfAll).send(t, app).Status)
				})
			}
			wait.Wait()
		}
		return len(fake.Requests())
	}
	one, fifty := calls(1), calls(50)
	require.LessOrEqual(t, float64(fifty), 1.5*float64(one), "%d against %d", fifty, one)
}

func TestARefreshByHandCountsAsTheLast(t *testing.T) {
	app, fake := newTestApp(t)
	approved(fake)
	require.Equal(t, 202, change("POST", "refresh", "{}").send(t, app).Status)
	answer := decodeAnswer[followAnswer](t, change("POST", "follow", "{}").send(t, app))
	require.False(t, answer.Refresh.StartedNow)
	require.NotEmpty(t, answer.Refresh.LastStartedAt)
	require.Equal(t, "probable", answer.Targets[0].Grade)
}

func TestWhatIsFollowedSurvivesAnInstance(t *testing.T) {
	fake := azuretest.Start(t)
	approved(fake)
	s := newSetup(fake)
	require.True(t, decodeAnswer[followAnswer](t, change("POST", "follow", "{}").send(t, s.app(t))).Refresh.StartedNow)
	asked := len(fake.Requests())
	again := decodeAnswer[followAnswer](t, change("POST", "follow", "{}").send(t, s.app(t)))
	require.NotEmpty(t, again.Refresh.LastStartedAt)
	require.Len(t, fake.Requests(), asked+1, "the list, since the refresh")

	// Another identity is followed automatically: it may see less.
	other := newSetup(fake)
	other.credentials()["clientId"] = "77777777-7777-8888-9999-000000000000"
	require.True(t, decodeAnswer[followAnswer](t, change("POST", "follow", "{}").send(t, other.app(t))).Refresh.StartedNow)
}

func TestAChangeIsSeenAtOnce(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 200, emptyList)
	lists := func() int {
		require.Equal(t, 200, change("POST", "follow", "{}").send(t, app).Status)
		count := 0
		for _, sent := range fake.Requests() {
			if sent.Method == http.MethodGet && strings.HasSuffix(sent.URL.Path, "/managedPrivateEndpoints") {
				count++
			}
		}
		return count
	}
	require.Equal(t, 1, lists())
	require.Equal(t, 1, lists())
	accept(fake, "DELETE", namedPath, 202, nil)
	fake.Answer(endpointRoute, 200, fullEndpoint)
	require.Equal(t, 202, change("DELETE", "endpoints/orders-db", seenBody).send(t, app).Status)
	require.Equal(t, 2, lists())
	_ = get("endpoints").send(t, app)
	require.Equal(t, 3, lists(), "the page's own")
}
