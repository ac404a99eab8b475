package plugin

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestApprovingIsOffUnlessOperatorAndAdminWantIt(t *testing.T) {
	for _, test := range []struct {
		operator string
		admin    any
		code     string
	}{
		{"", nil, "approval_not_allowed"}, {"", true, "approval_not_allowed"}, {"false", true, "approval_not_allowed"}, {"yes", true, "approval_not_allowed"},
		{" true", true, "approval_not_allowed"}, {"true", nil, "approval_off"}, {"true", false, "approval_off"}, {"true", "true", "approval_off"},
		{"true", 1, "approval_off"}, {"true", []bool{true}, "approval_off"}, {"true", "own-targets", "approval_off"},
	} {
		s, fake, _ := approvalSetup(t)
		t.Setenv(approveRequestsVariable, test.operator)
		delete(s.jsonData, "approveRequests")
		if test.admin != nil {
			s.jsonData["approveRequests"] = test.admin
		}
		app := s.app(t)
		requireRefusal(t, get(approvalPath).send(t, app), 403, test.code)
		r := decide(nil)
		answer := r.send(t, app)
		requireRefusal(t, answer, 403, test.code)
		require.Empty(t, fake.Requests(), "%v", test)
		if test.operator == "" || test.admin == nil {
			requireGolden(t, "errors/"+test.code, r, answer, fake)
		}
	}
}

// What is refused is refused before anything is written, and the offer is refused alike where it shows beforehand.
func TestRequestsThatArentForSureAreLeftAlone(t *testing.T) {
	other := func(peer, status, description string) func(*azuretest.Azure, *owned) {
		return func(_ *azuretest.Azure, o *owned) {
			o.put("other", connectionJSON(o.id, "other", peer, status, description))
		}
	}
	ours := func(text string) func(*azuretest.Azure, *owned) {
		return func(_ *azuretest.Azure, o *owned) { o.put("ours", text) }
	}
	endpoint := func(old, now string) func(*azuretest.Azure, *owned) {
		return func(fake *azuretest.Azure, o *owned) {
			text := fmt.Sprintf(`{"name":"orders-db","properties":{"provisioningState":"Succeeded","privateLinkResourceId":%q,"requestMessage":"Ada asks. %s",
				"connectionState":{"status":"Pending"}},"systemData":{"createdAt":%q}}`, o.id, ourCode, requestedAt)
			fake.Answer(endpointRoute, 200, strings.Replace(text, old, now, 1))
		}
	}
	for name, test := range map[string]struct {
		arrange func(*azuretest.Azure, *owned)
		body    map[string]any
		status  int
		code    string
		// offered is true where the offer can't know.
		offered bool
	}{
		"another workspace's, with our code": {ours(connectionJSON(targetID, "ours", strings.Replace(ourPeer, "contoso", "fabrikam", 1), "Pending", ourCode)), nil, 409, "request_not_confirmed", false},
		"no private endpoint named":          {ours(connectionJSON(targetID, "ours", "", "Pending", ourCode)), nil, 409, "request_not_confirmed", false},
		"without the code":                   {ours(connectionJSON(targetID, "ours", ourPeer, "Pending", "Please")), nil, 409, "request_not_confirmed", false},
		"with another code too":              {ours(connectionJSON(targetID, "ours", ourPeer, "Pending", ourCode+" MPE-0000-0000")), nil, 409, "request_not_confirmed", false},
		"with another's code":                {ours(connectionJSON(targetID, "ours", ourPeer, "Pending", "MPE-0000-0000")), nil, 409, "request_not_confirmed", false},
		"none":                               {func(_ *azuretest.Azure, o *owned) { o.remove() }, nil, 409, "request_not_confirmed", false},
		"two with the code":                  {other("/p/x", "Pending", ourCode), nil, 409, "request_not_confirmed", false},
		"one with the code, decided, ours without": {func(fake *azuretest.Azure, o *owned) {
			other("/p/x", "Pending", ourCode)(fake, o)
			o.set("Approved", "OK")
		}, nil, 409, "request_not_confirmed", false},
		"another named alike":             {other(ourPeer, "Approved", "OK"), nil, 409, "request_not_confirmed", false},
		"approved meanwhile":              {func(_ *azuretest.Azure, o *owned) { o.set("Approved", ourCode) }, nil, 409, "request_decided", false},
		"rejected meanwhile":              {func(_ *azuretest.Azure, o *owned) { o.set("Rejected", "No. "+ourCode) }, nil, 409, "request_decided", false},
		"removed on the target":           {func(_ *azuretest.Azure, o *owned) { o.set("Disconnected", ourCode) }, nil, 409, "request_decided", false},
		"in no state":                     {func(_ *azuretest.Azure, o *owned) { o.set("", ourCode) }, nil, 409, "request_decided", false},
		"decided between list and write":  {func(_ *azuretest.Azure, o *owned) { o.beforeRead = func() { o.set("Rejected", "No. "+ourCode) } }, nil, 409, "request_decided", true},
		"replaced between list and write": {func(_ *azuretest.Azure, o *owned) { o.beforeRead = func() { o.set("Pending", "MPE-0000-0000") } }, nil, 409, "request_not_confirmed", true},
		"gone between list and write":     {func(_ *azuretest.Azure, o *owned) { o.beforeRead = o.remove }, nil, 404, "azure_not_found", true},
		"the workspace knows it":          {endpoint(`"status":"Pending"`, `"status":"Approved"`), nil, 409, "request_decided", false},
		"the endpoint is being written":   {endpoint(`"Succeeded"`, `"Updating"`), nil, 409, "request_decided", false},
		"two codes in the request":        {endpoint(ourCode, ourCode+" MPE-0000-0000"), nil, 409, "request_not_confirmed", false},
		"a kind that isn't known":         {endpoint("Microsoft.Sql/servers", "Microsoft.Storage/storageAccounts"), nil, 422, "target_kind_unknown", false},
		"no target":                       {endpoint(targetID, "https://evil.test/x"), nil, 400, "invalid_request", false},
		"the endpoint is another":         {endpoint(requestedAt, "2026-11-01T00:00:00Z"), nil, 409, "endpoint_replaced", true},
		"the endpoint is gone":            {func(fake *azuretest.Azure, _ *owned) { fake.Answer(endpointRoute, 404, `{}`) }, nil, 404, "azure_not_found", false},
		"another connection was seen":     {nil, map[string]any{"connectionId": targetID + "/privateEndpointConnections/other"}, 409, "request_changed", true},
		"another target was seen":         {nil, map[string]any{"connectionId": targets + "Microsoft.Sql/servers/other/privateEndpointConnections/ours"}, 409, "request_changed", true},
		// What Azure answers doesn't say where to write.
		"an ID that leads elsewhere":    {ours(strings.Replace(connectionJSON(targetID, "ours", ourPeer, "Pending", ourCode), targetID+"/", targets+"Microsoft.Sql/servers/other/", 1)), nil, 409, "request_not_confirmed", false},
		"an ID of no connection":        {ours(strings.Replace(connectionJSON(targetID, "ours", ourPeer, "Pending", ourCode), "/privateEndpointConnections/", "/firewallRules/", 1)), nil, 409, "request_not_confirmed", false},
		"an ID that leaves the path":    {ours(strings.Replace(connectionJSON(targetID, "ours", ourPeer, "Pending", ourCode), "Connections/ours", "Connections/..", 1)), nil, 409, "request_not_confirmed", false},
		"no ID":                         {ours(strings.Replace(connectionJSON(targetID, "ours", ourPeer, "Pending", ourCode), `"id"`, `"ID2"`, 1)), nil, 409, "request_not_confirmed", false},
		"a member that stands twice":    {ours(strings.Replace(connectionJSON(targetID, "ours", ourPeer, "Pending", ourCode), `"description"`, `"Status":"Pending","description"`, 1)), nil, 502, "azure_bad_answer", true},
		"the reason is missing":         {nil, map[string]any{"decision": "reject", "comment": " "}, 400, "invalid_request", true},
		"another request's code":        {nil, map[string]any{"comment": "See MPE-0000-0000"}, 400, "invalid_request", true},
		"ours and another request's":    {nil, map[string]any{"comment": ourCode + ", not MPE-0000-0000"}, 400, "invalid_request", true},
		"a comment that is too long":    {nil, map[string]any{"comment": strings.Repeat("ä", maxDescription-len(ourCode))}, 400, "invalid_request", true},
		"a comment of two lines":        {nil, map[string]any{"comment": "a\nb"}, 400, "invalid_request", true},
		"a comment that can't be seen":  {nil, map[string]any{"comment": "a\u202eb"}, 400, "invalid_request", true},
		"a decision that nobody knows":  {nil, map[string]any{"decision": "Approved"}, 400, "invalid_request", true},
		"no decision":                   {nil, map[string]any{"decision": ""}, 400, "invalid_request", true},
		"not which endpoint was seen":   {nil, map[string]any{"createdAt": nil}, 400, "invalid_request", true},
		"not which connection was seen": {nil, map[string]any{"connectionId": ""}, 400, "invalid_request", true},
		"more than is asked for":        {nil, map[string]any{"targetId": targetID}, 400, "invalid_request", true},
	} {
		t.Run(name, func(t *testing.T) {
			s, fake, target := approvalSetup(t)
			if test.arrange != nil {
				test.arrange(fake, target)
			}
			app := s.app(t)
			if offer := get(approvalPath).send(t, app); test.offered {
				require.Equal(t, 200, offer.Status, string(offer.Body))
			} else {
				requireRefusal(t, offer, test.status, test.code)
			}
			r := decide(test.body)
			answer := r.send(t, app)
			requireRefusal(t, answer, test.status, test.code)
			for _, sent := range fake.Requests() {
				require.Equal(t, http.MethodGet, sent.Method)
			}
			if name == "two with the code" || name == "another connection was seen" {
				requireGolden(t, "errors/"+test.code, r, answer, fake)
			}
		})
	}
}

// Older requests of the same name, and other requests, don't stand in the way.
func TestOtherConnectionsDontStandInTheWay(t *testing.T) {
	for name, other := range map[string][3]string{
		"an older request, removed":       {ourPeer, "Disconnected", "OK"},
		"an older request, with its code": {ourPeer, "Rejected", "No. MPE-0000-0000"},
		"another's":                       {"/p/grafana-contoso-billing", "Pending", "MPE-0000-0000"},
		"a stranger's":                    {"/p/backup", "Pending", "Please"},
	} {
		s, _, target := approvalSetup(t)
		target.put("other", connectionJSON(targetID, "other", other[0], other[1], other[2]))
		require.Equal(t, 202, decide(nil).send(t, s.app(t)).Status, name)
		require.Equal(t, connectionJSON(targetID, "other", other[0], other[1], other[2]), target.byName["other"])
	}
}

func TestAMissingPermissionNamesActionAndRole(t *testing.T) {
	const action = "Microsoft.Sql/servers/privateEndpointConnectionsApproval/action"
	s, fake, target := approvalSetup(t)
	target.refusal = func(w http.ResponseWriter, _ *http.Request) {
		azuretest.Write(w, 403, `{"error":{"code":"AuthorizationFailed","message":"The client 'x' does not have authorization to perform action '`+action+`' over scope '/s'."}}`)
	}
	app := s.app(t)
	refused := requireRefusal(t, decide(nil).send(t, app), 403, "azure_forbidden")
	require.Equal(t, "The identity doesn't have permission to approve the private endpoint connection. Missing action: "+action+".", refused.Message)
	require.Contains(t, refused.Hint, "the role Contributor on the target or its resource group")

	permission := func(status int, answer string) approvalPermission {
		fake.Answer("GET "+targetID+"/providers/Microsoft.Authorization/permissions", status, answer)
		return decodeAnswer[pendingApproval](t, get(approvalPath).send(t, app)).Permission
	}
	write := "Microsoft.Sql/servers/privateEndpointConnections/write"
	require.Equal(t, approvalPermission{"granted", "", ""}, permission(200, `{"value":[{"actions":["`+strings.ToLower(action)+`"]},{"actions":["*/write"]}]}`))
	require.Equal(t, approvalPermission{"notGranted", action, "Contributor"}, permission(200, `{"value":[{"actions":["*/read","`+write+`"]}]}`))
	require.Equal(t, approvalPermission{"notGranted", write, "Contributor"}, permission(200, `{"value":[{"actions":["`+action+`"]}]}`))
	require.Equal(t, approvalPermission{"unknown", action, "Contributor"}, permission(403, `{}`))
}
