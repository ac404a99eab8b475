package plugin

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

const (
	ourCode      = "MPE-7K3M-X9QT"
	approvalPath = "endpoints/orders-db/approval"
	requestedAt  = "2026-10-01T08:30:00Z"
	ourPeer      = "/subscriptions/99999999-aaaa-bbbb-cccc-dddddddddddd/resourceGroups/amg/providers/Microsoft.Network/privateEndpoints/grafana-contoso-orders-db"
)

// owned is a target that keeps its connections, as the provider and its owner read and write them.
type owned struct {
	mutex sync.Mutex
	id    string
	// peer is the private endpoint of our connection.
	peer string
	// byName are the connections as Azure answers them.
	byName map[string]string
	// written are the bodies that arrived, with the queries they came with.
	written, queries []string
	// beforeRead and beforeWrite run once, when a connection is read alone, and when one arrives to be written.
	beforeRead, beforeWrite func()
	// refusal answers a write where it is set.
	refusal http.HandlerFunc
}

// pendingTarget serves the endpoint orders-db, whose request waits on a target of its own.
func pendingTarget(fake *azuretest.Azure, id string) *owned {
	fake.Answer(endpointRoute, 200, fmt.Sprintf(`{"name":"orders-db","location":"westeurope","properties":{"provisioningState":"Succeeded","privateLinkResourceId":%q,
		"requestMessage":"Ada asks. %s","connectionState":{"status":"Pending"}},"systemData":{"createdAt":%q,"createdBy":"ada@contoso.com"}}`, id, ourCode, requestedAt))
	fake.Answer("GET "+id+"/providers/Microsoft.Authorization/permissions", 200, `{"value":[{"actions":["*"],"notActions":[]}]}`)
	return ownTarget(fake, id, ourPeer, "Ada asks. "+ourCode)
}

// ownTarget serves a target with our connection, which waits.
func ownTarget(fake *azuretest.Azure, id, peer, description string) *owned {
	o := &owned{id: id, peer: peer, byName: map[string]string{}}
	o.set("Pending", description)
	fake.Handle("GET "+id+"/privateEndpointConnections", func(w http.ResponseWriter, _ *http.Request) {
		o.mutex.Lock()
		defer o.mutex.Unlock()
		var all []string
		for _, name := range []string{"ours", "other"} {
			if text, ok := o.byName[name]; ok {
				all = append(all, text)
			}
		}
		azuretest.Write(w, 200, `{"value":[`+strings.Join(all, ",")+`]}`)
	})
	for _, name := range []string{"ours", "other"} {
		fake.Handle("GET "+id+"/privateEndpointConnections/"+name, func(w http.ResponseWriter, _ *http.Request) {
			runOnce(&o.beforeRead)
			o.answer(w, name)
		})
		fake.Handle("PUT "+id+"/privateEndpointConnections/"+name, func(w http.ResponseWriter, r *http.Request) { o.write(w, r, name) })
	}
	return o
}

func runOnce(act *func()) {
	if now := *act; now != nil {
		*act = nil
		now()
	}
}

func connectionJSON(target, name, peer, status, description string) string {
	return fmt.Sprintf(`{"id":"%s/privateEndpointConnections/%s","name":%q,"etag":"\"7\"","properties":{"privateEndpoint":{"id":%q},"groupIds":["sqlServer"],"linkIdentifier":12345678901234567890,
		"privateLinkServiceConnectionState":{"status":%q,"description":%q,"actionsRequired":"None"},"provisioningState":"Succeeded"}}`, target, name, name, peer, status, description)
}

func (o *owned) put(name, text string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.byName[name] = text
}

// set gives our connection another state.
func (o *owned) set(status, description string) {
	o.put("ours", connectionJSON(o.id, "ours", o.peer, status, description))
}

// bodies are those that arrived so far; a write that was given up may still be under way.
func (o *owned) bodies() []string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return slices.Clone(o.written)
}

func (o *owned) remove() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	delete(o.byName, "ours")
}

func (o *owned) answer(w http.ResponseWriter, name string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	text, ok := o.byName[name]
	if !ok {
		azuretest.Write(w, 404, `{"error":{"code":"ResourceNotFound","message":"It was not found."}}`)
		return
	}
	azuretest.Write(w, 200, text)
}

func (o *owned) write(w http.ResponseWriter, r *http.Request, name string) {
	body, _ := io.ReadAll(r.Body)
	runOnce(&o.beforeWrite)
	o.mutex.Lock()
	o.written, o.queries = append(o.written, string(body)), append(o.queries, r.URL.RawQuery)
	refusal := o.refusal
	_, there := o.byName[name]
	if refusal == nil && there {
		o.byName[name] = string(body)
	}
	o.mutex.Unlock()
	if refusal != nil {
		refusal(w, r)
		return
	}
	o.answer(w, name)
}

func approvalSetup(t *testing.T) (*setup, *azuretest.Azure, *owned) {
	t.Helper()
	t.Setenv(approveRequestsVariable, "true")
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.jsonData["approveRequests"] = true
	return s, fake, pendingTarget(fake, targetID)
}

// decide is what the browser sends, with some members changed.
func decide(changes map[string]any) request {
	body := map[string]any{"createdAt": requestedAt, "connectionId": targetID + "/privateEndpointConnections/ours", "decision": "approve", "comment": "Fine with us"}
	for name, value := range changes {
		body[name] = value
	}
	text, _ := json.Marshal(body)
	return change("POST", approvalPath, string(text))
}

func TestContractOfApprovals(t *testing.T) {
	s, fake, target := approvalSetup(t)
	app := s.app(t)
	offer := get(approvalPath)
	requireGolden(t, "approval", offer, offer.send(t, app), fake)

	logged := captureLog(t)
	r := decide(nil)
	answer := r.send(t, app)
	require.Equal(t, 202, answer.Status, string(answer.Body))
	requireGolden(t, "endpoint-approve", r, answer, fake)
	require.Equal(t, []string{"api-version=2021-11-01"}, target.queries)
	require.JSONEq(t, connectionJSON(targetID, "ours", ourPeer, "Approved", "Fine with us "+ourCode), target.written[0])
	require.Contains(t, target.written[0], "12345678901234567890", "numbers stay as they are")
	require.Contains(t, logged.String(), "change approve privateEndpoint orders-db workspace "+azuretest.WorkspaceID+" user admin org 0 outcome accepted connection "+targetID+"/privateEndpointConnections/ours")

	// The same click once more, and one that is late.
	for _, again := range []request{r, decide(map[string]any{"decision": "reject"})} {
		answer = again.send(t, app)
		requireRefusal(t, answer, 409, "request_decided")
		require.Len(t, target.written, 1)
	}
	requireGolden(t, "errors/request_decided", decide(map[string]any{"decision": "reject"}), answer, fake)
}

// Each kind of target is decided on with its own version; what a provider adds of its own is written back.
func TestEachKindOfTargetIsApprovedAndRejected(t *testing.T) {
	for key, kind := range catalogue.TargetKinds {
		for verb, status := range map[string]string{"approve": "Approved", "reject": "Rejected"} {
			t.Run(key+"/"+verb, func(t *testing.T) {
				s, fake, _ := approvalSetup(t)
				id := targets + kind.ResourceType + "/mine"
				target := pendingTarget(fake, id)
				app := s.app(t)
				require.Contains(t, string(get(approvalPath).send(t, app).Body), fmt.Sprintf(`"documented":%t`, kind.Approval == "documented"))
				answer := decide(map[string]any{"connectionId": strings.ToLower(id) + "/privateendpointconnections/OURS", "decision": verb}).send(t, app)
				require.Equal(t, 202, answer.Status, string(answer.Body))
				require.Equal(t, []string{"api-version=" + kind.APIVersion}, target.queries)
				require.JSONEq(t, connectionJSON(id, "ours", ourPeer, status, "Fine with us "+ourCode), target.written[0])
			})
		}
	}
}

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

func TestTheRequestCodeStaysInTheDescription(t *testing.T) {
	longest := strings.Repeat("ä", maxDescription-len(ourCode)-1)
	for _, test := range []struct{ decision, comment, want string }{
		{"approve", "", "Approved " + ourCode}, {"approve", "  Fine ", "Fine " + ourCode}, {"reject", "Use the replica.", "Use the replica. " + ourCode},
		{"approve", ourCode + ": fine", ourCode + ": fine"}, {"approve", "mpe-7k3m-x9qt fine", "mpe-7k3m-x9qt fine"},
		{"approve", "X" + ourCode, "X" + ourCode + " " + ourCode}, {"reject", longest, longest + " " + ourCode}, {"approve", `"<&> ünï`, `"<&> ünï ` + ourCode},
	} {
		s, _, target := approvalSetup(t)
		answer := decide(map[string]any{"decision": test.decision, "comment": test.comment}).send(t, s.app(t))
		require.Equal(t, 202, answer.Status, string(answer.Body))
		var written struct {
			Properties struct {
				State struct{ Description string } `json:"privateLinkServiceConnectionState"`
			}
		}
		require.NoError(t, json.Unmarshal([]byte(target.written[0]), &written))
		require.Equal(t, test.want, written.Properties.State.Description)
	}
}

func TestADecisionIsSentOnce(t *testing.T) {
	for name, test := range map[string]struct {
		refusal http.HandlerFunc
		status  int
		code    string
		unsure  bool
	}{
		"reset": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 502, "azure_unreachable", true},
		"500":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }, 503, "azure_unavailable", true},
		"429":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) }, 429, "azure_throttled", false},
		"412":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(412) }, 422, "azure_rejected", false},
		"401":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(401) }, 502, "azure_token_rejected", false},
		"slow":  {azuretest.Hang, 504, "azure_timeout", true},
		"conflict": {func(w http.ResponseWriter, _ *http.Request) {
			azuretest.Write(w, 409, `{"error":{"code":"AnotherOperationInProgress"}}`)
		}, 409, "azure_conflict", false},
	} {
		t.Run(name, func(t *testing.T) {
			s, _, target := approvalSetup(t)
			target.refusal = test.refusal
			refused := requireRefusal(t, decide(nil).send(t, s.hurried().app(t)), test.status, test.code)
			require.Len(t, target.bodies(), 1)
			require.Equal(t, test.unsure, strings.Contains(refused.Hint, "Reload the list"), refused.Hint)
		})
	}
}

func TestTheETagOfTheConnectionIsSentAlong(t *testing.T) {
	s, fake, target := approvalSetup(t)
	text := target.byName["ours"]
	fake.Handle("GET "+targetID+"/privateEndpointConnections/ours", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"7"`)
		azuretest.Write(w, 200, text)
	})
	target.refusal = func(w http.ResponseWriter, r *http.Request) {
		require.Equal(t, `"7"`, r.Header.Get("If-Match"))
		w.WriteHeader(200)
	}
	require.Equal(t, 202, decide(nil).send(t, s.app(t)).Status)
}

// Azure spells members as it likes.
func TestAConnectionInAnotherCasingIsWrittenBack(t *testing.T) {
	s, _, target := approvalSetup(t)
	target.put("ours", strings.NewReplacer(`"properties"`, `"Properties"`, "privateLinkServiceConnectionState", "PrivateLinkServiceConnectionState", `"status"`, `"Status"`).Replace(target.byName["ours"]))
	require.Equal(t, 202, decide(nil).send(t, s.app(t)).Status)
	require.JSONEq(t, connectionJSON(targetID, "ours", ourPeer, "Approved", "Fine with us "+ourCode), target.written[0])
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

func TestProgressOfADecision(t *testing.T) {
	done := func(kind string) request {
		return change("POST", "operations", `{"kind":"`+kind+`","name":"orders-db","statusPath":"","createdAt":"`+requestedAt+`"}`)
	}
	for name, test := range map[string]struct {
		arrange func(*azuretest.Azure, *owned)
		want    string
	}{
		"approved":            {func(_ *azuretest.Azure, o *owned) { o.set("Approved", ourCode) }, "succeeded"},
		"rejected by another": {func(_ *azuretest.Azure, o *owned) { o.set("Rejected", ourCode) }, "failed"},
		"pending":             {func(*azuretest.Azure, *owned) {}, "running"},
		"being applied": {func(_ *azuretest.Azure, o *owned) {
			o.put("ours", strings.Replace(connectionJSON(o.id, "ours", ourPeer, "Approved", ourCode), "Succeeded", "Updating", 1))
		}, "running"},
		"not applied": {func(_ *azuretest.Azure, o *owned) {
			o.put("ours", strings.Replace(connectionJSON(o.id, "ours", ourPeer, "Pending", ourCode), "Succeeded", "Failed", 1))
		}, "failed"},
		"gone":             {func(_ *azuretest.Azure, o *owned) { o.remove() }, "failed"},
		"the endpoint too": {func(fake *azuretest.Azure, _ *owned) { fake.Answer(endpointRoute, 404, `{}`) }, "failed"},
		"approved, but another stands under the name": {func(fake *azuretest.Azure, o *owned) {
			o.set("Approved", ourCode)
			fake.Answer(endpointRoute, 200, fmt.Sprintf(`{"name":"orders-db","properties":{"privateLinkResourceId":%q,"requestMessage":%q},
				"systemData":{"createdAt":"2026-11-01T00:00:00Z"}}`, o.id, ourCode))
		}, "failed"},
	} {
		s, fake, target := approvalSetup(t)
		test.arrange(fake, target)
		require.Equal(t, test.want, decodeAnswer[struct{ Status string }](t, done("approve").send(t, s.app(t))).Status, name)
	}
	s, _, target := approvalSetup(t)
	target.set("Rejected", "No. "+ourCode)
	require.Equal(t, "succeeded", decodeAnswer[struct{ Status string }](t, done("reject").send(t, s.app(t))).Status)
}

// Whoever looks at the endpoint sees the decision, and the refresh that follows, with the next answer.
func TestADecisionIsFollowedAtOnce(t *testing.T) {
	s, fake, target := approvalSetup(t)
	app := s.app(t)
	fake.Answer(listRoute, 200, `{"value":[`+fmt.Sprintf(`{"name":"orders-db","properties":{"provisioningState":"Succeeded","privateLinkResourceId":%q,"requestMessage":%q,"connectionState":{"status":"Pending"}},
		"systemData":{"createdAt":%q}}`, targetID, ourCode, requestedAt)+`]}`)
	accept(fake, "POST", refreshPath, 202, nil)
	follow := change("POST", "follow", `{"first":"orders-db"}`)
	require.False(t, decodeAnswer[followAnswer](t, follow.send(t, app)).Refresh.StartedNow)
	require.Equal(t, 202, decide(nil).send(t, app).Status)
	require.Contains(t, target.byName["ours"], "Approved")
	require.True(t, decodeAnswer[followAnswer](t, follow.send(t, app)).Refresh.StartedNow)
}

func TestSetupSaysWhetherTheOperatorAllowsApprovals(t *testing.T) {
	for operator, outcome := range map[string]string{"true": "approve:ok", "": "approve:warning"} {
		s, fake, _ := approvalSetup(t)
		t.Setenv(approveRequestsVariable, operator)
		healthySetup(fake)
		app := s.app(t)
		all, _ := outcomes(t, app)
		require.True(t, strings.HasSuffix(all, " readTargets:ok "+outcome), all)
		require.Contains(t, string(get("authentication").send(t, app).Body), fmt.Sprintf(`"approvalAllowed":%t`, operator == "true"))
		if operator == "true" {
			requireGolden(t, "setup-approve", get("setup"), get("setup").send(t, app), fake)
		}
	}
}

// Of two that arrive together one waits, and then sees what the other one did.
func TestTwoClicksAtOnceDecideOnce(t *testing.T) {
	s, _, target := approvalSetup(t)
	app := s.app(t)
	second := make(chan int, 1)
	target.beforeWrite = func() {
		go func() { second <- decide(map[string]any{"decision": "reject"}).send(t, app).Status }()
		time.Sleep(200 * time.Millisecond)
	}
	require.Equal(t, 202, decide(nil).send(t, app).Status)
	require.Equal(t, 409, <-second)
	require.Len(t, target.written, 1)
}
