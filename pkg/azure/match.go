package azure

import (
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
)

// Grade is how sure it is that a connection on a target belongs to an endpoint.
type Grade string

const (
	// Confirmed: the connection holds the request code. Nothing but this may let anybody approve.
	Confirmed Grade = "confirmed"
	// Probable: its name fits, and nothing else does. Enough for what harms nobody, such as a refresh.
	Probable Grade = "probable"
	Unknown  Grade = "unknown"
)

// Match is which of a target's connections belongs to an endpoint.
type Match struct {
	Grade  Grade  `json:"grade"`
	Reason string `json:"reason"`
	// Connection is nil when the grade is unknown.
	Connection *Connection `json:"connection,omitzero"`
}

// MatchConnection finds an endpoint's connection among those of its target. Owners often replace the description when they
// approve, and the request code with it; what is left is the name of the private endpoint,
// which is undocumented.
func MatchConnection(connections []Connection, workspace WorkspaceID, endpoint Endpoint) Match {
	own := CodesIn(endpoint.RequestMessage)
	var confirmed, fit []Connection
	for _, connection := range connections {
		codes := CodesIn(connection.Description)
		coded := slices.ContainsFunc(codes, func(code string) bool { return slices.Contains(own, code) })
		if coded && len(own) == 1 {
			confirmed = append(confirmed, connection)
		}
		// With another request's code it is that request's, whatever its name.
		if coded || len(codes) == 0 && namedAfter(connection, workspace, endpoint) {
			fit = append(fit, connection)
		}
	}
	if len(confirmed) == 1 {
		return Match{Confirmed, "The connection's description contains the request code " + own[0] + ".", &confirmed[0]}
	}
	if len(fit) > 1 {
		// An endpoint that was deleted and requested again can leave its dead connection behind.
		fit = slices.DeleteFunc(fit, func(c Connection) bool { return strings.EqualFold(c.Status, "Disconnected") })
	}
	switch {
	case len(fit) == 1 && namedAfter(fit[0], workspace, endpoint):
		return Match{Probable, "The connection name follows Azure's usual pattern, and no other connection matches.", &fit[0]}
	case len(fit) > 1:
		return Match{Grade: Unknown, Reason: "More than one connection on the target resource matches this endpoint."}
	}
	return Match{Grade: Unknown, Reason: "No connection on the target resource matches this endpoint."}
}

func namedAfter(connection Connection, workspace WorkspaceID, endpoint Endpoint) bool {
	peer := connection.PrivateEndpointID[strings.LastIndexByte(connection.PrivateEndpointID, '/')+1:]
	return strings.EqualFold(peer, strings.NewReplacer("{workspace}", workspace.Name, "{endpoint}", endpoint.Name).Replace(catalogue.Constants.PrivateEndpointName))
}
