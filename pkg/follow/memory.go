package follow

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// maxWorkspaces bounds the workspaces remembered; each organisation of a Grafana follows one, or a few.
const maxWorkspaces = 64

// Memory is what a process remembers of the workspaces that it follows. Its zero value is ready for use.
type Memory struct {
	mutex sync.Mutex
	known map[string]*state
}

// Workspace is one workspace as one identity sees it.
type Workspace struct {
	client Upstream
	id     azure.WorkspaceID
	*state
}

type state struct {
	// used is guarded by Memory's mutex.
	used time.Time
	// turn holds a token while a run is under way.
	turn chan struct{}
	// mutex guards all below, and is never held during a call to Azure. Which targets there are, and what was read of them,
	// is changed by runs alone.
	mutex sync.Mutex
	list  listing
	// changed is when a change was last sent or ended: what was asked before doesn't count any more.
	changed time.Time
	// decided is when a decision was last sent to a target from here: what was read of one before counts no more.
	decided time.Time
	// targets are those of waiting endpoints, by the endpoint's name.
	targets map[string]*target
	// turnedAt and firstAt are when a target was last read in turn, and for its open page.
	turnedAt, firstAt time.Time
	refresh           refreshing
}

// listing is one answer of the list.
type listing struct {
	endpoints []azure.Endpoint
	err       error
	asked     time.Time
}

// Of returns the workspace that this identity follows; the one that was used longest ago is forgotten for it when there are
// too many.
func (m *Memory) Of(client Upstream, id azure.WorkspaceID) Workspace {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	key := client.Identity() + id.Key()
	found, ok := m.known[key]
	if !ok {
		found = &state{turn: make(chan struct{}, 1), targets: map[string]*target{}}
		if m.known == nil {
			m.known = map[string]*state{}
		}
		if len(m.known) >= maxWorkspaces {
			delete(m.known, m.oldest())
		}
		m.known[key] = found
	}
	found.used = time.Now()
	return Workspace{client, id, found}
}

func (m *Memory) oldest() string {
	return slices.MinFunc(slices.Collect(maps.Keys(m.known)), func(a, b string) int { return m.known[a].used.Compare(m.known[b].used) })
}

// How long a list counts: shorter than the pause of a page that follows, so that many pages cost hardly more than one.
const (
	countsFor              = 7 * time.Second
	countsForWhileSettling = 3 * time.Second
	countsForAtMost        = time.Minute
)

// lifetime is longer for long lists, which take a call for each page, and after a failure as long as Azure asks.
func (l listing) lifetime() time.Duration {
	life := countsFor
	if slices.ContainsFunc(l.endpoints, azure.Endpoint.Settles) {
		life = countsForWhileSettling
	}
	if l.err != nil {
		life = max(life, time.Duration(failure.From(l.err).RetryAfter)*time.Second)
	}
	return min(life*time.Duration(1+len(l.endpoints)/100), countsForAtMost)
}

// Recent is the list as it was read moments ago, or read now; all who ask at the same time share one read.
func (w Workspace) Recent(ctx context.Context) ([]azure.Endpoint, error) {
	select {
	case w.turn <- struct{}{}:
		defer func() { <-w.turn }()
	case <-ctx.Done():
		return nil, azure.Ended(ctx)
	}
	return w.recentEndpoints(ctx)
}

// recentEndpoints reads the list, unless it was read moments ago.
func (w Workspace) recentEndpoints(ctx context.Context) ([]azure.Endpoint, error) {
	w.mutex.Lock()
	known, changed := w.list, w.changed
	w.mutex.Unlock()
	if time.Since(known.asked) < known.lifetime() && !known.asked.Before(changed) {
		return known.endpoints, known.err
	}
	return w.Endpoints(ctx)
}

// Endpoints reads the list and remembers it, so that no answer of Follow falls behind what a page has shown.
func (w Workspace) Endpoints(ctx context.Context) ([]azure.Endpoint, error) {
	asked := time.Now()
	endpoints, err := w.client.Endpoints(ctx, w.id)
	w.mutex.Lock()
	defer w.mutex.Unlock()
	// That a caller left says nothing to others.
	if ctx.Err() == nil && !asked.Before(w.list.asked) {
		w.list = listing{endpoints, err, asked}
	}
	return endpoints, err
}

// Changed makes what was read so far count no more: a change was sent to the workspace.
func (w Workspace) Changed() {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.changed = time.Now()
}

// Decided is Changed for a decision that was sent to a target: who looks at its endpoint sees it read again at once.
func (w Workspace) Decided() {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.decided = time.Now()
	w.changed = w.decided
}
