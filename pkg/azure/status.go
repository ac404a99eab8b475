package azure

import "strings"

// Status is the one state that an endpoint is told and filtered by: it joins how the write went, the owner's decision as the
// workspace knows it and, where the target was read, the decision itself. The browser has the same (src/domain/state), and
// testdata/cases/statuses.json holds both together.
type Status struct {
	// Key is creating, updating, deleting, failed, waiting, approved, rejected, disconnected, approvedNoAddress or unknown, or one of
	// approved, rejected and disconnected followed by NotRefreshed or Probable.
	Key string
	// Label is what the screens call it.
	Label string
	// Group is attention, pending, approved or progress.
	Group string
}

var statusLabels = map[string]string{
	"creating": "Creating", "updating": "Updating", "deleting": "Deleting", "failed": "Failed", "waiting": "Pending approval",
	"approvedProbable": "Probably approved", "rejectedProbable": "Probably rejected", "disconnectedProbable": "Probably disconnected",
	"approvedNotRefreshed": "Approved, not active yet", "rejectedNotRefreshed": "Rejected, not applied yet",
	"disconnectedNotRefreshed": "Disconnected, not applied yet", "approvedNoAddress": "Approved, waiting for private IP",
	"approved": "Approved", "rejected": "Rejected", "disconnected": "Disconnected",
}

// StatusGroups are the groups of states with their names, in the order in which they are offered.
var StatusGroups = []struct{ Key, Title string }{
	{"attention", "Needs attention"}, {"pending", "Pending"}, {"approved", "Approved"}, {"progress", "In progress"},
}

// Status tells an endpoint's, with what its target says; the zero Match says nothing.
func (e Endpoint) Status(view Match) Status {
	key := e.statusKey(view)
	status := Status{Key: key, Label: statusLabels[key], Group: "attention"}
	switch key {
	case "waiting":
		status.Group = "pending"
	case "approved":
		status.Group = "approved"
	case "creating", "updating", "deleting":
		status.Group = "progress"
	case "failed":
		if strings.EqualFold(e.ProvisioningState, "canceled") {
			status.Label = "Canceled"
		}
	case "unknown":
		status.Label = e.unknownLabel()
	}
	return status
}

func (e Endpoint) statusKey(view Match) string {
	if write := e.writeStatus(); write != "" {
		return write
	}
	own, theirs := connectionStatus(e.ConnectionState), "unknown"
	if view.Connection != nil && view.Grade != Unknown {
		theirs = connectionStatus(view.Connection.Status)
	}
	switch {
	case own != theirs && theirs != "unknown" && theirs != "waiting":
		if view.Grade == Confirmed {
			return theirs + "NotRefreshed"
		}
		return theirs + "Probable"
	case own == "approved" && e.lacksPrivateIP():
		return "approvedNoAddress"
	}
	return own
}

func (e Endpoint) writeStatus() string {
	switch state := strings.ToLower(e.ProvisioningState); state {
	case "", "succeeded":
		return ""
	case "accepted":
		// Azure says Accepted for a new write of either sort; only an older endpoint has a connection already.
		if e.ConnectionState != "" {
			return "updating"
		}
		return "creating"
	case "creating", "updating", "failed":
		return state
	case "deleting", "deleted":
		return "deleting"
	case "canceled":
		return "failed"
	}
	return "unknown"
}

func connectionStatus(state string) string {
	switch lower := strings.ToLower(state); lower {
	case "pending":
		return "waiting"
	case "approved", "rejected", "disconnected":
		return lower
	}
	return "unknown"
}

func (e Endpoint) unknownLabel() string {
	label := e.ProvisioningState
	if e.written() {
		label = e.ConnectionState
	}
	if label == "" {
		return "No state"
	}
	return label
}
