package azure

import (
	"slices"
	"strconv"
	"strings"
)

// Change is one change of a workspace's private endpoints, made of all its events in the activity log.
type Change struct {
	// What is created, updated, deleted or refreshed.
	What string `json:"what"`
	// Endpoint is empty for what concerns the workspace, as a refresh does.
	Endpoint string `json:"endpoint,omitzero"`
	// Outcome is started, succeeded or failed. Started: its end isn't in the log, or not yet, as events arrive after minutes.
	Outcome string `json:"outcome"`
	// Time is when it began, and EndedAt when it ended, RFC 3339; EndedAt is empty while it is only started.
	Time    string `json:"time"`
	EndedAt string `json:"endedAt,omitzero"`
	// Who is a mail address, or the object ID of an application; empty where Azure doesn't say.
	Who string `json:"who"`
	// Own is true for what the plugin's own identity did; a managed identity isn't recognized.
	Own bool `json:"own"`
	// Reason is why it failed, in Azure's words.
	Reason string `json:"reason"`
	// CorrelationID is Azure's for it, the same for all changes of one deployment.
	CorrelationID string `json:"correlationId"`
}

// changesOf makes changes of events, newest first.
func changesOf(events []activityEvent) []Change {
	slices.SortStableFunc(events, func(a, b activityEvent) int { return a.at.Compare(b.at) })
	var all []Change
	exists := map[string]bool{}
	for _, group := range grouped(events) {
		change, known := changeOf(group, exists)
		if !known {
			continue
		}
		if change.Outcome == "succeeded" && change.Endpoint != "" {
			exists[lowerASCII(change.Endpoint)] = change.What != "deleted"
		}
		all = append(all, change)
	}
	slices.Reverse(all)
	return all
}

// grouped puts the events of each change together. The changes of one deployment have one correlation id.
func grouped(events []activityEvent) [][]activityEvent {
	var all [][]activityEvent
	places := map[string]int{}
	for i, event := range events {
		id := event.correlationID
		if id == "" {
			id = strconv.Itoa(i)
		}
		key := lowerASCII(id + "\n" + event.operation + "\n" + event.endpoint)
		place, ok := places[key]
		if !ok {
			place = len(all)
			places[key] = place
			all = append(all, nil)
		}
		all[place] = append(all[place], event)
	}
	return all
}

func changeOf(group []activityEvent, exists map[string]bool) (Change, bool) {
	first := group[0]
	change := Change{What: kindOfChange(first.operation), Endpoint: first.endpoint, Outcome: "started", Time: first.time, CorrelationID: first.correlationID}
	created, answered := false, false
	for _, event := range group {
		switch lowerASCII(event.status) {
		case "succeeded":
			if change.Outcome != "failed" {
				change.Outcome, change.EndedAt = "succeeded", event.time
			}
		case "failed", "canceled":
			change.Outcome, change.EndedAt = "failed", event.time
		}
		// A creation is answered with 201, an update with 200 or 202 (specification of Microsoft.Dashboard 2025-08-01).
		switch lowerASCII(event.subStatus) {
		case "created":
			created, answered = true, true
		case "ok", "accepted":
			answered = true
		}
		if change.Who == "" {
			change.Who = event.caller
		}
		if change.Reason == "" {
			change.Reason = event.reason
		}
		change.Own = change.Own || event.own
	}
	if change.What == "written" {
		change.What = "updated"
		if created || !answered && !exists[lowerASCII(first.endpoint)] {
			change.What = "created"
		}
	}
	return change, change.What != ""
}

// kindOfChange sorts an operation. How Azure names the refresh isn't documented; it is the one action on endpoints that is neither a write nor
// a deletion.
func kindOfChange(operation string) string {
	switch lower := lowerASCII(operation); {
	case strings.HasSuffix(lower, "/managedprivateendpoints/write"):
		return "written"
	case strings.HasSuffix(lower, "/managedprivateendpoints/delete"):
		return "deleted"
	case strings.Contains(lower, "refreshmanagedprivateendpoints"), strings.HasSuffix(lower, "/managedprivateendpoints/action"):
		return "refreshed"
	}
	return ""
}
