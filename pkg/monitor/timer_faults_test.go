package monitor

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// Each class of failure that docs/faults.md has, at each call that the timer makes: it asks seldom while it lasts, does nothing that
// isn't due, and does what is due soon after.
func TestFaultsAndTheTimer(t *testing.T) {
	faults := map[string]failure.Error{
		"throttled":             {Status: 429, Code: "azure_throttled", RetryAfter: 60},
		"unavailable":           {Status: 503, Code: "azure_unavailable"},
		"unreachable":           {Status: 502, Code: "azure_unreachable"},
		"invalid response":      {Status: 502, Code: "azure_bad_answer"},
		"timeout":               {Status: 504, Code: "azure_timeout"},
		"no permission":         {Status: 403, Code: "azure_forbidden"},
		"workspace deleted":     {Status: 404, Code: "workspace_not_found"},
		"secret wrong":          {Status: 502, Code: "sign_in_secret_wrong"},
		"application disabled":  {Status: 502, Code: "sign_in_refused"},
		"sign-in unreachable":   {Status: 502, Code: "sign_in_unreachable"},
		"change under way":      {Status: 409, Code: "azure_conflict", RetryAfter: 15},
		"something unheard of":  {Status: 500, Code: "something"},
		"throttled for an hour": {Status: 429, Code: "azure_throttled", RetryAfter: 3600},
	}
	for name, fault := range faults {
		for _, at := range []string{"list", "target", "refresh", "progress"} {
			t.Run(at+"/"+name, func(t *testing.T) { inItsOwnTime(t, func(t *testing.T) { faultAt(t, at, fault) }) })
		}
	}
}

func faultAt(t *testing.T, at string, fault failure.Error) {
	const minutes = 30
	m, logged := newModel(1, 2), &logLines{}
	s := timed(m, 1, follow.Decided, logged)
	defer s.close()
	during(2*time.Minute, s)
	met, faulty := 0, true
	m.fault = func(what string) error {
		if !faulty || what != at {
			return nil
		}
		met++
		return &fault
	}
	m.decide("e0-0", "Approved")
	during(minutes*time.Minute, s)
	require.LessOrEqual(t, met, 2*minutes+2, "once a minute for each of two targets at most")
	switch at {
	case "list":
		require.LessOrEqual(t, met, 8, "failures double the pause")
		if fault.RetryAfter > minutes*60 {
			require.Equal(t, 1, met, "Azure says when to ask again")
		}
		require.Zero(t, m.count(0), "nothing is known to be due")
	case "target":
		require.Zero(t, m.count(0), "no decision was seen")
	case "refresh":
		require.Positive(t, met)
		// One that Azure didn't take is sent again when Azure says; any other may have been taken.
		if fault.RetryAfter == 0 {
			require.LessOrEqual(t, met, 8, "a refresh that fails is tried with growing gaps")
		}
	default:
		require.Equal(t, 1, m.count(0), "how it went isn't needed to know that it was sent")
	}

	faulty = false
	during(longestPause+time.Duration(fault.RetryAfter)*time.Second+20*time.Minute, s)
	require.Equal(t, 1, m.count(0), "once for the decision")
	require.Len(t, m.waited, 1)
	require.Nil(t, s.timer.status(s.settings.workspaces).Runs[0].Error)
}

// Servers that start at the same time drift apart, by a tenth at most.
func TestPausesDiffer(t *testing.T) {
	seen := map[time.Duration]bool{}
	for range 100 {
		pause := jittered(interval)
		require.InDelta(t, interval, pause, float64(interval)/10)
		seen[pause] = true
	}
	require.Greater(t, len(seen), 50)
}

// When the machine's clock is set, the timer goes on by the time that passes: what it compares keeps Go's monotonic reading, which
// rounding or a stored time would lose.
func TestAClockThatJumps(t *testing.T) {
	s := timed(newModel(1, 1), 1, follow.Decided, &logLines{})
	run := s.timer.due(idOf(0))
	s.timer.follow(run)
	s.timer.mutex.Lock()
	defer s.timer.mutex.Unlock()
	for _, moment := range []time.Time{run.last, run.next} {
		require.Contains(t, moment.String(), " m=", "a wall clock that is set a day back would stop the timer for a day")
	}
}
