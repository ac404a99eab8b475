package monitor

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// model is some workspaces with their owners: a refresh takes two seconds, applies what owners decided, and refuses another one
// meanwhile.
type model struct {
	mutex     sync.Mutex
	endpoints map[string][]azure.Endpoint
	// decisions are the owners', by target.
	decisions map[string]string
	decidedAt map[string]time.Time
	// refreshes are the times of those that Azure accepted, by workspace.
	refreshes map[string][]time.Time
	lists     int
	// broken is a workspace that can't be read.
	broken string
	// fault is asked before each call.
	fault func(what string) error
	// latest is how long each decision waited to be applied.
	waited []time.Duration
}

func newModel(workspaces, endpoints int) *model {
	m := &model{endpoints: map[string][]azure.Endpoint{}, decisions: map[string]string{}, decidedAt: map[string]time.Time{}, refreshes: map[string][]time.Time{},
		fault: func(string) error { return nil }}
	for w := range workspaces {
		for e := range endpoints {
			m.endpoints[idOf(w).Key()] = append(m.endpoints[idOf(w).Key()], m.pending(w, e))
		}
	}
	return m
}

func idOf(w int) azure.WorkspaceID {
	return azure.WorkspaceID{SubscriptionID: "00000000-1111-2222-3333-444444444444", ResourceGroup: "rg", Name: fmt.Sprint("w", w)}
}

func (m *model) pending(w, e int) azure.Endpoint {
	name := fmt.Sprintf("e%d-%d", w, e)
	return azure.Endpoint{Name: name, ProvisioningState: "Succeeded", ConnectionState: "Pending", CreatedAt: time.Now().Format(time.RFC3339),
		TargetID: "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/data/providers/Microsoft.Sql/servers/" + name}
}

func (m *model) ask(what string) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.fault(what)
}

func (m *model) Identity() string { return "ada" }

func (m *model) Workspaces(context.Context) ([]azure.WorkspaceChoice, error) { return nil, nil }

func (m *model) Activity(context.Context, azure.WorkspaceID, time.Time) (azure.Activity, error) {
	return azure.Activity{}, nil
}

func (m *model) ActionStates(context.Context, azure.WorkspaceID) ([]azure.ActionState, error) {
	return nil, nil
}

func (m *model) Endpoints(_ context.Context, id azure.WorkspaceID) ([]azure.Endpoint, error) {
	if err := m.ask("list"); err != nil {
		return nil, err
	}
	if id.Key() == m.broken {
		return nil, &failure.Error{Status: 403, Code: "azure_forbidden"}
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.lists++
	return slices.Clone(m.endpoints[id.Key()]), nil
}

func (m *model) Connections(_ context.Context, id azure.TargetID) ([]azure.Connection, error) {
	if err := m.ask("target"); err != nil {
		return nil, err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	name := id.Names[0]
	decision := m.decisions[name]
	if decision == "" {
		decision = "Pending"
	}
	var w int
	_, _ = fmt.Sscanf(name, "e%d-", &w)
	return []azure.Connection{{ID: "/connections/" + name, Status: decision, PrivateEndpointID: "/p/grafana-" + idOf(w).Name + "-" + name}}, nil
}

func (m *model) Refresh(_ context.Context, id azure.WorkspaceID) (azure.Operation, error) {
	if err := m.ask("refresh"); err != nil {
		return azure.Operation{}, err
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	before := m.refreshes[id.Key()]
	if len(before) > 0 && time.Since(before[len(before)-1]) < 2*time.Second {
		return azure.Operation{}, &failure.Error{Status: 409, Code: "azure_conflict", RetryAfter: 15}
	}
	m.refreshes[id.Key()] = append(before, time.Now())
	for i, endpoint := range m.endpoints[id.Key()] {
		if decision := m.decisions[endpoint.Name]; decision != "" && endpoint.ConnectionState == "Pending" {
			m.endpoints[id.Key()][i].ConnectionState = decision
			m.waited = append(m.waited, time.Since(m.decidedAt[endpoint.Name]))
		}
	}
	return azure.Operation{Kind: "refresh", StatusPath: fmt.Sprint("/status/", time.Now().UnixNano())}, nil
}

func (m *model) Progress(context.Context, azure.WorkspaceID, azure.Operation) (azure.Progress, error) {
	return azure.Progress{Status: "succeeded"}, m.ask("progress")
}

func (m *model) decide(name, decision string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.decisions[name], m.decidedAt[name] = decision, time.Now()
}

func (m *model) count(w int) int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return len(m.refreshes[idOf(w).Key()])
}

// timed makes a data source over a model, as one server has it.
func timed(m *model, workspaces int, automatic follow.Automatic, logger log.Logger) *source {
	s := &source{client: m, limits: testLimits, memory: &follow.Memory{}, settings: settings{automatic: automatic}}
	for w := range workspaces {
		s.settings.workspaces = append(s.settings.workspaces, idOf(w))
	}
	s.timer = newTimer(s, logger)
	return s
}

// during uses a data source once a minute for a while, as an alert rule does.
func during(span time.Duration, sources ...*source) {
	for end := time.Now().Add(span); time.Now().Before(end); time.Sleep(time.Minute) {
		for _, s := range sources {
			s.timer.touch()
		}
	}
	synctest.Wait()
}

func inItsOwnTime(t *testing.T, test func(*testing.T)) {
	t.Helper()
	synctest.Test(t, test)
}

func TestAnApprovalIsAppliedWithinAMinuteOrSo(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m, logged := newModel(1, 5), &logLines{}
		s := timed(m, 1, follow.Decided, logged)
		during(10*time.Minute, s)
		require.Zero(t, m.count(0), "nothing was decided")
		for e, decision := range []string{"Approved", "Rejected", "Disconnected"} {
			m.decide(fmt.Sprintf("e0-%d", e), decision)
			during(4*time.Minute, s)
			require.Equal(t, e+1, m.count(0), decision)
			require.Less(t, m.waited[e], 70*time.Second)
		}
		require.Len(t, logged.with("An automatic refresh was sent to Azure"), 3)
		require.Contains(t, logged.with("because")[0], "e0-0")
		require.Contains(t, logged.with("because")[0], "accepted")
		told := s.timer.status(s.settings.workspaces)
		require.True(t, told.Running)
		require.Equal(t, []follow.Decision{{Name: "e0-2", Decision: "Disconnected"}}, told.Runs[0].Because)
		require.WithinRange(t, told.Runs[0].NextRun, told.Runs[0].LastRun.Add(50*time.Second), told.Runs[0].LastRun.Add(70*time.Second))
		s.close()
	})
}

func TestOffDoesNothing(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m := newModel(1, 1)
		s := timed(m, 1, follow.Off, &logLines{})
		m.decide("e0-0", "Approved")
		during(time.Hour, s)
		require.Zero(t, m.lists)
		require.Equal(t, status{AutomaticRefresh: follow.Off, Runs: []runStatus{}}, s.timer.status(s.settings.workspaces))
	})
}

func TestItStopsWhenNobodyUsesIt(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m := newModel(1, 1)
		s := timed(m, 1, follow.Decided, &logLines{})
		during(time.Minute, s)
		time.Sleep(keptAwake + 2*time.Minute)
		require.False(t, s.timer.status(nil).Running, "Grafana doesn't say when a data source is deleted")
		before := m.lists
		m.decide("e0-0", "Approved")
		time.Sleep(time.Hour)
		require.Equal(t, before, m.lists)
		during(time.Minute, s)
		require.Equal(t, 1, m.count(0), "the next use starts it again")
		s.close()
		s.timer.touch()
		before = m.lists
		time.Sleep(time.Hour)
		require.Equal(t, before, m.lists, "with other settings another one has its place")
	})
}

func TestFailuresMakeItWait(t *testing.T) {
	for name, test := range map[string]struct {
		err     error
		atMost  int
		atLeast int
	}{
		"Azure is unavailable":   {&failure.Error{Status: 503, Code: "azure_unavailable"}, 8, 6},
		"it asks for 10 minutes": {&failure.Error{Status: 429, Code: "azure_throttled", RetryAfter: 600}, 7, 5},
	} {
		inItsOwnTime(t, func(t *testing.T) {
			m, logged := newModel(1, 1), &logLines{}
			asked := 0
			m.fault = func(string) error { asked++; return test.err }
			s := timed(m, 1, follow.Decided, logged)
			during(time.Hour, s)
			require.LessOrEqual(t, asked, test.atMost, name)
			require.GreaterOrEqual(t, asked, test.atLeast, name)
			require.Len(t, logged.with("couldn't read a workspace"), 1, "once is enough")
			require.NotNil(t, s.timer.status(s.settings.workspaces).Runs[0].Error)
			m.fault = func(string) error { return nil }
			m.decide("e0-0", "Approved")
			during(longestPause+3*time.Minute, s)
			require.Equal(t, 1, m.count(0))
			require.Nil(t, s.timer.status(s.settings.workspaces).Runs[0].Error)
			s.close()
		})
	}
}

func TestOneWorkspaceThatFailsHoldsNoOtherUp(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m := newModel(3, 1)
		m.broken = idOf(0).Key()
		s := timed(m, 3, follow.Decided, &logLines{})
		m.decide("e0-0", "Approved")
		m.decide("e2-0", "Approved")
		during(3*time.Minute, s)
		require.Equal(t, 1, m.count(2))
		require.Zero(t, m.count(0))
		s.close()
	})
}

func TestARefreshWithoutPermissionIsTriedSeldom(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m, tried := newModel(1, 1), 0
		m.fault = func(what string) error {
			if what == "refresh" {
				tried++
				return &failure.Error{Status: 403, Code: "azure_forbidden", Message: "No."}
			}
			return nil
		}
		s := timed(m, 1, follow.Decided, &logLines{})
		m.decide("e0-0", "Approved")
		during(12*time.Hour, s)
		require.LessOrEqual(t, tried, 8)
		require.Equal(t, "azure_forbidden", s.timer.status(s.settings.workspaces).Runs[0].Error.Code)
		s.close()
	})
}

// Several Grafana servers have the same settings, and know nothing of each other.
func TestTwoServersDontHarmEachOther(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m := newModel(1, 20)
		one, other := timed(m, 1, follow.Decided, &logLines{}), timed(m, 1, follow.Decided, &logLines{})
		for e := range 20 {
			m.decide(fmt.Sprintf("e0-%d", e), "Approved")
			during(5*time.Minute, one, other)
		}
		require.Len(t, m.waited, 20)
		require.LessOrEqual(t, slices.Max(m.waited), 70*time.Second)
		require.Less(t, m.count(0), 26, "most decisions are applied by one of them")
		one.close()
		other.close()
	})
}

// Ten thousand steps, one a minute for each of four workspaces, with faults, decisions, new requests and restarts in any order.
func TestTenThousandSteps(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		const workspaces, endpoints = 4, 6
		minutes := 10_000 / workspaces
		if testing.Short() {
			minutes = 300
		}
		random, faults := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(3, 4))
		m := newModel(workspaces, endpoints)
		var mutex sync.Mutex
		faulty := true
		m.fault = func(string) error {
			mutex.Lock()
			defer mutex.Unlock()
			if !faulty || faults.IntN(5) > 0 {
				return nil
			}
			return []error{&failure.Error{Status: 503, Code: "azure_unavailable"}, &failure.Error{Status: 429, Code: "azure_throttled", RetryAfter: faults.IntN(300)},
				&failure.Error{Status: 409, Code: "azure_conflict", RetryAfter: 15}, &failure.Error{Status: 502, Code: "azure_unreachable"}}[faults.IntN(4)]
		}
		s := timed(m, workspaces, follow.Decided, &logLines{})
		decided := 0
		for range minutes {
			s.timer.touch()
			time.Sleep(time.Minute)
			w, e := random.IntN(workspaces), random.IntN(endpoints)
			if random.IntN(10) == 0 {
				decided += m.move(w, e, random)
			}
			if random.IntN(500) == 0 {
				s.close()
				s = timed(m, workspaces, follow.Decided, &logLines{})
			}
		}
		mutex.Lock()
		faulty = false
		mutex.Unlock()
		during(longestPause*2, s)
		m.mutex.Lock()
		defer m.mutex.Unlock()
		require.Greater(t, decided, minutes/40)
		require.Len(t, m.waited, decided, "each decision was applied")
		for _, at := range m.refreshes {
			for i := range at[1:] {
				require.GreaterOrEqual(t, at[i+1].Sub(at[i]), 2*time.Second)
			}
		}
		total := 0
		for _, at := range m.refreshes {
			total += len(at)
		}
		require.LessOrEqual(t, total, decided+decided/4, "a refresh for each decision, and few more")
		require.Len(t, s.timer.runs, workspaces)
		s.close()
		require.Less(t, runtime.NumGoroutine(), 50)
	})
}

// move lets the owner decide on a request that waits, or replaces an endpoint that was decided; it returns the decisions.
func (m *model) move(w, e int, random *rand.Rand) int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	endpoint := &m.endpoints[idOf(w).Key()][e]
	switch {
	case endpoint.ConnectionState != "Pending":
		delete(m.decisions, endpoint.Name)
		*endpoint = m.pending(w, e)
	case m.decisions[endpoint.Name] == "":
		m.decisions[endpoint.Name] = []string{"Approved", "Rejected", "Disconnected"}[random.IntN(3)]
		m.decidedAt[endpoint.Name] = time.Now()
		return 1
	}
	return 0
}

// logLines keeps what was logged.
type logLines struct {
	mutex sync.Mutex
	lines []string
}

func (l *logLines) write(level, message string, args ...any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.lines = append(l.lines, fmt.Sprintf("%s %s %+v", level, message, args))
}

func (l *logLines) with(text string) []string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	var found []string
	for _, line := range l.lines {
		if strings.Contains(line, text) {
			found = append(found, line)
		}
	}
	return found
}

func (l *logLines) Debug(message string, args ...any)      { l.write("debug", message, args...) }
func (l *logLines) Info(message string, args ...any)       { l.write("info", message, args...) }
func (l *logLines) Warn(message string, args ...any)       { l.write("warn", message, args...) }
func (l *logLines) Error(message string, args ...any)      { l.write("error", message, args...) }
func (l *logLines) With(...any) log.Logger                 { return l }
func (l *logLines) FromContext(context.Context) log.Logger { return l }
func (l *logLines) Level() log.Level                       { return log.Debug }
