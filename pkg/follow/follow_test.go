package follow

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

func named(count int) []string {
	var all []string
	for i := range count {
		all = append(all, fmt.Sprint("e", i))
	}
	return all
}

// callsOf counts the calls of ten minutes, by what they are for, in which this many pages follow, each every eight seconds
// from a moment of its own.
func callsOf(t *testing.T, tabs, endpoints int, first string) (list, targets, all int) {
	t.Helper()
	run(t, named(endpoints), func(t *testing.T, fake *fakeAzure, w Workspace) {
		var wait sync.WaitGroup
		for range tabs {
			wait.Go(func() {
				time.Sleep(rand.N(8 * time.Second))
				for end := time.Now().Add(10 * time.Minute); time.Now().Before(end); time.Sleep(8 * time.Second) {
					_, err := w.Follow(t.Context(), Decided, first)
					require.NoError(t, err)
				}
			})
		}
		wait.Wait()
		list, targets, all = fake.count("list"), fake.count("target"), len(fake.calls)
	})
	return list, targets, all
}

// The bounds that Follow states.
func TestCallsAMinute(t *testing.T) {
	for _, test := range []struct{ endpoints, tabs, lists, targets, looked int }{{1, 50, 9, 3, 9}, {50, 10, 9, 6, 15}, {1000, 1, 1, 6, 15}} {
		for _, tabs := range []int{1, test.tabs} {
			list, targets, _ := callsOf(t, tabs, test.endpoints, "")
			require.LessOrEqual(t, list, test.lists*10+1, "%d endpoints, %d pages", test.endpoints, tabs)
			require.LessOrEqual(t, targets, test.targets*10+1, "%d endpoints, %d pages", test.endpoints, tabs)
			require.Greater(t, targets, test.targets*10/2-5)
			_, targets, _ = callsOf(t, tabs, test.endpoints, "e0")
			require.LessOrEqual(t, targets, test.looked*10+1, "%d endpoints, %d pages that look at one", test.endpoints, tabs)
		}
	}
}

func TestFiftyPagesCostHardlyMoreThanOne(t *testing.T) {
	for _, endpoints := range []int{1, 5} {
		for _, first := range []string{"", "e0"} {
			_, _, one := callsOf(t, 1, endpoints, first)
			_, _, fifty := callsOf(t, 50, endpoints, first)
			require.LessOrEqual(t, float64(fifty), 1.5*float64(one), "%d endpoints, looking at %q: %d against %d", endpoints, first, fifty, one)
		}
	}
}

func TestCallsAtTheSameTimeShareOneRun(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.connections["orders"] = told("orders", "Approved", "OK")
		fake.beforeList = func() { time.Sleep(time.Second) }
		var wait sync.WaitGroup
		started := make(chan bool, 50)
		for range 50 {
			wait.Go(func() { started <- w.must(t, Decided).Refresh.StartedNow })
		}
		wait.Wait()
		close(started)
		require.Equal(t, []string{"list", "target orders.", "list", "refresh", "list"}, fake.calls)
		now := 0
		for one := range started {
			if one {
				now++
			}
		}
		require.Equal(t, 1, now, "one call started it")
	})
}

// A failing Azure isn't asked by each page anew, and as late as it wants to be.
func TestAFailedListCountsToo(t *testing.T) {
	run(t, nil, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.listErr = refused("azure_throttled", 30)
		for range 50 {
			_, err := w.Follow(t.Context(), Decided, "")
			require.Equal(t, "azure_throttled", failure.From(err).Code)
		}
		require.Len(t, fake.calls, 1)
		time.Sleep(29 * time.Second)
		_, err := w.Follow(t.Context(), Decided, "")
		require.Error(t, err)
		require.Len(t, fake.calls, 1)
		fake.listErr = nil
		time.Sleep(time.Second)
		w.must(t, Decided)
	})
}

func TestWhoeverLeavesSpoilsNothing(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		ctx, leave := context.WithCancel(t.Context())
		fake.beforeList = func() {
			leave()
			fake.listErr = context.Canceled
		}
		_, err := w.Follow(ctx, Decided, "")
		require.Error(t, err)
		fake.beforeList, fake.listErr = nil, nil
		ctx, leave = context.WithCancel(t.Context())
		fake.onConnections = func(context.Context) {
			leave()
			fake.targetErr = context.Canceled
		}
		answer, err := w.Follow(ctx, Pending, "")
		require.NoError(t, err)
		require.Empty(t, answer.Targets)
		require.Zero(t, fake.count("refresh"))
	})
	run(t, nil, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.beforeList = func() { time.Sleep(time.Minute) }
		go w.must(t, Decided)
		synctest.Wait()
		ctx, leave := context.WithTimeout(t.Context(), time.Second)
		defer leave()
		_, err := w.Follow(ctx, Decided, "")
		require.Equal(t, "azure_timeout", failure.From(err).Code)
		time.Sleep(time.Minute)
	})
}

func TestARefreshGoesOnWhenWhoeverAskedLeaves(t *testing.T) {
	run(t, []string{"orders"}, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.connections["orders"] = told("orders", "Approved", "OK")
		ctx, leave := context.WithCancel(t.Context())
		lists := 0
		fake.beforeList = func() {
			if lists++; lists == 2 {
				leave()
			}
		}
		answer, err := w.Follow(ctx, Decided, "")
		require.NoError(t, err)
		require.True(t, answer.Refresh.StartedNow)
	})
}

func TestAChangeMakesTheListOld(t *testing.T) {
	run(t, nil, func(t *testing.T, fake *fakeAzure, w Workspace) {
		w.must(t, Decided)
		time.Sleep(time.Second)
		w.must(t, Decided)
		require.Len(t, fake.calls, 1)
		w.Changed()
		time.Sleep(time.Millisecond)
		w.must(t, Decided)
		require.Len(t, fake.calls, 2)
		// What a page has read counts.
		time.Sleep(time.Hour)
		_, err := w.Endpoints(t.Context())
		require.NoError(t, err)
		w.must(t, Decided)
		require.Len(t, fake.calls, 3)
	})
}

// Whatever ended: a deletion too, which a page asks about by the same way.
func TestAnOperationThatEndedMakesTheListOld(t *testing.T) {
	run(t, nil, func(t *testing.T, fake *fakeAzure, w Workspace) {
		deletion := azure.Operation{Kind: "delete", Name: "orders", StatusPath: "/deletion"}
		for _, status := range []string{"running", "succeeded", "failed"} {
			w.must(t, Decided)
			before := fake.count("list")
			fake.progress = status
			time.Sleep(time.Millisecond)
			_, err := w.Progress(t.Context(), deletion)
			require.NoError(t, err)
			time.Sleep(time.Millisecond)
			w.must(t, Decided)
			require.Equal(t, status != "running", fake.count("list") > before, status)
		}
	})
}

func TestTheListIsReadMoreOftenWhileSomethingSettles(t *testing.T) {
	run(t, nil, func(t *testing.T, fake *fakeAzure, w Workspace) {
		fake.endpoints = []azure.Endpoint{{Name: "x", ProvisioningState: "Creating"}}
		w.must(t, Decided)
		time.Sleep(2 * time.Second)
		w.must(t, Decided)
		require.Len(t, fake.calls, 1)
		time.Sleep(time.Second)
		w.must(t, Decided)
		require.Len(t, fake.calls, 2)
	})
}

func TestProgressIsShared(t *testing.T) {
	run(t, nil, func(t *testing.T, fake *fakeAzure, w Workspace) {
		ours, older := azure.Operation{Kind: "refresh", StatusPath: "/ours"}, azure.Operation{Kind: "refresh", StatusPath: "/older"}
		w.Refreshed(ours)
		fake.progress = "running"
		ask := func(operation azure.Operation) string {
			progress, err := w.Progress(t.Context(), operation)
			require.NoError(t, err)
			return progress.Status
		}
		for range 50 {
			require.Equal(t, "running", ask(ours))
		}
		require.Equal(t, 1, fake.count("progress"))
		fake.progress = "failed"
		time.Sleep(betweenProgress)
		require.Equal(t, "failed", ask(ours))
		require.Equal(t, "failed", ask(ours))
		require.Equal(t, 2, fake.count("progress"), "how it ended is known")
		require.Equal(t, "failed", ask(older))
		require.Equal(t, 3, fake.count("progress"))
	})
}

func TestMemoryIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var memory Memory
		of := func(i int) Workspace {
			id := contoso
			id.Name = fmt.Sprint("w", i)
			time.Sleep(time.Second)
			return memory.Of(&fakeAzure{}, id)
		}
		kept, lost := of(0), of(1)
		for i := range 2 * maxWorkspaces {
			of(2 + i)
			require.Same(t, kept.state, of(0).state)
			require.LessOrEqual(t, len(memory.known), maxWorkspaces)
		}
		require.NotSame(t, lost.state, of(1).state)
	})
}

func TestOnlyThreeSettingsOfAutomaticRefreshAreKnown(t *testing.T) {
	for value, known := range map[Automatic]bool{Off: true, Decided: true, Pending: true, "": false, "on": false} {
		if value.Known() != known {
			t.Errorf("%q: known %v, want %v", value, !known, known)
		}
	}
}
