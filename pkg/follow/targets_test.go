package follow

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func TestTargetsAreReadInTurn(t *testing.T) {
	run(t, named(12), func(t *testing.T, fake *fakeAzure, w Workspace) {
		for end := time.Now().Add(10 * time.Minute); time.Now().Before(end); time.Sleep(8 * time.Second) {
			_, err := w.Follow(t.Context(), Decided, "E7")
			require.NoError(t, err)
		}
		for _, name := range named(12) {
			if name != "e7" {
				require.InDelta(t, 3, fake.count("target "+name+"."), 2, name)
			}
		}
		require.Greater(t, fake.count("target e7."), 70)
	})
}

// Whoever opens an endpoint's page sees its target at once, unless others look elsewhere.
func TestLookingAtAnEndpointReadsItsTarget(t *testing.T) {
	run(t, named(3), func(t *testing.T, fake *fakeAzure, w Workspace) {
		look := func(name string) {
			_, err := w.Follow(t.Context(), Decided, name)
			require.NoError(t, err)
		}
		w.must(t, Decided)
		time.Sleep(time.Second)
		look("e2")
		require.Equal(t, []string{"list", "target e0.", "target e2."}, fake.calls)
		look("e1")
		require.Len(t, fake.calls, 3)
		look("nothing")
		require.Len(t, fake.calls, 3)
		time.Sleep(betweenLooks)
		look("e1")
		require.Equal(t, 1, fake.count("target e1."))
		time.Sleep(betweenLooks)
		look("e1")
		require.Equal(t, 2, fake.count("target e1."))
	})
}

func TestATargetThatDoesNotAnswerHoldsNobodyUpForLong(t *testing.T) {
	run(t, named(1), func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.onConnections = func(ctx context.Context) { <-ctx.Done() }
		begun := time.Now()
		w.must(t, Decided)
		require.Equal(t, 10*time.Second, time.Since(begun))
	})
}

func TestOneReadServesAllEndpointsOfATarget(t *testing.T) {
	run(t, []string{"orders", "other"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.endpoints[1].TargetID = targetID("ORDERS")
		fake.endpoints[1].RequestMessage = ""
		fake.connections["orders"] = append(fake.connections["orders"], told("other", "Pending", "x")...)
		answer := w.must(t, Decided)
		require.Equal(t, []string{"list", "target orders."}, fake.calls)
		require.Equal(t, "other", answer.Targets[1].Name)
		require.Equal(t, "/connections/other", answer.Targets[1].Connection.ID)
	})
}

func TestUnreadableTargetsAreTriedSeldom(t *testing.T) {
	for name, first := range map[string]string{"in turn": "", "looked at": "orders"} {
		t.Run(name, func(t *testing.T) {
			run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
				fake.targetErr = refused("azure_forbidden", 0)
				var answer Answer
				for end := time.Now().Add(time.Hour); time.Now().Before(end); time.Sleep(8 * time.Second) {
					var err error
					answer, err = w.Follow(t.Context(), Decided, first)
					require.NoError(t, err)
				}
				// After 30 s, 1, 2, 4 and 8 minutes, then every 15.
				require.Equal(t, 8, fake.count("target"))
				require.Equal(t, azure.Unknown, answer.Targets[0].Grade)
				require.Equal(t, "azure_forbidden", answer.Targets[0].Error.Code)
				require.NotEmpty(t, answer.Targets[0].Reason)
				fake.targetErr = nil
				time.Sleep(lastRetry)
				answer = w.must(t, Decided)
				require.Equal(t, azure.Confirmed, answer.Targets[0].Grade)
				require.Nil(t, answer.Targets[0].Error)
				time.Sleep(betweenReads)
				w.must(t, Decided)
				require.Equal(t, 10, fake.count("target"))
			})
		})
	}
}

func TestATargetWaitsAsLongAsItAsks(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.targetErr = refused("azure_throttled", 600)
		w.follow(t, 9*time.Minute, Decided)
		require.Equal(t, 1, fake.count("target"))
	})
}

func TestASlowTargetHoldsNobodyUp(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.onConnections = func(ctx context.Context) {
			<-ctx.Done()
			fake.targetErr = &failure.Error{Code: "azure_timeout"}
		}
		begun := time.Now()
		require.Equal(t, "azure_timeout", w.must(t, Decided).Targets[0].Error.Code)
		require.Equal(t, maxTargetTime, time.Since(begun))
	})
}

func TestTargetsThatCantBeAsked(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.endpoints[0].TargetID = "https://evil.test"
		require.Equal(t, "invalid_request", w.must(t, Decided).Targets[0].Error.Code)
		require.Equal(t, []string{"list"}, fake.calls)
	})
}

// An endpoint that was deleted and requested again is another one, with a decision of its own.
func TestANewEndpointUnderAnOldNameBeginsAnew(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.connections["orders"] = told("orders", "Rejected", "No")
		require.True(t, w.must(t, Decided).Refresh.StartedNow)
		fake.endpoints[0].CreatedAt = time.Now().Format(time.RFC3339)
		time.Sleep(countsFor)
		require.Empty(t, w.must(t, Decided).Targets, "what was read belongs to the old one")
		w.follow(t, 3*time.Minute, Decided)
		require.Equal(t, 2, fake.count("refresh"))
	})
}

func TestOnlyWaitingEndpointsHaveTheirTargetsRead(t *testing.T) {
	run(t, named(6), func(t *testing.T, fake *fakeAzure, w Workspace) {
		for i, state := range []string{"Approved", "Rejected", "Disconnected", ""} {
			fake.endpoints[i].ConnectionState = state
		}
		fake.endpoints[0].PrivateIP = "10.0.0.5"
		fake.endpoints[4].ProvisioningState = "Canceled"
		answer := w.follow(t, time.Minute, Decided)
		require.Equal(t, fake.count("target"), fake.count("target e5."))
		require.Len(t, answer.Targets, 1)
		require.Len(t, answer.Endpoints, 6)
	})
}

func TestARunOnceAMinuteReadsAllTargets(t *testing.T) {
	run(t, named(40), func(t *testing.T, fake *fakeAzure, w Workspace) {
		_, err := w.FollowAll(t.Context(), Off)
		require.NoError(t, err)
		require.Equal(t, maxTargets, fake.count("target"))
		time.Sleep(time.Minute)
		_, err = w.FollowAll(t.Context(), Off)
		require.NoError(t, err)
		for _, name := range named(40) {
			require.GreaterOrEqual(t, fake.count("target "+name+"."), 1, name)
		}
		fake.connections["e39"] = told("e39", "Approved", "OK")
		time.Sleep(time.Minute)
		answer, err := w.FollowAll(t.Context(), Decided)
		require.NoError(t, err)
		time.Sleep(time.Minute)
		later, err := w.FollowAll(t.Context(), Decided)
		require.NoError(t, err)
		require.True(t, answer.Refresh.StartedNow || later.Refresh.StartedNow, "within two runs")
		require.Equal(t, 1, fake.count("refresh"))
	})
}
