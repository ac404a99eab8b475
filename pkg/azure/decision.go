package azure

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Decision is what someone decides on a request, in place of its target's owner.
type Decision string

const (
	Approve Decision = "approve"
	Reject  Decision = "reject"
)

// Known tells whether it is one of these.
func (d Decision) Known() bool { return d == Approve || d == Reject }

// Status is how Azure calls the state that a decision leads to.
func (d Decision) Status() string {
	return map[Decision]string{Approve: "Approved", Reject: "Rejected"}[d]
}

// PendingRequest is the one connection on a target that is certainly an endpoint's own and waits for a decision.
type PendingRequest struct {
	Target     TargetID
	Connection Connection
	// Code is the request code, which stands in the connection's description.
	Code string
	// Documented is false where the provider's specification doesn't have the call that decides.
	Documented bool

	endpoint   Endpoint
	workspace  WorkspaceID
	apiVersion string
}

var (
	readConnection = operation{does: "read the private endpoint connection", needs: catalogue.ActionOf("readConnections")}
	decide         = operation{needs: catalogue.ActionOf("approve"), writes: true}
)

func (d Decision) operation(id TargetID) operation {
	op := decide.at(id)
	op.does = string(d) + " the private endpoint connection"
	return op
}

// PendingRequest reads the target of an endpoint, which was just read, and finds the request that may be decided on. Where
// there is none for certain it refuses: request_decided, request_not_confirmed, target_kind_unknown.
func (c *Client) PendingRequest(ctx context.Context, workspace WorkspaceID, endpoint Endpoint) (PendingRequest, error) {
	if !endpoint.written() || !strings.EqualFold(endpoint.ConnectionState, "Pending") {
		return PendingRequest{}, requestDecided("The endpoint", endpoint.ConnectionState)
	}
	target, err := ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return PendingRequest{}, err
	}
	connections, err := c.Connections(ctx, target)
	if err != nil {
		return PendingRequest{}, err
	}
	// Connections has refused the kinds that aren't known.
	kind, _ := kindOf(target)
	request := PendingRequest{Target: target, Documented: kind.Approval == "documented", endpoint: endpoint, workspace: workspace, apiVersion: kind.APIVersion}
	request.Connection, request.Code, err = pendingConnection(connections, workspace, endpoint)
	if err != nil {
		return PendingRequest{}, err
	}
	return request, request.check(request.Connection)
}

// pendingConnection is stricter than MatchConnection: besides the connection with the request code, no other may be the
// endpoint's.
func pendingConnection(connections []Connection, workspace WorkspaceID, endpoint Endpoint) (Connection, string, error) {
	match := MatchConnection(connections, workspace, endpoint)
	if match.Grade != Confirmed {
		return Connection{}, "", notConfirmed(match.Reason)
	}
	for _, other := range connections {
		isOwn := other.ID == match.Connection.ID
		if !isOwn && len(CodesIn(other.Description)) == 0 && namedAfter(other, workspace, endpoint) && !strings.EqualFold(other.Status, "Disconnected") {
			return Connection{}, "", notConfirmed("More than one connection on the target resource matches this endpoint.")
		}
	}
	return *match.Connection, CodesIn(endpoint.RequestMessage)[0], nil
}

// check refuses a connection that isn't the one that was found and the endpoint's own, or doesn't wait any more.
func (r PendingRequest) check(now Connection) error {
	path := r.Target.String() + "/privateEndpointConnections/"
	id, err := ParseTargetID("connectionId", now.ID)
	if err != nil || !strings.EqualFold(id.String(), path+id.Name()) {
		return notConfirmed("The ID of the connection isn't one of the target resource.")
	}
	if !strings.EqualFold(now.Status, "Pending") {
		return requestDecided("The connection "+id.Name(), now.Status)
	}
	if !strings.EqualFold(now.ID, r.Connection.ID) || !slices.Equal(CodesIn(now.Description), []string{r.Code}) {
		return notConfirmed("The connection doesn't contain the request code " + r.Code + " alone.")
	}
	// A code can be copied.
	if !namedAfter(now, r.workspace, r.endpoint) {
		return notConfirmed("The connection contains the request code, but its private endpoint doesn't have the name that Azure gives to those of this workspace.")
	}
	return nil
}

// Decide approves or rejects a request that was just found. The connection is read once more, compared, and written with
// another state and description and all else as it is, as Azure CLI does (private_link_resource_and_endpoint_connections).
// It is sent once.
func (c *Client) Decide(ctx context.Context, r PendingRequest, decision Decision, description string) (Operation, error) {
	made := Operation{Kind: string(decision), Name: r.endpoint.Name, CreatedAt: r.endpoint.CreatedAt}
	id, err := ParseTargetID("connectionId", r.Connection.ID)
	if err != nil {
		return made, err
	}
	path := r.Target.String() + "/privateEndpointConnections/" + id.Name()
	body, etag, err := c.getWithETag(ctx, readConnection.at(r.Target), path, r.apiVersion)
	if err != nil {
		return made, err
	}
	now, err := newDecoder(body).connection()
	if err != nil {
		return made, badAnswer(readConnection, "the response isn't a connection")
	}
	if err := r.check(now); err != nil {
		return made, err
	}
	changed, err := withState(body, decision.Status(), description)
	if err != nil {
		return made, err
	}
	_, err = c.write(ctx, decision.operation(r.Target), http.MethodPut, path, r.apiVersion, etag, changed)
	return made, err
}

// withState is a connection as it was read, with another state and description.
func withState(connection []byte, status, description string) (map[string]json.RawMessage, error) {
	wrong := badAnswer(readConnection, "the response isn't a connection that can be written back")
	all, err := membersOf(connection)
	if err != nil {
		return nil, wrong
	}
	properties, err := membersOf(all["properties"])
	if err != nil {
		return nil, wrong
	}
	const stateKey = "privateLinkServiceConnectionState"
	state, err := membersOf(properties[stateKey])
	if err != nil {
		return nil, wrong
	}
	for key, text := range map[string]string{"status": status, "description": description} {
		if state[key], err = json.Marshal(text); err != nil {
			return nil, wrong
		}
	}
	if properties[stateKey], err = json.Marshal(state); err != nil {
		return nil, wrong
	}
	all["properties"], err = json.Marshal(properties)
	return all, err
}

// writtenKeys are the members that withState looks for; Azure may write them in another casing.
var writtenKeys = []string{"properties", "privateLinkServiceConnectionState", "status", "description"}

// membersOf reads an object. Two members whose names differ in casing alone leave open which of them counts.
func membersOf(object []byte) (map[string]json.RawMessage, error) {
	var read map[string]json.RawMessage
	if err := json.Unmarshal(object, &read); err != nil {
		return nil, err
	}
	members := map[string]json.RawMessage{}
	for key, value := range read {
		if at := slices.IndexFunc(writtenKeys, func(known string) bool { return strings.EqualFold(known, key) }); at >= 0 {
			key = writtenKeys[at]
		}
		if _, twice := members[key]; twice {
			return nil, badAnswer(readConnection, "a member stands twice")
		}
		members[key] = value
	}
	return members, nil
}

// ApprovalState compares the identity's permissions on a target with what a decision there needs. Action is the one that is
// missing, where one is.
func (c *Client) ApprovalState(ctx context.Context, id TargetID) (state string, missing catalogue.Action) {
	permissions, err := c.permissionsAt(ctx, readTargetPermissions, id.String())
	for _, key := range []string{"approve", "writeConnections"} {
		missing = operation{needs: catalogue.ActionOf(key)}.at(id).needs
		switch {
		case err != nil:
			return "unknown", missing
		case !Allows(permissions, missing.Action):
			return "notGranted", missing
		}
	}
	return "granted", catalogue.Action{}
}

// progressOfDecision reads the connection back: no provider's status path is on the list of those that may be asked for.
func (c *Client) progressOfDecision(ctx context.Context, workspace WorkspaceID, o Operation, decision Decision) (Progress, error) {
	failed := func(what string) (Progress, error) {
		return Progress{"failed", c.operationFailed(what, upstreamError{}, nil)}, nil
	}
	endpoint, err := c.Endpoint(ctx, workspace, o.Name)
	switch {
	case codeOf(err) == "azure_not_found", err == nil && !endpoint.CreatedAs(o.CreatedAt):
		return failed("The endpoint no longer exists.")
	case err != nil:
		return Progress{}, err
	}
	target, err := ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return Progress{}, err
	}
	connections, err := c.Connections(ctx, target)
	if err != nil {
		return Progress{}, err
	}
	found := MatchConnection(connections, workspace, endpoint)
	if found.Grade != Confirmed {
		return failed("The connection can't be identified any more.")
	}
	state, provisioning := found.Connection.Status, strings.ToLower(found.Connection.ProvisioningState)
	switch {
	case provisioning == "failed" || provisioning == "canceled":
		return failed("The target resource couldn't apply the decision.")
	case strings.EqualFold(state, "Pending") || provisioning == "updating":
		return Progress{Status: "running"}, nil
	case strings.EqualFold(state, decision.Status()):
		return Progress{Status: "succeeded"}, nil
	}
	return failed("Someone else decided otherwise: the connection is " + failure.Scrub(state) + ".")
}

func notConfirmed(reason string) error {
	return &failure.Error{Status: http.StatusConflict, Code: "request_not_confirmed",
		Message: "The connection of this endpoint isn't confirmed, so nothing was changed. " + reason,
		Hint:    "Ask the resource owner to approve or reject the request."}
}

func requestDecided(what, state string) error {
	if state == "" {
		state = "in no state"
	}
	return &failure.Error{Status: http.StatusConflict, Code: "request_decided",
		Message: what + " isn't pending any more (" + failure.Scrub(state) + "), so nothing was changed.",
		Hint:    "Reload the page. Someone else may have approved, rejected, or removed the connection."}
}
