package plugin

import (
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func remembering(fake *azuretest.Azure) *setup {
	s := newSetup(fake)
	s.limits.Refused = time.Minute
	return s
}

// A wrong secret costs one sign-in, however many ask.
func TestARefusedSignInIsRemembered(t *testing.T) {
	fake := azuretest.Start(t)
	var asked atomic.Int32
	fake.Token = func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		azuretest.RefuseToken(w, 7000215, "Invalid client secret provided.")
	}
	app := remembering(fake).app(t)
	for range 20 {
		requireRefusal(t, get("endpoints").send(t, app), 502, "sign_in_secret_wrong")
	}
	require.EqualValues(t, 1, asked.Load())
}

// Resource Manager refuses every token: the first request finds out, the next ones cost nothing.
func TestARefusedTokenIsRemembered(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Override = func(w http.ResponseWriter, _ *http.Request) bool {
		azuretest.Write(w, 401, `{"error":{"code":"InvalidAuthenticationToken"}}`)
		return true
	}
	app := remembering(fake).app(t)
	for range 20 {
		requireRefusal(t, get("endpoints").send(t, app), 502, "azure_token_rejected")
	}
	require.Len(t, fake.Requests(), 2)
	require.Equal(t, 2, fake.Issued())
}

// What one side refuses, the other may take.
func TestTheGrafanasRefusalIsItsOwn(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	s.limits.Refused = time.Minute
	fake.Answer(listRoute, 200, `{"value":[]}`)
	grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
		azuretest.Write(w, 401, `{"message":"Unauthorized"}`)
		return true
	}
	app := s.app(t)
	for range 5 {
		requireRefusal(t, get("datasources").send(t, app), 502, "grafana_token_rejected")
	}
	require.Len(t, grafana.Seen(""), 2)
	require.Equal(t, 200, get("endpoints").send(t, app).Status)
}

func TestARefusalIsForgotten(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Token = func(w http.ResponseWriter, _ *http.Request) { azuretest.RefuseToken(w, 7000215, "Invalid.") }
	fake.Answer(listRoute, 200, `{"value":[]}`)
	s := newSetup(fake)
	s.limits.Refused = 20 * time.Millisecond
	app := s.app(t)
	requireRefusal(t, get("endpoints").send(t, app), 502, "sign_in_secret_wrong")
	fake.Token = fake.CheckSecret
	require.Eventually(t, func() bool { return get("endpoints").send(t, app).Status == 200 }, 10*time.Second, 10*time.Millisecond)
}

// Where everything fails, trying again would double the load.
func TestRepetitionsHaveABudget(t *testing.T) {
	fake := azuretest.Start(t)
	fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) })
	s := newSetup(fake)
	s.limits.Retries = 5
	app := s.app(t)
	for range 20 {
		requireRefusal(t, get("endpoints").send(t, app), 503, "azure_unavailable")
	}
	require.Len(t, fake.Requests(), 25)
}
