package follow

import (
	"context"
	"slices"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

const (
	// betweenRefreshes is the shortest pause after any refresh, whoever started it.
	betweenRefreshes = 2 * time.Minute
	// The second refresh for one decision comes after firstGap, each further one after twice as long, up to lastGap: a
	// probable match may be another's, and then no refresh helps.
	firstGap = 10 * time.Minute
	lastGap  = 6 * time.Hour
	// betweenAttempts and attemptsEnd bound refreshes for a request whose target can't be read.
	betweenAttempts = 15 * time.Minute
	attemptsEnd     = 14 * 24 * time.Hour
	// busyPause is the least pause after Azure refused because of another change.
	busyPause = 30 * time.Second
	// betweenProgress is between two questions for how far a refresh is; after longestRefresh one counts as ended.
	betweenProgress = 2500 * time.Millisecond
	longestRefresh  = 10 * time.Minute
)

// refreshing is what is remembered of refreshes.
type refreshing struct {
	// startedAt is when one was last accepted, triedAt when one may have been.
	startedAt, triedAt time.Time
	// notBefore is when Azure wants to be asked again.
	notBefore  time.Time
	operation  *azure.Operation
	progress   azure.Progress
	progressAt time.Time
	because    []Decision
	err        *failure.Error
}

// wanted lists what a refresh would be for, and the earliest time for it: zero when nothing wants one, or a change is under
// way. The state's mutex must be held.
func (w Workspace) wanted(endpoints []azure.Endpoint, automatic Automatic) ([]Decision, time.Time) {
	now := time.Now()
	var because []Decision
	var earliest time.Time
	for _, endpoint := range endpoints {
		if endpoint.Settles() {
			return nil, time.Time{}
		}
		decision, at := w.wantedFor(endpoint, automatic, now)
		if at.IsZero() {
			continue
		}
		if !at.After(now) {
			because = append(because, Decision{endpoint.Name, decision})
		}
		if earliest.IsZero() || at.Before(earliest) {
			earliest = at
		}
	}
	if earliest.IsZero() {
		return nil, earliest
	}
	return because, latest(earliest, w.refresh.triedAt.Add(betweenRefreshes), w.refresh.notBefore)
}

func latest(times ...time.Time) time.Time { return slices.MaxFunc(times, time.Time.Compare) }

// wantedFor tells when one endpoint wants a refresh, zero for never, and why.
func (w Workspace) wantedFor(endpoint azure.Endpoint, automatic Automatic, now time.Time) (string, time.Time) {
	known := w.targets[endpoint.Name]
	if known == nil || automatic == Off || !endpoint.Waits() {
		return "", time.Time{}
	}
	if decision := known.decided(); decision != "" {
		at := now
		if known.decision == decision {
			at = known.refreshedAt.Add(min(firstGap<<min(known.refreshes-1, 10), lastGap))
		}
		return known.Connection.Status, at
	}
	// One whose age isn't known counts as old.
	created, _ := time.Parse(time.RFC3339, endpoint.CreatedAt)
	if automatic == Pending && known.Error != nil && now.Sub(created) < attemptsEnd {
		return endpoint.ConnectionState, latest(now, w.refresh.triedAt.Add(betweenAttempts))
	}
	return "", time.Time{}
}

// refreshIfDue starts a refresh when one is due, and returns the endpoints as they are then.
func (w Workspace) refreshIfDue(ctx context.Context, endpoints []azure.Endpoint, automatic Automatic) ([]azure.Endpoint, *Attempt) {
	if w.dueFor(endpoints, automatic) == nil || w.refreshRuns(ctx) {
		return endpoints, nil
	}
	// Another user may have refreshed, or changed something, since it was read.
	fresh, err := w.Endpoints(ctx)
	if err != nil {
		return endpoints, nil
	}
	because := w.dueFor(fresh, automatic)
	if because == nil {
		return fresh, nil
	}
	// Whoever asked may leave; what became of it is known then all the same. The client bounds its time.
	operation, err := w.client.Refresh(context.WithoutCancel(ctx), w.id)
	w.note(operation, because, err)
	return fresh, &Attempt{because, err}
}

// dueFor returns what a refresh is due for now, or nil.
func (w Workspace) dueFor(endpoints []azure.Endpoint, automatic Automatic) []Decision {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	because, at := w.wanted(endpoints, automatic)
	if at.After(time.Now()) {
		return nil
	}
	return because
}

// refreshRuns tells whether a refresh that was started here is still under way.
func (w Workspace) refreshRuns(ctx context.Context) bool {
	w.mutex.Lock()
	operation, startedAt := w.refresh.operation, w.refresh.startedAt
	w.mutex.Unlock()
	if operation == nil || time.Since(startedAt) > longestRefresh {
		return false
	}
	progress, err := w.Progress(ctx, *operation)
	return err != nil || progress.Status == "running"
}

// Refreshed remembers a refresh that a user started.
func (w Workspace) Refreshed(operation azure.Operation) { w.note(operation, nil, nil) }

// note remembers a refresh that was tried: it is for the whole workspace, so each decision known by then has had it.
func (w Workspace) note(operation azure.Operation, because []Decision, err error) {
	now := time.Now()
	w.mutex.Lock()
	defer w.mutex.Unlock()
	r := &w.refresh
	if err != nil {
		known := failure.From(err)
		if known.Code == "azure_conflict" || known.Code == "azure_throttled" {
			r.notBefore = now.Add(max(time.Duration(known.RetryAfter)*time.Second, busyPause))
			return
		}
		r.err = known
	} else {
		r.startedAt, r.operation, r.because, r.err = now, &operation, because, nil
		r.progress, r.progressAt = azure.Progress{Status: "running"}, time.Time{}
	}
	r.triedAt, w.changed = now, now
	for _, known := range w.targets {
		if decision := known.decided(); decision != "" {
			if known.decision != decision {
				known.decision, known.refreshes = decision, 0
			}
			known.refreshes++
			known.refreshedAt = now
		}
	}
}

// Progress is the client's; for the last refresh, all who ask within a few seconds share one answer. What was read before an
// operation ended doesn't count any more.
func (w Workspace) Progress(ctx context.Context, operation azure.Operation) (azure.Progress, error) {
	w.mutex.Lock()
	r := &w.refresh
	ours := r.operation != nil && *r.operation == operation
	if ours && (r.progress.Status != "running" || time.Since(r.progressAt) < betweenProgress) {
		defer w.mutex.Unlock()
		return r.progress, nil
	}
	if ours {
		r.progressAt = time.Now()
	}
	w.mutex.Unlock()
	progress, err := w.client.Progress(ctx, w.id, operation)
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if err == nil && r.operation != nil && *r.operation == operation {
		r.progress, r.err = progress, progress.Error
	}
	if err == nil && progress.Status != "running" {
		w.changed = time.Now()
	}
	return progress, err
}
