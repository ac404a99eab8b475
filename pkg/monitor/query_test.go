package monitor

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/config"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const activityLog = `{"value":[
	{"caller":"ada@contoso.com","correlationId":"c2","eventTimestamp":"%s","operationName":{"value":"Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action"},
		"resourceId":"` + azuretest.WorkspaceID + `","status":{"value":"Started"}},
	{"caller":"0b1c","correlationId":"c1","eventTimestamp":"2026-11-20T12:01:00Z","operationName":{"value":"Microsoft.Dashboard/grafana/managedPrivateEndpoints/write"},
		"resourceId":"` + azuretest.WorkspaceID + `/managedPrivateEndpoints/orders","status":{"value":"Failed"},"subStatus":{"value":"Created"},
		"properties":{"statusMessage":"{\"error\":{\"code\":\"Busy\",\"message\":\"The network is busy.\"}}"}},
	{"caller":"0b1c","correlationId":"c1","eventTimestamp":"2026-11-20T12:00:00Z","operationName":{"value":"Microsoft.Dashboard/grafana/managedPrivateEndpoints/write"},
		"resourceId":"` + azuretest.WorkspaceID + `/managedPrivateEndpoints/orders","status":{"value":"Started"}}]}`

func TestFrames(t *testing.T) {
	fixNow(t)
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, demo)
	fake.Answer("GET "+activityPath, 200, fmt.Sprintf(activityLog, "2026-11-21T12:00:00Z"))
	s := newSetup(t, fake)
	for name, query := range map[string]string{
		"endpoints":        `{"queryType":"endpoints"}`,
		"counts":           `{"queryType":"counts"}`,
		"activity":         `{"queryType":"activity"}`,
		"names":            `{"queryType":"names"}`,
		"workspaces":       `{"queryType":"workspaces"}`,
		"rejected":         `{"queryType":"condition","condition":"rejected"}`,
		"pending-days":     `{"queryType":"condition","condition":"pendingDays"}`,
		"not-active":       `{"queryType":"condition","condition":"notActive"}`,
		"failed":           `{"queryType":"condition","condition":"failed"}`,
		"needs-attention":  `{"queryType":"condition","condition":"attention"}`,
		"endpoints-empty":  `{"queryType":"endpoints","groups":["nothing"]}`,
		"condition-empty":  `{"queryType":"condition","condition":"failed","resourceTypes":["nothing"]}`,
		"activity-nothing": `{"queryType":"activity","workspaces":["elsewhere"]}`,
	} {
		requireGolden(t, name, s.frame(t, query))
	}
	require.Equal(t, s.frame(t, `{}`).Name, "Endpoints", "a new query shows something")
}

func TestFilters(t *testing.T) {
	fixNow(t)
	fake := azuretest.Start(t)
	fake.Answer(listRoute("contoso"), 200, demo)
	fake.Answer(listRoute("second"), 200, `{"value":[`+endpointJSON("tempo", "Succeeded", "Pending", loki, "")+`]}`)
	s := newSetup(t, fake)
	s.jsonData["workspaces"] = []string{azuretest.WorkspaceID, workspaceID("second"), strings.ToUpper(azuretest.WorkspaceID)}
	for query, names := range map[string][]string{
		`{}`:                           {"beam", "broken", "loki", "mimir", "old", "Orders", "tempo"},
		`{"workspaces":["","SECOND"]}`: {"tempo"},
		`{"workspaces":["` + workspaceID("second") + `"]}`:         {"tempo"},
		`{"workspaces":["elsewhere"]}`:                             nil,
		`{"groups":["pending"]}`:                                   {"Orders", "tempo"},
		`{"groups":["In progress","approved"]}`:                    {"beam", "loki"},
		`{"resourceTypes":["microsoft.sql/SERVERS"]}`:              {"broken", "old", "Orders"},
		`{"resourceTypes":["Private link service"]}`:               {"loki", "mimir", "tempo"},
		`{"resourceTypes":["Microsoft.Quantum/queues"]}`:           {"beam"},
		`{"groups":["attention"],"workspaces":["contoso"]}`:        {"broken", "mimir", "old"},
		`{"groups":["attention"],"workspaces":["second"],"x":"y"}`: nil,
	} {
		require.Equal(t, names, column(t, s.frame(t, query), "Name"), query)
	}
	counts := s.frame(t, `{"queryType":"counts","groups":["Pending"]}`)
	require.Equal(t, []string{"contoso", "second"}, column(t, counts, "Workspace"))
	require.Equal(t, []string{"1", "1"}, column(t, counts, "Count"))
	require.Equal(t, []string{"contoso", "second"}, column(t, s.frame(t, `{"queryType":"workspaces"}`), "text"))
}

func TestActivityOfTheTimeRange(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer("GET "+activityPath, 200, fmt.Sprintf(activityLog, time.Now().Add(-200*day).UTC().Format(time.RFC3339)))
	frame := newSetup(t, fake).frame(t, `{"queryType":"activity"}`)
	require.Equal(t, []string{"created"}, column(t, frame, "change"))
}

func TestQueriesThatMeanNothing(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(t, fake)
	for query, says := range map[string]string{
		`{"queryType":"drop tables"}`: "Select a query type.", `[]`: "The query can't be read.", `{"workspaces":"x"}`: "The query can't be read.", `{`: "The query can't be read.",
	} {
		answer := s.query(t, query)
		require.EqualError(t, answer.Error, says, query)
		require.Equal(t, backend.StatusBadRequest, answer.Status)
	}
	require.Empty(t, fake.Requests())
}

// Nine of ten workspaces are shown, and the tenth is told of.
func TestAWorkspaceThatCantBeReadIsNoticed(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(t, fake)
	var ids []string
	for i := range 10 {
		name := fmt.Sprintf("w%d", i)
		ids = append(ids, workspaceID(name))
		fake.Answer(listRoute(name), 200, `{"value":[`+endpointJSON("loki", "Succeeded", "Approved", sql, "")+`]}`)
	}
	fake.Answer(listRoute("w3"), 403, `{"error":{"code":"AuthorizationFailed","message":"The client may not, and the secret is `+azuretest.ClientSecret+`."}}`)
	fake.Answer("GET "+activityPath, 403, `{"error":{"code":"AuthorizationFailed","message":"No."}}`)
	s.jsonData["workspaces"] = ids
	for _, kind := range []string{"endpoints", "counts", "condition"} {
		frame := s.frame(t, `{"queryType":"`+kind+`"}`)
		require.NotContains(t, fmt.Sprint(column(t, frame, frame.Fields[0].Name)), "w3")
		require.Contains(t, fmt.Sprint(column(t, frame, frame.Fields[0].Name)), "w9")
		require.Equal(t, []data.Notice{{Severity: data.NoticeSeverityWarning,
			Text: "Couldn't read w3: The identity doesn't have permission to list the workspace's private endpoints. Missing action: Microsoft.Dashboard/grafana/managedPrivateEndpoints/read."}}, frame.Meta.Notices)
	}
	require.Contains(t, s.query(t, `{"queryType":"endpoints","workspaces":["w3"]}`).Error.Error(), "Reader", "without any there is no table")
	none := s.query(t, `{"queryType":"activity"}`)
	require.Equal(t, backend.StatusForbidden, none.Status)
	require.Contains(t, none.Error.Error(), "Microsoft.Insights/eventtypes/values/read")
	require.Equal(t, backend.ErrorSourceDownstream, none.ErrorSource)
}

func TestManyPanelsAndRulesMakeOneCall(t *testing.T) {
	fake := azuretest.Start(t)
	var lists, logs atomic.Int32
	fake.Handle(listRoute("contoso"), func(w http.ResponseWriter, _ *http.Request) {
		lists.Add(1)
		time.Sleep(20 * time.Millisecond)
		azuretest.Write(w, 200, `{"value":[`+endpointJSON("loki", "Succeeded", "Approved", sql, "")+`]}`)
	})
	fake.Handle("GET "+activityPath, func(w http.ResponseWriter, _ *http.Request) {
		logs.Add(1)
		time.Sleep(20 * time.Millisecond)
		azuretest.Write(w, 200, fmt.Sprintf(activityLog, "2026-11-21T12:00:00Z"))
	})
	s := newSetup(t, fake)
	var wait sync.WaitGroup
	for i := range 70 {
		wait.Go(func() {
			s.frame(t, fmt.Sprintf(`{"queryType":%q}`, []string{"endpoints", "counts", "condition", "activity"}[i%4]))
		})
	}
	wait.Wait()
	require.EqualValues(t, 1, lists.Load())
	require.EqualValues(t, 1, logs.Load())
}

func TestAFailedReadOfTheActivityLogIsAskedAgain(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer("GET "+activityPath, 403, `{"error":{"code":"AuthorizationFailed","message":"No."}}`)
	s := newSetup(t, fake)
	require.Error(t, s.query(t, `{"queryType":"activity"}`).Error)
	fake.Answer("GET "+activityPath, 200, fmt.Sprintf(activityLog, "2026-11-21T12:00:00Z"))
	require.NotEmpty(t, column(t, s.frame(t, `{"queryType":"activity"}`), "change"))
}

// A panel that is scrolled away takes nothing from the others that wait for the same read.
func TestACallerThatLeaves(t *testing.T) {
	fake := azuretest.Start(t)
	reading, goOn := make(chan struct{}), make(chan struct{})
	fake.Handle("GET "+activityPath, func(w http.ResponseWriter, _ *http.Request) {
		close(reading)
		<-goOn
		azuretest.Write(w, 200, fmt.Sprintf(activityLog, "2026-11-21T12:00:00Z"))
	})
	s := newSetup(t, fake)
	source, err := func() (*source, error) {
		carried, grafana := s.context(t)
		return s.server.current(config.WithGrafanaConfig(t.Context(), grafana), carried)
	}()
	require.NoError(t, err)
	asked := &backend.QueryDataRequest{Queries: []backend.DataQuery{{RefID: "A", JSON: []byte(`{"queryType":"activity"}`), TimeRange: backend.TimeRange{To: time.Now()}}}}
	ctx, leave := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	wait.Go(func() { source.queryData(ctx, asked) })
	<-reading
	var other *backend.QueryDataResponse
	wait.Go(func() { other = source.queryData(t.Context(), asked) })
	leave()
	time.Sleep(50 * time.Millisecond)
	close(goOn)
	wait.Wait()
	require.NoError(t, other.Responses["A"].Error)
}

func TestAllWorkspacesThatTheIdentitySees(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(t, fake)
	s.jsonData = map[string]any{"allWorkspaces": true, "azureCredentials": s.jsonData["azureCredentials"]}
	searches := 0
	found := `{"data":[{"id":"` + azuretest.WorkspaceID + `"},{"id":"` + workspaceID("second") + `"},{"id":"/odd"}],"totalRecords":3}`
	fake.Handle("POST /providers/Microsoft.ResourceGraph/resources", func(w http.ResponseWriter, _ *http.Request) {
		searches++
		azuretest.Write(w, 200, found)
	})
	fake.Answer(listRoute("contoso"), 200, `{"value":[]}`)
	fake.Answer(listRoute("second"), 200, `{"value":[]}`)
	require.Len(t, column(t, s.frame(t, `{"queryType":"counts"}`), "Workspace"), 8)
	require.Len(t, column(t, s.frame(t, `{"queryType":"workspaces"}`), "text"), 2)
	require.Equal(t, 1, searches)
	t.Setenv("GF_PLUGIN_ALLOWED_WORKSPACES", workspaceID("second"))
	s.uid = "another"
	require.Equal(t, []string{"second"}, column(t, s.frame(t, `{"queryType":"workspaces"}`), "text"), "the operator decides")
	found = `{"data":[],"totalRecords":0}`
	s.uid = "a third"
	require.Contains(t, s.query(t, `{}`).Error.Error(), "can't see any workspace")
}
