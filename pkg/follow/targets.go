package follow

import (
	"context"
	"strings"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Shortest pauses between two reads.
const (
	// betweenTurns is between any two targets that are read in turn.
	betweenTurns = 10 * time.Second
	// betweenReads is between two reads of one target.
	betweenReads = 20 * time.Second
	// betweenLooks is the same for the target of the endpoint that someone looks at.
	betweenLooks = 7 * time.Second
	// A target that can't be read is tried again after firstRetry, then twice as long each time, up to lastRetry: most
	// belong to someone who lets nobody else read them.
	firstRetry = 30 * time.Second
	lastRetry  = 15 * time.Minute
)

// maxTargetTime bounds one read, since everybody who follows waits for it.
const maxTargetTime = 10 * time.Second

// target is what is known of the target of a waiting endpoint.
type target struct {
	Target
	// created tells an endpoint from a later one of the same name.
	created string
	// due is when it is read in turn again.
	due      time.Time
	failures int
	// refreshes were started for the decision, the last one at refreshedAt.
	decision    string
	refreshes   int
	refreshedAt time.Time
}

// maxTargets bounds one run that reads all.
const maxTargets = 30

// readTargets reads at most two targets: the one that someone looks at, and the next in turn, each if it is due.
func (w Workspace) readTargets(ctx context.Context, endpoints []azure.Endpoint, first string) {
	waiting := w.keepWaiting(endpoints)
	if looked := w.lookedAt(waiting, first); looked != nil {
		w.readTarget(ctx, *looked, waiting)
	}
	if time.Since(w.turnedAt) < betweenTurns {
		return
	}
	if next := w.nextDue(waiting); next != nil {
		w.turnedAt = time.Now()
		w.readTarget(ctx, *next, waiting)
	}
}

// readAllTargets reads the targets that are due, those that were read longest ago first.
func (w Workspace) readAllTargets(ctx context.Context, endpoints []azure.Endpoint) {
	waiting := w.keepWaiting(endpoints)
	for range maxTargets {
		next := w.nextDue(waiting)
		if next == nil || ctx.Err() != nil {
			return
		}
		w.turnedAt = time.Now()
		w.readTarget(ctx, *next, waiting)
	}
}

// keepWaiting returns the endpoints that wait, and forgets what is known of the targets of others.
func (w Workspace) keepWaiting(endpoints []azure.Endpoint) []azure.Endpoint {
	var waiting []azure.Endpoint
	w.mutex.Lock()
	kept := map[string]*target{}
	for _, endpoint := range endpoints {
		if !endpoint.Waits() {
			continue
		}
		waiting = append(waiting, endpoint)
		known := w.targets[endpoint.Name]
		if known == nil || known.created != endpoint.CreatedAt {
			known = &target{created: endpoint.CreatedAt}
		}
		kept[endpoint.Name] = known
	}
	w.targets = kept
	w.mutex.Unlock()
	return waiting
}

// lookedAt returns the endpoint of this name if its target is due.
func (w Workspace) lookedAt(waiting []azure.Endpoint, name string) *azure.Endpoint {
	now := time.Now()
	for i := range waiting {
		if name == "" || !strings.EqualFold(waiting[i].Name, name) {
			continue
		}
		known := w.targets[waiting[i].Name]
		tooSoon := now.Sub(w.firstAt) < betweenLooks || now.Sub(known.ReadAt) < betweenLooks || known.failures > 0 && now.Before(known.due)
		if tooSoon && !w.decidedSince(known.ReadAt) {
			return nil
		}
		w.firstAt = now
		return &waiting[i]
	}
	return nil
}

// decidedSince tells whether a decision was sent from here after a target was read.
func (w Workspace) decidedSince(read time.Time) bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return read.Before(w.decided)
}

// nextDue returns the endpoint whose target is due and was read longest ago.
func (w Workspace) nextDue(waiting []azure.Endpoint) *azure.Endpoint {
	now := time.Now()
	var next *azure.Endpoint
	for i := range waiting {
		known := w.targets[waiting[i].Name]
		if !now.Before(known.due) && (next == nil || known.ReadAt.Before(w.targets[next.Name].ReadAt)) {
			next = &waiting[i]
		}
	}
	return next
}

// readTarget reads the connections of an endpoint's target, for all waiting endpoints to it.
func (w Workspace) readTarget(ctx context.Context, endpoint azure.Endpoint, waiting []azure.Endpoint) {
	connections, err := w.connections(ctx, endpoint)
	if ctx.Err() != nil {
		return
	}
	now := time.Now()
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, other := range waiting {
		if strings.EqualFold(other.TargetID, endpoint.TargetID) {
			w.targets[other.Name].take(azure.MatchConnection(connections, w.id, other), other.Name, err, now)
		}
	}
}

func (w Workspace) connections(ctx context.Context, endpoint azure.Endpoint) ([]azure.Connection, error) {
	id, err := azure.ParseTargetID("targetId", endpoint.TargetID)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, maxTargetTime)
	defer cancel()
	return w.client.Connections(ctx, id)
}

// Target reads what an endpoint's target says, whether or not the endpoint waits.
func (w Workspace) Target(ctx context.Context, endpoint azure.Endpoint) Target {
	connections, err := w.connections(ctx, endpoint)
	return newTarget(azure.MatchConnection(connections, w.id, endpoint), endpoint.Name, err, whole(time.Now()))
}

func newTarget(match azure.Match, name string, err error, now time.Time) Target {
	if err == nil {
		return Target{Name: name, Match: match, ReadAt: now}
	}
	return Target{Name: name, Error: failure.From(err), ReadAt: now,
		Match: azure.Match{Grade: azure.Unknown, Reason: "Couldn't load the connections of the target resource."}}
}

func (t *target) take(match azure.Match, name string, err error, now time.Time) {
	t.Target = newTarget(match, name, err, now)
	if err == nil {
		t.failures, t.due = 0, now.Add(betweenReads)
		return
	}
	pause := min(firstRetry<<min(t.failures, 10), lastRetry)
	t.failures, t.due = t.failures+1, now.Add(max(pause, time.Duration(t.Error.RetryAfter)*time.Second))
}

// decided returns a key of the owner's decision, or an empty text where there is none. An endpoint that waits is Pending, or
// Approved without its private IP, so the workspace hasn't applied a decision to the end.
func (t *target) decided() string {
	if t.Connection == nil {
		return ""
	}
	switch status := strings.ToLower(t.Connection.Status); status {
	case "approved", "rejected", "disconnected":
		return strings.ToLower(t.Connection.ID) + "#" + status
	}
	return ""
}
