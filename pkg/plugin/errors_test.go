package plugin

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// errorCase is one way to fail: how Azure or the settings behave, what is asked, and what comes out of it.
type errorCase struct {
	file    string
	arrange func(*setup, *azuretest.Azure)
	request request
	status  int
	code    string
	field   string
	// wait is the expected retryAfter.
	wait int
}

// upstream answers the list with a status, an error code and a message that holds a secret.
func upstream(status int, code string, headers ...string) func(*setup, *azuretest.Azure) {
	return func(_ *setup, fake *azuretest.Azure) {
		fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Ms-Request-Id", "request-7")
			for i := 0; i+1 < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			azuretest.Write(w, status, fmt.Sprintf(`{"error":{"code":%q,"message":"Azure says no, and the secret is %s."}}`, code, azuretest.ClientSecret))
		})
	}
}

func entra(number int, message string) func(*setup, *azuretest.Azure) {
	return func(_ *setup, fake *azuretest.Azure) {
		fake.Token = func(w http.ResponseWriter, r *http.Request) {
			azuretest.RefuseToken(w, number, message+" You sent "+r.FormValue("client_secret"))
		}
	}
}

func stored(change func(s *setup)) func(*setup, *azuretest.Azure) {
	return func(s *setup, _ *azuretest.Azure) { change(s) }
}

func list(handler http.HandlerFunc) func(*setup, *azuretest.Azure) {
	return func(_ *setup, fake *azuretest.Azure) { fake.Handle(listRoute, handler) }
}

func as(user *backend.User) request {
	r := get("endpoints")
	r.user = user
	return r
}

func largeBody() request {
	r := get("endpoints")
	r.body = strings.Repeat("x", maxBody+1)
	return r
}

var errorCases = []errorCase{
	{file: "role_required", request: as(&backend.User{Login: "editor", Role: "Editor"}), status: 403, code: "role_required"},
	{file: "no_user", request: as(nil), status: 403, code: "no_user"},
	{file: "route_not_found", request: get("nothing"), status: 404, code: "route_not_found"},
	{file: "method_not_allowed", request: change("PUT", "workspace", "{}"), status: 405, code: "method_not_allowed"},
	{file: "unsupported_media_type", request: request{method: "POST", path: "refresh", user: adminUser}, status: 415, code: "unsupported_media_type"},
	{file: "body_too_large", request: largeBody(), status: 413, code: "body_too_large"},
	{file: "invalid_request", request: get("endpoints/a%20b"), status: 400, code: "invalid_request", field: "name"},

	{file: "not_configured", arrange: stored(func(s *setup) { s.jsonData = map[string]any{} }), status: 400, code: "not_configured", field: "workspaceId"},
	{file: "invalid_settings", arrange: stored(func(s *setup) { s.jsonData["workspaceId"] = "contoso" }), status: 400, code: "invalid_settings", field: "workspaceId"},
	{file: "cloud_unsupported", arrange: stored(func(s *setup) { s.credentials()["azureCloud"] = "AzureUSGovernment" }), status: 400, code: "cloud_unsupported", field: "azureCredentials.azureCloud"},

	{file: "sign_in_secret_wrong", arrange: stored(func(s *setup) { s.secrets["azureClientSecret"] = "a-wrong-secret" }), status: 502, code: "sign_in_secret_wrong"},
	{file: "sign_in_secret_expired", arrange: entra(7000222, "The provided client secret keys are expired."), status: 502, code: "sign_in_secret_expired"},
	{file: "sign_in_app_unknown", arrange: entra(700016, "Application was not found in the directory."), status: 502, code: "sign_in_app_unknown"},
	{file: "sign_in_tenant_unknown", arrange: entra(90002, "Tenant not found."), status: 502, code: "sign_in_tenant_unknown"},
	{file: "sign_in_refused", arrange: entra(53003, "Access has been blocked by Conditional Access policies."), status: 502, code: "sign_in_refused"},
	{file: "sign_in_unreachable", arrange: func(_ *setup, fake *azuretest.Azure) {
		fake.Token = func(w http.ResponseWriter, _ *http.Request) { azuretest.Write(w, 503, `<html>down</html>`) }
	}, status: 502, code: "sign_in_unreachable"},
	{file: "sign_in_method_disabled", arrange: stored(func(s *setup) { s.credentials()["authType"] = "msi" }), status: 502, code: "sign_in_method_disabled", field: "azureCredentials.authType"},

	{file: "azure_token_rejected", arrange: upstream(401, "InvalidAuthenticationToken"), status: 502, code: "azure_token_rejected"},
	{file: "azure_forbidden", arrange: list(func(w http.ResponseWriter, _ *http.Request) {
		azuretest.Write(w, 403, `{"error":{"code":"AuthorizationFailed","message":"The client 'x' does not have authorization to perform action 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/read' over scope '/s'."}}`)
	}), status: 403, code: "azure_forbidden"},
	{file: "azure_network_denied", arrange: upstream(403, "NspValidationFailedError"), status: 403, code: "azure_network_denied"},
	{file: "azure_not_found", request: get("endpoints/gone"), status: 404, code: "azure_not_found"},
	{file: "workspace_not_found", arrange: upstream(404, "ResourceNotFound"), status: 404, code: "workspace_not_found"},
	{file: "azure_conflict", arrange: upstream(409, "ConflictInProcessing"), status: 409, code: "azure_conflict", wait: 15},
	{file: "azure_throttled", arrange: upstream(429, "TooManyRequests", "Retry-After", "17"), status: 429, code: "azure_throttled", wait: 17},
	{file: "azure_rejected", arrange: upstream(400, "InvalidRequestContent"), status: 422, code: "azure_rejected"},
	{file: "azure_unavailable", arrange: upstream(503, "ServiceUnavailable", "Retry-After", "120"), status: 503, code: "azure_unavailable", wait: 120},
	{file: "azure_timeout", arrange: func(s *setup, fake *azuretest.Azure) {
		s.hurried()
		fake.Handle(listRoute, azuretest.Hang)
	}, status: 504, code: "azure_timeout"},
	{file: "azure_unreachable", arrange: func(_ *setup, fake *azuretest.Azure) { fake.Manager.Close() }, status: 502, code: "azure_unreachable"},
	{file: "azure_bad_answer", arrange: list(func(w http.ResponseWriter, _ *http.Request) { azuretest.Write(w, 200, `{"value":[{`) }), status: 502, code: "azure_bad_answer"},
	{file: "azure_answer_too_large", arrange: list(func(w http.ResponseWriter, _ *http.Request) {
		azuretest.Write(w, 200, `{"value":["`+strings.Repeat("x", int(testLimits.Body))+`"]}`)
	}), status: 502, code: "azure_answer_too_large"},
}

// Only a conflict with another change ends, so only that is worth waiting for.
func TestConflictsThatEnd(t *testing.T) {
	ends := []string{"ConflictInProcessing", "AnotherOperationInProgress", "OperationInProgress", "RetryableErrorDueToAnotherOperation"}
	stays := []string{"ReadOnlyDisabledSubscription", "ScopeLocked", "ResourceGroupBeingDeleted", "Conflict", "PreconditionFailed", ""}
	for _, code := range append(ends, stays...) {
		for _, status := range []int{409, 412} {
			fake := azuretest.Start(t)
			s := newSetup(fake)
			upstream(status, code)(s, fake)
			answer := get("endpoints").send(t, s.app(t))
			if slices.Contains(ends, code) {
				require.Equal(t, 15, requireRefusal(t, answer, 409, "azure_conflict").RetryAfter, code)
			} else {
				require.Zero(t, requireRefusal(t, answer, 422, "azure_rejected").RetryAfter, code)
			}
		}
	}
}

// An error of the server is one, whatever code comes with it.
func TestAStatusOf500(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	upstream(500, "ConflictInProcessing")(s, fake)
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 503, "azure_unavailable")
	fake.Token = func(w http.ResponseWriter, _ *http.Request) { azuretest.Write(w, 500, `{}`) }
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_unreachable")
}

func TestEachErrorClass(t *testing.T) {
	for _, test := range errorCases {
		t.Run(test.file, func(t *testing.T) {
			fake := azuretest.Start(t)
			s := newSetup(fake)
			if test.arrange != nil {
				test.arrange(s, fake)
			}
			r := test.request
			if r.method == "" {
				r = get("endpoints")
			}
			logged := captureLog(t)
			answer := r.send(t, s.app(t))
			refused := requireRefusal(t, answer, test.status, test.code)
			require.Equal(t, test.field, refused.Field)
			require.Equal(t, test.wait, refused.RetryAfter)
			require.Equal(t, test.wait > 0, answer.Headers["Retry-After"] != nil)
			require.NotContains(t, string(answer.Body), azuretest.ClientSecret)
			require.NotContains(t, string(answer.Body), "token-number")
			require.NotContains(t, logged.String(), azuretest.ClientSecret)
			require.NotContains(t, logged.String(), "token-number")
			requireGolden(t, "errors/"+test.file, r, answer, fake)
		})
	}
}

func TestOperatorsListOfWorkspaces(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Answer(listRoute, 200, `{"value":[]}`)
	other := strings.Replace(azuretest.WorkspaceID, "contoso", "other", 1)
	for list, allowed := range map[string]bool{
		"": true,
		strings.ToUpper(azuretest.WorkspaceID) + ", x": true,
		other + " , " + azuretest.WorkspaceID:          true,
		other:                                          false,
		"*":                                            false,
		"contoso":                                      false,
		azuretest.WorkspaceID + "x":                    false,
		azuretest.WorkspaceID + "/":                    true,
		azuretest.WorkspaceID + "/../other":            false,
		azuretest.WorkspaceID + "%20":                  false,
		// Azure tells these letters from s and k; Unicode's folding doesn't.
		strings.Replace(azuretest.WorkspaceID, "observability", "ob\u017fervability", 1): false,
	} {
		t.Setenv(allowedWorkspacesVariable, list)
		answer := get("endpoints").send(t, newSetup(fake).app(t))
		if allowed {
			require.Equal(t, 200, answer.Status, list)
			continue
		}
		requireRefusal(t, answer, 403, "workspace_not_allowed")
		requireGolden(t, "errors/workspace_not_allowed", get("endpoints"), answer, fake)
	}
}

func TestWhatNobodyClassifiedStaysInside(t *testing.T) {
	logged := captureLog(t)
	app := &App{}
	r := get("endpoints")
	answer := app.refuse(t.Context(), &backend.CallResourceRequest{Method: "GET", Path: "endpoints"}, errors.New("password=hunter2hunter2 at line 7"))
	requireRefusal(t, answer, 500, "internal")
	require.NotContains(t, string(answer.Body), "line 7")
	require.Contains(t, logged.String(), "line 7")
	require.NotContains(t, logged.String(), "hunter2")
	requireGolden(t, "errors/internal", r, answer, nil)
	require.Equal(t, 500, failure.From(errors.New("x")).Status)
}
