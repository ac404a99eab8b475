package monitor

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// happened is one change in a workspace's activity log.
type happened struct {
	workspace azure.WorkspaceID
	azure.Change
	began, ended time.Time
}

// activityFrame is a table of the changes in the time range, newest first. Its lower-case names are those that annotations look
// for.
func (s *source) activityFrame(ctx context.Context, q query, in backend.TimeRange) (*data.Frame, []reading, error) {
	ids, err := s.chosen(ctx, q)
	if err != nil {
		return nil, nil, err
	}
	var all []happened
	var readings []reading
	for i, read := range each(ids, func(id azure.WorkspaceID) activityRead { return s.readActivity(ctx, id) }) {
		readings = append(readings, reading{id: ids[i], err: read.err})
		for _, change := range read.Changes {
			began, _ := time.Parse(time.RFC3339, change.Time)
			ended, _ := time.Parse(time.RFC3339, change.EndedAt)
			if began.Before(in.From) || began.After(in.To) {
				continue
			}
			all = append(all, happened{ids[i], change, began, ended})
		}
	}
	slices.SortStableFunc(all, func(a, b happened) int { return b.began.Compare(a.began) })
	frame := data.NewFrame("Activity",
		fieldOf("time", all, func(h happened) time.Time { return h.began }),
		fieldOf("timeEnd", all, func(h happened) *time.Time {
			if h.ended.IsZero() {
				return nil
			}
			return &h.ended
		}),
		fieldOf("text", all, happened.text),
		fieldOf("tags", all, func(h happened) string { return h.What + "," + h.Outcome }),
		fieldOf("workspace", all, func(h happened) string { return h.workspace.Name }),
		fieldOf("endpoint", all, func(h happened) string { return h.Endpoint }),
		fieldOf("change", all, func(h happened) string { return h.What }),
		fieldOf("outcome", all, func(h happened) string { return h.Outcome }),
		fieldOf("by", all, func(h happened) string { return h.Who }),
		fieldOf("reason", all, func(h happened) string { return h.Reason }),
	)
	frame.SetMeta(&data.FrameMeta{PreferredVisualization: data.VisTypeTable})
	return frame, readings, nil
}

type activityRead struct {
	azure.Activity
	err error
}

func (s *source) readActivity(ctx context.Context, id azure.WorkspaceID) activityRead {
	found, err := s.activity.once(id.Key(), activityFor, func() (azure.Activity, error) {
		ctx, cancel := s.deadline(ctx)
		defer cancel()
		// All that Azure keeps: then one read serves every time range.
		return s.client.Activity(ctx, id, time.Time{})
	})
	return activityRead{found, ownWords(err)}
}

// text is the change in a sentence.
func (h happened) text() string {
	object := cmp.Or(h.Endpoint, h.workspace.Name)
	said := map[string]string{"created": "Requested ", "updated": "Changed ", "deleted": "Deleted ", "refreshed": "Refreshed "}[h.What] + object
	switch {
	case h.Outcome == "failed" && h.Reason != "":
		said += " (failed: " + h.Reason + ")"
	case h.Outcome != "succeeded":
		said += " (" + h.Outcome + ")"
	}
	return said
}
