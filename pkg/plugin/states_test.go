package plugin

import (
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// readers may see states where the operator allows it.
var readers = map[string]bool{"viewer": true, "editor": true}

func TestReadersGetStatesAndNothingElse(t *testing.T) {
	t.Setenv(readOnlyViewVariable, "true")
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 200, `{"value":[`+fullEndpoint+`]}`)
	paths := append([]string(nil), strayPaths...)
	for _, route := range routes {
		paths = append(paths, fill(route.path))
	}
	for who, user := range callers {
		for _, path := range paths {
			for _, method := range methods {
				r := change(method, path, "{}")
				r.user = user
				status := http.StatusForbidden
				if readers[who] && path == "states" && method == http.MethodGet {
					status = http.StatusOK
				}
				require.Equal(t, status, r.send(t, app).Status, "%s %s as %s", method, path, who)
			}
		}
	}
	require.Len(t, fake.Requests(), 1, "one read of the list serves all readers")
}

func TestOnlyAClearYesAllowsTheReadOnlyView(t *testing.T) {
	for value, status := range map[string]int{"": 403, "false": 403, "yes": 403, "Viewer": 403, "0": 403, " true": 403, "true": 200, "1": 200} {
		t.Setenv(readOnlyViewVariable, value)
		app, fake := newTestApp(t)
		fake.Answer(listRoute, 200, `{"value":[]}`)
		r := get("states")
		r.user = &backend.User{Login: "viewer", Role: "Viewer"}
		require.Equal(t, status, r.send(t, app).Status, value)
		r.user = adminUser
		require.Equal(t, 200, r.send(t, app).Status, "an admin may see more anyway")
	}
}

func TestStatesHoldNoIDsAddressesOrTexts(t *testing.T) {
	app, fake := newTestApp(t)
	full := strings.ReplaceAll(fullEndpoint, "/subscriptions/s/", "/subscriptions/99999999-aaaa-bbbb-cccc-dddddddddddd/")
	fake.Answer(listRoute, 200, `{"value":[`+full+`,{"name":"bare"}]}`)
	answer := get("states").send(t, app)
	require.Equal(t, 200, answer.Status)
	requireGolden(t, "states", get("states"), answer, fake)
	for _, kept := range []string{"subscriptions", "99999999", "10.0.0.5", "contoso.internal", "Welcome", "a1b2c3", "ada@", "observability", "northeurope", "prod"} {
		require.NotContains(t, string(answer.Body), kept)
	}
}

// What Azure says of a failure names subscriptions and identities.
func TestFailuresOfStatesTellNothing(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 403, `{"error":{"code":"AuthorizationFailed","message":"The client 'x' does not have authorization over scope '`+azuretest.WorkspaceID+`'"}}`)
	unset := newSetup(fake)
	unset.jsonData["workspaceId"] = azuretest.WorkspaceID + "/odd"
	for _, one := range []*App{app, unset.app(t)} {
		told := requireRefusal(t, get("states").send(t, one), http.StatusServiceUnavailable, "states_unavailable")
		require.Equal(t, refusal{Code: told.Code, Message: "The states of the private endpoints can't be loaded.", Hint: "Try again later, or ask an admin of this organization."}, told)
	}
}
