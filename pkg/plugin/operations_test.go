package plugin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

var statusRoute = "GET " + strings.Split(statusOfAll, "?")[0]

func operation(kind, name, statusPath string) request {
	body, _ := json.Marshal(azure.Operation{Kind: kind, Name: name, StatusPath: statusPath})
	return change("POST", "operations", string(body))
}

func TestContractOfOperations(t *testing.T) {
	app, fake := newTestApp(t)
	r := operation("create", "orders-db", statusOfAll)
	for file, body := range map[string]string{
		"operation-running":   `{"id":"x","status":"Accepted","startTime":"2026-01-01T00:00:00Z"}`,
		"operation-succeeded": `{"status":"Succeeded","error":{},"properties":null}`,
		"operation-failed":    `{"status":"Failed","error":{"code":"PrivateLinkServiceInvalidHostname","message":"The host name is not valid."}}`,
		"operation-canceled":  `{"status":"Canceled","error":null}`,
	} {
		fake.Answer(statusRoute, 200, body)
		answer := r.send(t, app)
		require.Equal(t, 200, answer.Status, string(answer.Body))
		requireGolden(t, file, r, answer, fake)
	}
	for _, sent := range fake.Requests() {
		require.Equal(t, statusOfAll, sent.URL.RequestURI(), "the signed address must be sent as it came")
	}
}

func TestProgressWithoutAReadableStatus(t *testing.T) {
	state := func(state string) func(*azuretest.Azure) {
		return func(fake *azuretest.Azure) {
			fake.Answer(endpointRoute, 200, `{"name":"orders-db","properties":{"provisioningState":"`+state+`"}}`)
		}
	}
	gone := func(*azuretest.Azure) {}
	for name, test := range map[string]struct {
		kind     string
		status   int
		endpoint func(*azuretest.Azure)
		want     string
	}{
		"create, still made":   {"create", 404, state("Creating"), "running"},
		"create, made":         {"create", 404, state("Succeeded"), "succeeded"},
		"create, no state":     {"create", 404, state(""), "succeeded"},
		"create, failed":       {"create", 404, state("Failed"), "failed"},
		"create, canceled":     {"update", 404, state("Canceled"), "canceled"},
		"create, gone":         {"create", 404, gone, "failed"},
		"create, no right":     {"create", 403, state("Accepted"), "running"},
		"delete, still there":  {"delete", 404, state("Deleting"), "running"},
		"delete, not begun":    {"delete", 404, state("Succeeded"), "running"},
		"delete, gone":         {"delete", 404, gone, "succeeded"},
		"refresh, status gone": {"refresh", 404, gone, "succeeded"},
		"signature refused":    {"create", 400, state("Succeeded"), "succeeded"},
	} {
		t.Run(name, func(t *testing.T) {
			app, fake := newTestApp(t)
			test.endpoint(fake)
			fake.Handle(statusRoute, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(test.status) })
			for _, path := range []string{statusOfAll, ""} {
				answer := operation(test.kind, "orders-db", path).send(t, app)
				require.Equal(t, 200, answer.Status, string(answer.Body))
				require.Equal(t, test.want, decodeAnswer[struct{ Status string }](t, answer).Status)
			}
		})
	}
}

func TestProgressThatCantBeRead(t *testing.T) {
	for status, code := range map[int]string{403: "azure_forbidden", 503: "azure_unavailable", 429: "azure_throttled"} {
		app, fake := newTestApp(t)
		fake.Handle(statusRoute, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
		require.Equal(t, code, decodeAnswer[refusal](t, operation("refresh", "", statusOfAll).send(t, app)).Code)
	}
	app, fake := newTestApp(t)
	fake.Answer(statusRoute, 200, `{"status":`)
	requireRefusal(t, operation("refresh", "", statusOfAll).send(t, app), 502, "azure_bad_answer")
}

func TestTheErrorOfAnOperationHidesSecrets(t *testing.T) {
	for _, status := range []string{"Failed", "Canceled"} {
		app, fake := newTestApp(t)
		fake.Answer(statusRoute, 200, fmt.Sprintf(`{"status":%q,"error":{"code":"Bad","message":"sent %s"}}`, status, azuretest.ClientSecret))
		answer := operation("create", "orders-db", statusOfAll).send(t, app)
		require.Equal(t, 200, answer.Status)
		require.Contains(t, string(answer.Body), `"cause":"Bad: sent [hidden]"`)
	}
}

func TestStatusesWithoutABody(t *testing.T) {
	for status, want := range map[int]string{202: "running", 200: "succeeded", 204: "succeeded"} {
		app, fake := newTestApp(t)
		fake.Handle(statusRoute, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
		require.Contains(t, string(operation("refresh", "", statusOfAll).send(t, app).Body), want)
	}
}

// Azure signs a status path: whoever has it reads the status without signing in.
func TestASignatureIsNeverToldNorLogged(t *testing.T) {
	signed := strings.Replace(statusOfAll, "s=Zm9v", "s=a-signature", 1)
	for name, broken := range map[string]http.HandlerFunc{
		"reset":   func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"no JSON": func(w http.ResponseWriter, _ *http.Request) { azuretest.Write(w, 200, "see "+signed) },
		"refused": func(w http.ResponseWriter, _ *http.Request) {
			azuretest.Write(w, 500, `{"error":{"code":"Bad","message":"at `+signed+`"}}`)
		},
		"failed": func(w http.ResponseWriter, _ *http.Request) {
			azuretest.Write(w, 200, `{"status":"Failed","error":{"code":"Bad","message":"at `+signed+`"}}`)
		},
	} {
		log := captureLog(t)
		app, fake := newTestApp(t)
		fake.Handle(statusRoute, broken)
		answer := operation("refresh", "", signed).send(t, app)
		told := decodeAnswer[struct{ Cause, Message, Hint, Error any }](t, answer)
		require.NotContains(t, fmt.Sprint(told, log.String()), "a-signature", name)
		bad := operation("refresh", "", signed+" ").send(t, app)
		require.NotContains(t, string(bad.Body)+log.String(), "a-signature", name)
	}
}
