package plugin

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// approveRequestsVariable holds, from approve_requests in the section [plugin.azure-privateendpoints-app] of Grafana's
// configuration, whether admins may switch on that requests are approved and rejected from here.
const approveRequestsVariable = "GF_PLUGIN_APPROVE_REQUESTS"

// maxDescription is in characters: what reaches everyone, see maxMessage.
const maxDescription = 140

// pendingApproval is what someone has to know before they decide.
type pendingApproval struct {
	CreatedAt string `json:"createdAt"`
	// RequestedBy is who created the endpoint, as Azure tells it.
	RequestedBy    string `json:"requestedBy"`
	RequestMessage string `json:"requestMessage"`
	Code           string `json:"code"`
	TargetID       string `json:"targetId"`
	ConnectionID   string `json:"connectionId"`
	ConnectionName string `json:"connectionName"`
	// PrivateEndpointID is the private endpoint at the connection's other end.
	PrivateEndpointID string `json:"privateEndpointId"`
	// Documented is false where Azure's specification of the resource type doesn't have the call.
	Documented bool               `json:"documented"`
	Permission approvalPermission `json:"permission"`
}

// approvalPermission is whether the identity seems to have permission on the target.
type approvalPermission struct {
	// State is granted, notGranted or unknown.
	State string `json:"state"`
	// Action and Role are what is missing, or may be; empty where the permission was found.
	Action string `json:"action"`
	Role   string `json:"role"`
}

// decision is the body of POST endpoints/{name}/approval: which endpoint and connection were seen, and what is decided.
type decision struct {
	seen
	ConnectionID string         `json:"connectionId"`
	Decision     azure.Decision `json:"decision"`
	// Comment becomes the connection's description, together with the request code. A rejection needs one.
	Comment string `json:"comment"`
}

func (d *decision) check(c *call) error {
	if !d.Decision.Known() {
		return failure.Invalid("decision", "The decision must be approve or reject.", "")
	}
	if strings.ContainsFunc(d.Comment, failure.IsHidden) {
		return failure.Invalid("comment", "The comment must be one line without invisible characters.", "Remove line breaks.")
	}
	if d.Decision == azure.Reject && strings.TrimSpace(d.Comment) == "" {
		return failure.Invalid("comment", "A rejection needs a reason.", "Enter a reason.")
	}
	if _, err := azure.ParseTargetID("connectionId", d.ConnectionID); err != nil {
		return err
	}
	return d.seen.check(c)
}

// description is the comment with the request code, by which the connection is recognized afterwards too.
func (d *decision) description(code string) (string, error) {
	text := strings.TrimSpace(d.Comment)
	codes := azure.CodesIn(text)
	switch {
	case text == "":
		text = d.Decision.Status() + " " + code
	case len(codes) == 0:
		text += " " + code
	case !slices.Equal(codes, []string{code}):
		return "", failure.Invalid("comment", "The comment contains another request code than "+code+".", "Remove the other request code.")
	}
	if utf8.RuneCountInString(text) > maxDescription {
		return "", failure.Invalid("comment", "The comment can have at most "+strconv.Itoa(maxDescription)+" characters together with the request code.", "Shorten the comment.")
	}
	return text, nil
}

// approvalAllowed refuses unless both operator and admin want it.
func (a *App) approvalAllowed() error {
	switch {
	case !allowedBy(approveRequestsVariable):
		return &failure.Error{Status: http.StatusForbidden, Code: "approval_not_allowed",
			Message: "The operator of this Grafana hasn't allowed approving requests from here.",
			Hint:    "Ask the resource owner to approve or reject the request."}
	case !a.settings.ApproveRequests:
		return &failure.Error{Status: http.StatusForbidden, Code: "approval_off",
			Message: "Approving requests from here is off.",
			Hint:    "An admin can turn it on on the configuration page."}
	}
	return nil
}

// getApproval answers a pendingApproval: the request of an endpoint that can be decided on. Where none can it refuses, with
// approval_not_allowed, approval_off, request_decided or request_not_confirmed.
func getApproval(c *call) (any, error) {
	if err := c.app.approvalAllowed(); err != nil {
		return nil, err
	}
	endpoint, err := c.client.Endpoint(c.ctx, c.id, c.path["name"])
	if err != nil {
		return nil, err
	}
	found, err := c.client.PendingRequest(c.ctx, c.id, endpoint)
	if err != nil {
		return nil, err
	}
	state, missing := c.client.ApprovalState(c.ctx, found.Target)
	return pendingApproval{CreatedAt: endpoint.CreatedAt, RequestedBy: endpoint.CreatedBy, RequestMessage: endpoint.RequestMessage, Code: found.Code,
		TargetID: found.Target.String(), ConnectionID: found.Connection.ID, ConnectionName: found.Connection.Name,
		PrivateEndpointID: found.Connection.PrivateEndpointID, Documented: found.Documented,
		Permission: approvalPermission{state, missing.Action, missing.Role}}, nil
}

// postApproval approves or rejects the very request that was seen and answers {operation}. It reads endpoint, target and
// connection, compares and sends in one go; besides getApproval's refusals, request_changed where another connection than
// the one that was seen is the endpoint's.
func postApproval(c *call, body *decision) (any, error) {
	if err := c.app.approvalAllowed(); err != nil {
		return nil, err
	}
	endpoint, err := body.endpoint(c)
	if err != nil {
		return nil, err
	}
	found, err := c.client.PendingRequest(c.ctx, c.id, endpoint)
	if err != nil {
		return nil, err
	}
	if !strings.EqualFold(found.Connection.ID, body.ConnectionID) {
		return nil, &failure.Error{Status: http.StatusConflict, Code: "request_changed",
			Message: "Another connection belongs to this endpoint now, so nothing was changed.",
			Hint:    "Reload the page and check the connection before you decide."}
	}
	description, err := body.description(found.Code)
	if err != nil {
		return nil, err
	}
	operation, err := c.client.Decide(c.ctx, found, body.Decision, description)
	c.followed().Decided()
	return c.log(operationAnswer{Operation: operation}, err, "connection", found.Connection.ID)
}
