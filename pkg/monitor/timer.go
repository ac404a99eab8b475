package monitor

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

const (
	// interval is the pause between two runs, give or take a tenth, so that several servers don't run at the same time.
	interval = time.Minute
	// longestPause is the longest after failures, which double it each time.
	longestPause = 15 * time.Minute
	// keptAwake is how long it goes on after the last use: Grafana doesn't say when a data source is deleted. Alert rules that
	// are evaluated more often keep it going.
	keptAwake = 30 * time.Minute
)

// timer follows the workspaces of a data source as long as it is used. What it needs to know it reads in Azure each time, so that
// neither a restart nor a second server does harm.
type timer struct {
	source *source
	logger log.Logger

	mutex   sync.Mutex
	used    time.Time
	running bool
	ended   bool
	wake    chan struct{}
	runs    map[string]*run
}

// run is what is known of the runs for one workspace.
type run struct {
	id       azure.WorkspaceID
	failures int
	last     time.Time
	next     time.Time
	err      *failure.Error
	attempt  *follow.Attempt
	// attemptAt is when a refresh was last sent to Azure.
	attemptAt time.Time
}

func newTimer(s *source, logger log.Logger) *timer {
	return &timer{source: s, logger: logger, wake: make(chan struct{}), runs: map[string]*run{}}
}

// touch starts the timer, or keeps it going.
func (t *timer) touch() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.used = time.Now()
	if t.running || t.ended || t.source.err != nil || t.source.settings.automatic == follow.Off {
		return
	}
	t.running = true
	go t.loop()
}

// stop ends it for good.
func (t *timer) stop() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if !t.ended {
		t.ended = true
		close(t.wake)
	}
}

func (t *timer) loop() {
	for {
		t.runDue()
		pause, goOn := t.pause()
		if !goOn {
			return
		}
		select {
		case <-time.After(pause):
		case <-t.wake:
		}
	}
}

// pause is how long nothing is due; goOn is false when nobody uses the data source any more.
func (t *timer) pause() (pause time.Duration, goOn bool) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.ended || time.Since(t.used) > keptAwake {
		t.running = false
		return 0, false
	}
	pause = interval
	for _, run := range t.runs {
		pause = min(pause, time.Until(run.next))
	}
	return max(pause, time.Second), true
}

// runDue follows the workspaces that are due.
func (t *timer) runDue() {
	ctx, cancel := context.WithTimeout(context.Background(), t.source.limits.Call)
	ids, err := t.source.workspaces(ctx)
	cancel()
	if err != nil {
		t.logger.Warn("The automatic refresh couldn't find the workspaces", "code", failure.From(err).Code)
	}
	for _, id := range ids {
		if run := t.due(id); run != nil {
			t.follow(run)
		}
	}
}

func (t *timer) due(id azure.WorkspaceID) *run {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	known := t.runs[id.Key()]
	if known == nil {
		known = &run{id: id}
		t.runs[id.Key()] = known
	}
	if t.ended || time.Now().Before(known.next) {
		return nil
	}
	return known
}

func (t *timer) follow(r *run) {
	ctx, cancel := context.WithTimeout(context.Background(), t.source.limits.Call)
	answer, err := t.source.memory.Of(t.source.client, r.id).FollowAll(ctx, t.source.settings.automatic)
	cancel()
	t.mutex.Lock()
	defer t.mutex.Unlock()
	r.last = time.Now()
	if err == nil {
		r.failures, r.err = 0, answer.Refresh.Error
		r.next = r.last.Add(jittered(interval))
		if answer.Attempt != nil {
			r.attempt, r.attemptAt = answer.Attempt, r.last
			t.log(r)
		}
		return
	}
	r.err = failure.From(ownWords(err))
	r.failures++
	pause := min(interval<<min(r.failures, 10), longestPause)
	r.next = r.last.Add(max(jittered(pause), time.Duration(r.err.RetryAfter)*time.Second))
	if r.failures == 1 {
		t.logger.Warn("The automatic refresh couldn't read a workspace", "workspace", r.id.String(), "code", r.err.Code, "error", r.err)
	}
}

func (t *timer) log(r *run) {
	outcome := "accepted"
	if r.attempt.Err != nil {
		outcome = failure.From(r.attempt.Err).Code
	}
	t.logger.Info("An automatic refresh was sent to Azure", "because", r.attempt.Because, "setting", t.source.settings.automatic,
		"workspace", r.id.String(), "outcome", outcome)
}

func jittered(pause time.Duration) time.Duration {
	// #nosec G404 -- it only spreads the load.
	return pause + time.Duration((rand.Float64()-0.5)/5*float64(pause))
}
