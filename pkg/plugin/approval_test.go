package plugin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
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
