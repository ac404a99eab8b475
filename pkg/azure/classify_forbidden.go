package azure

import (
	"net/http"
	"regexp"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

var (
	actionInMessage = regexp.MustCompile(`action '([A-Za-z0-9./*]{1,200})'`)
	// LinkedAuthorizationFailed names two actions: one that the identity may perform, and one that it lacks on another resource.
	linkedScope  = regexp.MustCompile(`not have permission to perform action(?:\(s\))? '([A-Za-z0-9./*,]{1,200})' on the linked scope\(s\) '([A-Za-z0-9/._()-]{1,300})`)
	linkedTenant = regexp.MustCompile(`current tenant '([0-9a-fA-F-]{36})' is not authorized to access linked subscription '([0-9a-fA-F-]{36})'`)
	deniedBy     = regexp.MustCompile(`deny assignment with name '([^']{1,200})'`)
	// A refusal by where the request comes from: a firewall, a network security perimeter, public access that is off.
	networkRefusal = regexp.MustCompile(`(?i)NspValidationFailed|Network ?Security ?Perimeter|\bNSP rules\b|ForbiddenBy(?:Firewall|Connection|Nsp)|` +
		`public network access is disabled|public access is disabled|not (?:from )?an approved private (?:link|endpoint)|client address is not authorized`)
)

// forbidden sorts a 403: by network, by another resource, by a deny assignment, and otherwise by a missing role.
func forbidden(e *failure.Error, op operation, upstream upstreamError) {
	e.Status, e.Code = http.StatusForbidden, "azure_forbidden"
	text := upstream.String()
	if networkRefusal.MatchString(text) {
		e.Code = "azure_network_denied"
		e.Message = "Azure refused to " + op.does + ": requests from this network aren't allowed."
		e.Hint = "Assigning permissions won't help. Allow the network of the Grafana server in the networking settings of the resource: its firewall, " +
			"network security perimeter, or private endpoint."
		return
	}
	if linked := linkedScope.FindStringSubmatch(text); linked != nil {
		e.Message = "The identity doesn't have permission on another resource that is needed to " + op.does + ". Missing action: " + linked[1] +
			" on " + lastSegment(linked[2]) + "."
		e.Hint = "Ask the owner of " + linked[2] + " to assign the identity a role with this action there. Role assignments can take a few minutes to " +
			"take effect. Azure returns the same error if that resource doesn't exist."
		return
	}
	if linked := linkedTenant.FindStringSubmatch(text); linked != nil {
		e.Message = "Couldn't " + op.does + ": subscription " + linked[2] + " of the target belongs to a different tenant than the identity (" + linked[1] + ")."
		e.Hint = "Choose a target in a subscription of the identity's tenant, or use an identity of the target's tenant."
		return
	}
	action := op.needs.Action
	if named := actionInMessage.FindStringSubmatch(text); named != nil {
		action = named[1]
	}
	if denied := deniedBy.FindStringSubmatch(text); denied != nil {
		e.Message = "A deny assignment doesn't allow the identity to " + op.does + ". Denied action: " + action + "."
		e.Hint = "Assigning roles won't help. Ask the administrator about the deny assignment " + failure.Hide(denied[1]) + "."
		return
	}
	e.Message = "The identity doesn't have permission to " + op.does + ". Missing action: " + action + "."
	where := "the workspace or its resource group"
	switch {
	case op.onTarget:
		where = "the target or its resource group"
	case op.onGroup:
		where = "the resource group of the workspace"
	}
	e.Hint = "Assign the identity the role " + op.needs.Role + " on " + where + ", or a custom role with this action. Role assignments can take a few minutes to take effect."
}

func lastSegment(id string) string { return id[strings.LastIndex(id, "/")+1:] }
