package azure

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const (
	writeOperation   = "Microsoft.Dashboard/grafana/managedPrivateEndpoints/write"
	deleteOperation  = "Microsoft.Dashboard/grafana/managedPrivateEndpoints/DELETE"
	refreshOperation = "Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action"
)

func logged(minute int, id, operation, endpoint, status, subStatus string) activityEvent {
	at := time.Date(2026, 11, 20, 12, minute, 0, 0, time.UTC)
	return activityEvent{at: at, time: instantOf(at), caller: "kim@contoso.com", operation: operation, endpoint: endpoint, status: status, subStatus: subStatus, correlationID: id}
}

func TestEventsOfAChangeAreOneChangeNewestFirst(t *testing.T) {
	refresh := logged(9, "c2", refreshOperation, "", "Started", "")
	refresh.own, refresh.caller = true, ""
	end := logged(3, "c1", writeOperation, "influx", "Succeeded", "")
	end.caller = ""
	require.Equal(t, []Change{
		{What: "refreshed", Outcome: "started", Time: "2026-11-20T12:09:00Z", Own: true, CorrelationID: "c2"},
		{What: "created", Endpoint: "influx", Outcome: "succeeded", Time: "2026-11-20T12:00:00Z", EndedAt: "2026-11-20T12:03:00Z",
			Who: "kim@contoso.com", CorrelationID: "c1"},
	}, changesOf([]activityEvent{
		refresh, end, logged(1, "c1", writeOperation, "influx", "Accepted", "Created"), logged(0, "c1", writeOperation, "influx", "Started", ""),
	}))
}

func TestTheEndpointOfAnEvent(t *testing.T) {
	for below, want := range map[string]string{
		"": "", "/managedPrivateEndpoints": "", "/managedPrivateEndpoints/orders-db": "orders-db", "/MANAGEDPRIVATEENDPOINTS/a/b": "a", "/other/a": "",
	} {
		require.Equal(t, want, endpointIn(below), below)
	}
}

func TestAChangeThatFailedSaysWhy(t *testing.T) {
	failed := logged(2, "c1", writeOperation, "influx", "Failed", "Conflict")
	failed.reason = "No."
	for _, status := range []string{"Failed", "canceled"} {
		failed.status = status
		change := changesOf([]activityEvent{logged(0, "c1", writeOperation, "influx", "Started", ""), failed, logged(3, "c1", writeOperation, "influx", "Succeeded", "")})
		require.Len(t, change, 1)
		require.Equal(t, "failed", change[0].Outcome)
		require.Equal(t, "No.", change[0].Reason)
		require.Equal(t, "2026-11-20T12:02:00Z", change[0].EndedAt)
	}
}

func TestChangesOfOneDeploymentAreKeptApart(t *testing.T) {
	require.Len(t, changesOf([]activityEvent{
		logged(0, "c1", writeOperation, "a", "Started", ""), logged(0, "c1", writeOperation, "b", "Started", ""),
		logged(0, "c1", refreshOperation, "", "Started", ""), logged(1, "C1", writeOperation, "A", "Succeeded", ""),
	}), 3)
	require.Len(t, changesOf([]activityEvent{logged(0, "", writeOperation, "a", "Started", ""), logged(1, "", writeOperation, "a", "Started", "")}), 2,
		"nothing says that they are one")
}

func TestAWriteCreatesOrUpdates(t *testing.T) {
	before := logged(0, "c0", writeOperation, "influx", "Succeeded", "")
	failed, gone := before, before
	failed.status = "Failed"
	gone.operation = deleteOperation
	for name, test := range map[string]struct {
		before    []activityEvent
		subStatus string
		what      string
	}{
		"the first that is known":   {nil, "", "created"},
		"a second":                  {[]activityEvent{before}, "", "updated"},
		"after one that failed":     {[]activityEvent{failed}, "", "created"},
		"after a deletion":          {[]activityEvent{before, gone}, "", "created"},
		"Azure answered 201":        {[]activityEvent{before}, "Created", "created"},
		"Azure answered 200":        {nil, "OK", "updated"},
		"Azure answered 202":        {nil, "Accepted", "updated"},
		"Azure answered odd things": {[]activityEvent{before}, "Teapot", "updated"},
	} {
		events := append(test.before, logged(10, "c1", writeOperation, "INFLUX", "Succeeded", test.subStatus))
		require.Equal(t, test.what, changesOf(events)[0].What, name)
	}
}

func TestKindsOfChanges(t *testing.T) {
	for operation, what := range map[string]string{
		refreshOperation: "refreshed", "MICROSOFT.DASHBOARD/grafana/managedPrivateEndpoints/action": "refreshed",
		deleteOperation: "deleted", "Microsoft.Dashboard/grafana/managedPrivateEndpoints/fly/action": "", "": "",
	} {
		require.Equal(t, what, kindOfChange(operation), operation)
	}
}
