package follow

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

func TestWhatStartsARefresh(t *testing.T) {
	const own = "Ada asks. MPE-7K3M-X9QT"
	nothing := func(*fakeAzure) {}
	unreadable := func(f *fakeAzure) { f.targetErr = refused("azure_forbidden", 0) }
	withoutIP := func(f *fakeAzure) { f.endpoints[0].ConnectionState = "Approved" }
	createdAt := func(text string) func(*fakeAzure) {
		return func(f *fakeAzure) { f.targetErr, f.endpoints[0].CreatedAt = refused("azure_forbidden", 0), text }
	}
	ago := func(span time.Duration) string {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Add(-span).Format(time.RFC3339)
	}
	for name, test := range map[string]struct {
		automatic           Automatic
		status, description string
		arrange             func(*fakeAzure)
		because             string
	}{
		"approved, confirmed":                    {Decided, "Approved", own, nothing, "Approved"},
		"approved with a comment of the owner's": {Decided, "Approved", "OK", nothing, "Approved"},
		"rejected":                               {Decided, "Rejected", "OK", nothing, "Rejected"},
		"disconnected":                           {Decided, "Disconnected", "OK", nothing, "Disconnected"},
		"approved, without its private IP":       {Decided, "Approved", "OK", withoutIP, "Approved"},
		"approved, and read when pending may be": {Pending, "Approved", "OK", nothing, "Approved"},
		"while another is stuck for long": {Decided, "Approved", "OK", func(f *fakeAzure) {
			f.endpoints = append(f.endpoints, azure.Endpoint{Name: "x", ProvisioningState: "Updating", LastModifiedAt: ago(30 * time.Minute)})
		}, "Approved"},
		"unreadable":                          {Pending, "", "", unreadable, "Pending"},
		"unreadable, approved without its IP": {Pending, "", "", func(f *fakeAzure) { unreadable(f); withoutIP(f) }, "Approved"},
		"unreadable, almost 14 days old":      {Pending, "", "", createdAt(ago(14*24*time.Hour - time.Minute)), "Pending"},

		"still pending":                 {Decided, "Pending", own, nothing, ""},
		"a state that nobody knows":     {Decided, "Waiting", own, nothing, ""},
		"off":                           {Off, "Approved", own, nothing, ""},
		"another's":                     {Decided, "Approved", "MPE-0000-0000", nothing, ""},
		"unreadable, not when decided":  {Decided, "", "", unreadable, ""},
		"unreadable, not when off":      {Off, "", "", unreadable, ""},
		"readable and pending":          {Pending, "Pending", own, nothing, ""},
		"readable and unknown":          {Pending, "Approved", "MPE-0000-0000", nothing, ""},
		"unreadable, 14 days old":       {Pending, "", "", createdAt(ago(14 * 24 * time.Hour)), ""},
		"unreadable, of an unknown age": {Pending, "", "", createdAt(""), ""},
		"already applied":               {Decided, "Approved", own, func(f *fakeAzure) { withoutIP(f); f.endpoints[0].PrivateIP = "10.0.0.5" }, ""},
		"already rejected":              {Decided, "Rejected", own, func(f *fakeAzure) { f.endpoints[0].ConnectionState = "Rejected" }, ""},
		"failed":                        {Decided, "Approved", own, func(f *fakeAzure) { f.endpoints[0].ProvisioningState = "Failed" }, ""},
		"while another was just changed": {Decided, "Approved", own, func(f *fakeAzure) {
			f.endpoints = append(f.endpoints, azure.Endpoint{Name: "x", ProvisioningState: "Updating", LastModifiedAt: ago(29 * time.Minute)})
		}, ""},
		"while it is written": {Decided, "Approved", own, func(f *fakeAzure) { f.endpoints[0].ProvisioningState = "Updating" }, ""},
		"while another endpoint is": {Decided, "Approved", own, func(f *fakeAzure) {
			f.endpoints = append(f.endpoints, azure.Endpoint{Name: "x", ProvisioningState: "deleting"})
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
				fake.connections["orders"] = told("orders", test.status, test.description)
				test.arrange(fake)
				answer := w.must(t, test.automatic)
				require.Equal(t, test.automatic, answer.Refresh.Automatic)
				if test.because == "" {
					require.Zero(t, fake.count("refresh"))
					require.False(t, answer.Refresh.StartedNow)
					require.Nil(t, answer.Attempt)
					require.Zero(t, answer.Refresh.DueAt)
					return
				}
				require.Equal(t, 1, fake.count("refresh"))
				require.True(t, answer.Refresh.StartedNow)
				require.Equal(t, []Decision{{"orders", test.because}}, answer.Refresh.Because)
				require.Equal(t, answer.Refresh.Because, answer.Attempt.Because)
				require.Equal(t, time.Now().UTC(), answer.Refresh.LastStartedAt)
				require.NotNil(t, answer.Refresh.LastOperation)
				require.Nil(t, answer.Refresh.Error)
			})
		})
	}
}

// An owner approves with a comment of their own, so the request code is gone; the request is followed to its end.
func TestAnApprovalIsFollowedToItsEnd(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		require.Equal(t, azure.Confirmed, w.follow(t, time.Minute, Decided).Targets[0].Grade)
		fake.connections["orders"] = told("orders", "Approved", "OK")
		fake.progress = "running"
		answer := w.follow(t, 30*time.Second, Decided)
		require.Equal(t, azure.Probable, answer.Targets[0].Grade)
		require.Equal(t, "OK", answer.Targets[0].Connection.Description)
		require.Equal(t, 1, fake.count("refresh"))
		w.must(t, Decided)
		time.Sleep(time.Second)
		fake.endpoints[0].ConnectionState, fake.endpoints[0].PrivateIP, fake.progress = "Approved", "10.0.0.5", "succeeded"
		progress, err := w.Progress(t.Context(), *answer.Refresh.LastOperation)
		require.NoError(t, err)
		require.Equal(t, "succeeded", progress.Status)
		answer = w.must(t, Decided)
		require.Equal(t, "10.0.0.5", answer.Endpoints[0].PrivateIP, "what was read before the refresh ended doesn't count")
		require.Empty(t, answer.Targets)
		w.follow(t, 2*time.Hour, Decided)
		require.Equal(t, 1, fake.count("refresh"))
	})
}

func TestADecisionIsRefreshedForWithGrowingGaps(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.connections["orders"] = told("orders", "Approved", "OK")
		begun := time.Now()
		due := w.must(t, Decided).Refresh.DueAt
		require.Equal(t, begun.Add(firstGap).UTC(), due)
		var gaps []time.Duration
		for before := begun; len(gaps) < 8; time.Sleep(time.Minute) {
			if w.must(t, Decided).Refresh.StartedNow {
				gaps = append(gaps, time.Since(before).Round(time.Minute))
				before = time.Now()
			}
		}
		minutes := func(n int) time.Duration { return time.Duration(n) * time.Minute }
		require.Equal(t, []time.Duration{minutes(10), minutes(20), minutes(40), minutes(80), minutes(160), minutes(320), lastGap, lastGap}, gaps)
		// Another decision on the same connection is another one.
		time.Sleep(betweenRefreshes)
		fake.connections["orders"] = told("orders", "Disconnected", "OK")
		refresh := w.follow(t, 24*time.Second, Decided).Refresh
		require.True(t, refresh.LastStartedAt.After(time.Now().Add(-30*time.Second)))
		require.Equal(t, refresh.LastStartedAt.Add(firstGap), refresh.DueAt)
	})
}

func TestNoRefreshWithinTwoMinutesOfTheLast(t *testing.T) {
	for name, start := range map[string]func(*testing.T, *fakeAzure, Workspace){
		"that was automatic": func(t *testing.T, fake *fakeAzure, w Workspace) {
			fake.connections["other"] = told("other", "Approved", "OK")
			require.Equal(t, "other", w.follow(t, 17*time.Second, Decided).Refresh.Because[0].Name)
		},
		"that someone asked for": func(_ *testing.T, _ *fakeAzure, w Workspace) {
			w.Refreshed(azure.Operation{Kind: "refresh", StatusPath: "/by/hand"})
		},
		"whose outcome is unknown": func(t *testing.T, fake *fakeAzure, w Workspace) {
			fake.connections["other"], fake.refreshErr = told("other", "Approved", "OK"), refused("azure_timeout", 0)
			require.Equal(t, "azure_timeout", w.follow(t, 17*time.Second, Decided).Refresh.Error.Code)
			fake.refreshErr = nil
			fake.calls = fake.calls[:len(fake.calls)-1]
		},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, []string{"orders", "other"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
				w.must(t, Off)
				start(t, fake, w)
				began, before := time.Now(), fake.count("refresh")
				fake.connections["orders"] = told("orders", "Approved", "OK")
				answer := w.follow(t, 90*time.Second, Decided)
				require.Equal(t, before, fake.count("refresh"))
				require.WithinRange(t, answer.Refresh.DueAt, began.Add(betweenRefreshes-20*time.Second), began.Add(betweenRefreshes))
				w.follow(t, 40*time.Second, Decided)
				require.Equal(t, before+1, fake.count("refresh"))
			})
		})
	}
}

func TestARefreshByHandIsForTheDecisionsKnownByThen(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.connections["orders"] = told("orders", "Approved", "OK")
		w.must(t, Off)
		w.Refreshed(azure.Operation{Kind: "refresh", StatusPath: "/by/hand"})
		answer := w.follow(t, 9*time.Minute, Decided)
		require.Zero(t, fake.count("refresh"))
		require.Empty(t, answer.Refresh.Because)
		require.Equal(t, "/by/hand", answer.Refresh.LastOperation.StatusPath)
	})
}

func TestOneRefreshIsForAllDecisions(t *testing.T) {
	run(t, []string{"orders", "other"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		w.follow(t, time.Minute, Off)
		fake.connections["orders"], fake.connections["other"] = told("orders", "Approved", "OK"), told("other", "Rejected", "No")
		w.follow(t, time.Minute, Off)
		require.Equal(t, []Decision{{"orders", "Approved"}, {"other", "Rejected"}}, w.must(t, Decided).Refresh.Because)
		w.follow(t, 5*time.Minute, Decided)
		require.Equal(t, 1, fake.count("refresh"))
		fake.connections["other"] = told("other", "Disconnected", "No")
		require.Equal(t, []Decision{{"other", "Disconnected"}}, w.follow(t, time.Minute, Decided).Refresh.Because, "the other has had its own")
	})
}

func TestARefreshUnderWayIsNotDisturbed(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		w.must(t, Off)
		w.Refreshed(azure.Operation{Kind: "refresh", StatusPath: "/by/hand"})
		fake.progress = "running"
		fake.connections["orders"] = told("orders", "Approved", "OK")
		w.follow(t, 9*time.Minute, Decided)
		require.Zero(t, fake.count("refresh"))
		fake.progress = "failed"
		w.follow(t, 9*time.Second, Decided)
		require.Equal(t, 1, fake.count("refresh"))
	})
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		w.must(t, Off)
		w.Refreshed(azure.Operation{Kind: "refresh", StatusPath: "/by/hand"})
		fake.progress = "running"
		fake.connections["orders"] = told("orders", "Approved", "OK")
		w.follow(t, 11*time.Minute, Decided)
		require.Equal(t, 1, fake.count("refresh"), "one that never ends is given up")
	})
}

func TestAConflictMeansLater(t *testing.T) {
	for code, wait := range map[string]int{"azure_conflict": 40, "azure_throttled": 0} {
		run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
			fake.connections["orders"], fake.refreshErr = told("orders", "Approved", "OK"), refused(code, wait)
			answer := w.must(t, Decided)
			later := time.Now().Add(max(busyPause, time.Duration(wait)*time.Second))
			require.False(t, answer.Refresh.StartedNow)
			require.Equal(t, later.UTC(), answer.Refresh.DueAt)
			require.Nil(t, answer.Refresh.Error, "it is no failure")
			require.Equal(t, code, answer.Attempt.Err.(interface{ Error() string }).Error()[:len(code)])
			require.Zero(t, answer.Refresh.LastStartedAt)
			fake.refreshErr = nil
			w.follow(t, time.Until(later)-time.Second, Decided)
			require.Equal(t, 1, fake.count("refresh"))
			w.follow(t, 9*time.Second, Decided)
			require.Equal(t, 2, fake.count("refresh"))
		})
	}
}

func TestARefusedRefreshIsToldAndTriedSeldom(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.connections["orders"], fake.refreshErr = told("orders", "Approved", "OK"), refused("azure_forbidden", 0)
		answer := w.follow(t, 9*time.Minute, Decided)
		require.Equal(t, 1, fake.count("refresh"))
		require.Equal(t, "azure_forbidden", answer.Refresh.Error.Code)
		require.Zero(t, answer.Refresh.LastStartedAt)
		fake.refreshErr = nil
		require.Nil(t, w.follow(t, 2*time.Minute, Decided).Refresh.Error)
		require.Equal(t, 2, fake.count("refresh"))
	})
}

func TestItIsReadAgainRightBeforeARefresh(t *testing.T) {
	for name, change := range map[string]func(*fakeAzure){
		"someone refreshed": func(f *fakeAzure) { f.endpoints[0].ConnectionState, f.endpoints[0].PrivateIP = "Approved", "10.0.0.5" },
		"someone changes another": func(f *fakeAzure) {
			f.endpoints = append(f.endpoints, azure.Endpoint{Name: "x", ProvisioningState: "Creating"})
		},
		"it was deleted":   func(f *fakeAzure) { f.endpoints = nil },
		"it can't be read": func(f *fakeAzure) { f.listErr = refused("azure_unavailable", 0) },
	} {
		t.Run(name, func(t *testing.T) {
			run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
				fake.connections["orders"] = told("orders", "Approved", "OK")
				fake.onConnections = func(context.Context) { change(fake) }
				answer := w.must(t, Decided)
				require.Equal(t, []string{"list", "target orders.", "list"}, fake.calls)
				if fake.listErr == nil {
					require.Len(t, answer.Endpoints, len(fake.endpoints), "what was read last is answered")
				}
			})
		})
	}
}

func TestUnreadableTargetsAreRefreshedForEvery15Minutes(t *testing.T) {
	run(t, []string{"orders", "other"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.targetErr = refused("azure_forbidden", 0)
		w.follow(t, 10*time.Hour, Pending)
		require.InDelta(t, 40, fake.count("refresh"), 1)
		time.Sleep(13 * 24 * time.Hour)
		before := fake.count("refresh")
		w.follow(t, 13*time.Hour, Pending)
		// The requests were an hour old at the beginning.
		require.InDelta(t, before+13*4, fake.count("refresh"), 1)
		before = fake.count("refresh")
		w.follow(t, 2*time.Hour, Pending)
		require.Equal(t, before, fake.count("refresh"))
	})
}
