package plugin

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// A write that went wrong isn't sent again, whatever kind of write it is; where it may have been applied, that is told.
func TestAChangeIsSentOnce(t *testing.T) {
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
	}
	changes := map[string]struct {
		route   string
		request request
	}{
		"refresh": {"POST " + refreshPath, change("POST", "refresh", "{}")},
		"delete":  {"DELETE " + namedPath, change("DELETE", "endpoints/orders-db", seenBody)},
		"tags":    {"PATCH " + namedPath, change("PATCH", "endpoints/orders-db", `{"tags":{"wanted":{"a":"b"}},`+seenBody[1:])},
		"approve": {"PUT " + targetID + "/privateEndpointConnections/ours", decide(nil)},
	}
	for name, test := range map[string]struct {
		answer http.HandlerFunc
		status int
		code   string
		unsure bool
	}{
		"reset":       {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 502, "azure_unreachable", true},
		"slow":        {azuretest.Hang, 504, "azure_timeout", true},
		"500":         {status(500), 503, "azure_unavailable", true},
		"429":         {status(429), 429, "azure_throttled", false},
		"412":         {status(412), 422, "azure_rejected", false},
		"bad request": {status(400), 422, "azure_rejected", false},
		"conflict": {func(w http.ResponseWriter, _ *http.Request) {
			azuretest.Write(w, 409, `{"error":{"code":"AnotherOperationInProgress"}}`)
		}, 409, "azure_conflict", false},
	} {
		for what, sent := range changes {
			t.Run(name+"/"+what, func(t *testing.T) {
				s, fake, _ := approvalSetup(t)
				if what != "approve" {
					fake.Answer(endpointRoute, 200, fullEndpoint)
				}
				var times atomic.Int32
				fake.Handle(sent.route, func(w http.ResponseWriter, r *http.Request) {
					times.Add(1)
					test.answer(w, r)
				})
				refused := requireRefusal(t, sent.request.send(t, s.hurried().app(t)), test.status, test.code)
				require.EqualValues(t, 1, times.Load())
				require.Equal(t, test.unsure, strings.Contains(refused.Hint, "Reload the list"), refused.Hint)
			})
		}
	}
}
