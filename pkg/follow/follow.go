// Package follow follows the private endpoints of a workspace until their targets' owners have decided and the workspace has
// applied that. Each run looks at the world as it is, so that a restart, another server or a lost answer change nothing;
// what is remembered keeps calls to Azure few and may be forgotten at any time.
package follow

import (
	"context"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// Upstream is what following asks of Azure; *azure.Client is one.
type Upstream interface {
	Identity() string
	Endpoints(context.Context, azure.WorkspaceID) ([]azure.Endpoint, error)
	Connections(context.Context, azure.TargetID) ([]azure.Connection, error)
	Refresh(context.Context, azure.WorkspaceID) (azure.Operation, error)
	Progress(context.Context, azure.WorkspaceID, azure.Operation) (azure.Progress, error)
}

// Automatic says when a refresh starts automatically.
type Automatic string

const (
	Off Automatic = "off"
	// Decided: when a target shows a decision that the workspace hasn't applied, on a confirmed or probable match.
	Decided Automatic = "decided"
	// Pending: besides, every 15 minutes while a request waits whose target can't be read, for 14 days at most.
	Pending Automatic = "pending"
)

// Known tells whether it is one of these.
func (a Automatic) Known() bool { return a == Off || a == Decided || a == Pending }

// Answer is how the workspace and the targets see the endpoints, and what was done about them. Times are RFC 3339, in whole seconds.
type Answer struct {
	Endpoints []azure.Endpoint `json:"endpoints"`
	// Targets are those of endpoints that wait, as far as they were read.
	Targets []Target `json:"targets"`
	Refresh Refresh  `json:"refresh"`
	// Attempt is the refresh that this call tried to start, if it did: for the log.
	Attempt *Attempt `json:"-"`
}

// Target is what the target of an endpoint says about it.
type Target struct {
	// Name is the endpoint's.
	Name string `json:"name"`
	azure.Match
	// Error says why the target couldn't be read.
	Error  *failure.Error `json:"error,omitzero"`
	ReadAt time.Time      `json:"readAt"`
}

// Refresh is what is known of refreshes that this process started, automatically or on request; Azure tells of no others.
type Refresh struct {
	Automatic     Automatic        `json:"automatic"`
	LastStartedAt time.Time        `json:"lastStartedAt,omitzero"`
	LastOperation *azure.Operation `json:"lastOperation,omitzero"`
	StartedNow    bool             `json:"startedNow"`
	// Because holds the decisions that the last one was started for; it is empty when a user started it.
	Because []Decision `json:"because"`
	// DueAt is when the next one starts if all stays as it is; zero when none is due, or another change has to end first.
	DueAt time.Time `json:"-"`
	// Error says why the last one couldn't be started, or failed.
	Error *failure.Error `json:"error,omitzero"`
}

// Decision is an endpoint that a refresh is for.
type Decision struct {
	Name string `json:"name"`
	// Decision is what the target says, Approved, Rejected or Disconnected; where it can't be read, what the workspace says.
	Decision string `json:"decision"`
}

// Attempt is a refresh that was tried.
type Attempt struct {
	Because []Decision
	Err     error
}

// Follow reads the workspace's endpoints, reads the targets that are due, and starts a refresh if one is due. Calls at the
// same time share one run, and what was read counts for a few seconds. First names an endpoint whose page is open, or is
// empty: its target is read more often.
//
// Bounds in calls a minute, for any number of callers: the list 9 times, with hundreds of endpoints one page at that rate; 3
// for the target of one request, 6 for those of all together, and 9 for the one whose page is open.
func (w Workspace) Follow(ctx context.Context, automatic Automatic, first string) (Answer, error) {
	return w.oneRun(ctx, automatic, func(endpoints []azure.Endpoint) { w.readTargets(ctx, endpoints, first) })
}

// FollowAll is Follow for a caller that comes about once a minute: it reads all targets that are due, up to 30.
func (w Workspace) FollowAll(ctx context.Context, automatic Automatic) (Answer, error) {
	return w.oneRun(ctx, automatic, func(endpoints []azure.Endpoint) { w.readAllTargets(ctx, endpoints) })
}

func (w Workspace) oneRun(ctx context.Context, automatic Automatic, read func([]azure.Endpoint)) (Answer, error) {
	select {
	case w.turn <- struct{}{}:
		defer func() { <-w.turn }()
	case <-ctx.Done():
		return Answer{}, azure.Ended(ctx)
	}
	endpoints, err := w.recentEndpoints(ctx)
	if err != nil {
		return Answer{}, err
	}
	read(endpoints)
	endpoints, attempt := w.refreshIfDue(ctx, endpoints, automatic)
	return w.answer(endpoints, automatic, attempt), nil
}

func (w Workspace) answer(endpoints []azure.Endpoint, automatic Automatic, attempt *Attempt) Answer {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	answer := Answer{Endpoints: endpoints, Attempt: attempt, Refresh: Refresh{
		Automatic: automatic, LastStartedAt: whole(w.refresh.startedAt), LastOperation: w.refresh.operation,
		StartedNow: attempt != nil && attempt.Err == nil, Because: w.refresh.because, Error: w.refresh.err,
	}}
	for _, endpoint := range endpoints {
		if known := w.targets[endpoint.Name]; known != nil && !known.ReadAt.IsZero() && endpoint.Waits() {
			told := known.Target
			told.ReadAt = whole(told.ReadAt)
			answer.Targets = append(answer.Targets, told)
		}
	}
	if _, at := w.wanted(endpoints, automatic); at.After(time.Now()) {
		answer.Refresh.DueAt = whole(at)
	}
	return answer
}

func whole(moment time.Time) time.Time { return moment.UTC().Truncate(time.Second) }
