package plugin

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

// counted lets the list take a moment, and counts how often Azure is asked for it.
func counted(fake *azuretest.Azure) *atomic.Int32 {
	var asked atomic.Int32
	fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		time.Sleep(50 * time.Millisecond)
		azuretest.Write(w, 200, `{"value":[]}`)
	})
	return &asked
}

func sharing(t *testing.T, lasts time.Duration) (*App, *azuretest.Azure) {
	t.Helper()
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.limits.Shared = lasts
	return s.app(t), fake
}

func TestOneReadServesAllWhoAsk(t *testing.T) {
	app, fake := sharing(t, time.Minute)
	asked := counted(fake)
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() { require.Equal(t, 200, get("endpoints").send(t, app).Status) })
	}
	wait.Wait()
	require.Equal(t, 200, get("endpoints").send(t, app).Status)
	require.EqualValues(t, 1, asked.Load())
	get("endpoints/shop").send(t, app)
	require.Equal(t, 1, countPath(fake, "/shop"), "another question is asked")
}

func countPath(fake *azuretest.Azure, end string) (count int) {
	for _, sent := range fake.Requests() {
		if strings.HasSuffix(sent.URL.Path, end) {
			count++
		}
	}
	return count
}

func TestAChangeEndsWhatWasRead(t *testing.T) {
	app, fake := sharing(t, time.Minute)
	asked := counted(fake)
	for i, r := range []request{
		change("DELETE", "endpoints/orders-db", seenBody), change("PATCH", "endpoints/orders-db", `{}`), change("POST", "refresh", "{}"), change("PUT", "endpoints/orders-db", newBody),
	} {
		get("endpoints").send(t, app)
		require.EqualValues(t, i+1, asked.Load())
		r.send(t, app)
	}
}

func TestAReadCountsForAMoment(t *testing.T) {
	app, fake := sharing(t, 20*time.Millisecond)
	asked := counted(fake)
	get("endpoints").send(t, app)
	require.Eventually(t, func() bool { get("endpoints").send(t, app); return asked.Load() > 1 }, 10*time.Second, 30*time.Millisecond)
	reading.mutex.Lock()
	defer reading.mutex.Unlock()
	require.LessOrEqual(t, len(reading.byKey), 1, "nothing is kept")
}

func TestAFailureIsNotKept(t *testing.T) {
	app, fake := sharing(t, time.Minute)
	fake.Answer(listRoute, 403, `{}`)
	requireRefusal(t, get("endpoints").send(t, app), 403, "azure_forbidden")
	fake.Answer(listRoute, 200, `{"value":[]}`)
	require.Equal(t, 200, get("endpoints").send(t, app).Status)
}

// The first one who asked leaves; the others get their answer all the same.
func TestWhoLeavesEndsItForNobodyElse(t *testing.T) {
	app, fake := sharing(t, time.Minute)
	asked := counted(fake)
	ctx, leave := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	wait.Go(func() { require.Equal(t, 499, get("endpoints").sendWith(t, ctx, app).Status) })
	require.Eventually(t, func() bool { return asked.Load() == 1 }, 10*time.Second, time.Millisecond)
	leave()
	wait.Wait()
	require.Equal(t, 200, get("endpoints").send(t, app).Status)
	require.EqualValues(t, 1, asked.Load())
}

// Another identity, workspace or token never gets what this one was answered.
func TestReadsAreNotSharedAcrossIdentities(t *testing.T) {
	fake := azuretest.Start(t)
	asked := counted(fake)
	for i, change := range []func(*setup){
		func(*setup) {},
		func(s *setup) { s.secrets["grafanaToken"] = azuretest.ServiceToken },
		func(s *setup) { s.jsonData["apiVersion"] = "2023-09-01" },
		func(s *setup) { s.credentials()["clientId"] = "99999999-7777-8888-9999-000000000000" },
	} {
		s := newSetup(fake)
		s.limits.Shared = time.Minute
		change(s)
		get("endpoints").send(t, s.app(t))
		require.EqualValues(t, i+1, asked.Load())
	}
}
