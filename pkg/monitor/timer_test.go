package monitor

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

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
