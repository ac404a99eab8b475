package plugin

import (
	"context"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func TestPassingFaultsAreRetried(t *testing.T) {
	for name, fault := range map[string]http.HandlerFunc{
		"500":   func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) },
		"429":   func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) },
		"reset": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		t.Run(name, func(t *testing.T) {
			app, fake := newTestApp(t)
			var tries atomic.Int32
			fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
				if tries.Add(1) < 2 {
					fault(w, r)
					return
				}
				azuretest.Write(w, 200, `{"value":[]}`)
			})
			require.Equal(t, 200, get("endpoints").send(t, app).Status)
			require.EqualValues(t, 2, tries.Load())
		})
	}
}

func TestALongWaitIsHandedOnNotSleptThrough(t *testing.T) {
	app, fake := newTestApp(t)
	var tries atomic.Int32
	fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) {
		tries.Add(1)
		w.Header().Set("Retry-After", "30")
		w.WriteHeader(429)
	})
	began := time.Now()
	require.Equal(t, 30, requireRefusal(t, get("endpoints").send(t, app), 429, "azure_throttled").RetryAfter)
	require.Less(t, time.Since(began), 30*time.Second)
	require.EqualValues(t, 1, tries.Load())
}

func TestARefusedTokenIsRenewedOnce(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 200, `{"value":[]}`)
	require.Equal(t, 200, get("endpoints").send(t, app).Status)
	fake.Revoke()
	require.Equal(t, 200, get("endpoints").send(t, app).Status)
	require.Equal(t, 2, fake.Issued())
}

func TestRedirectsAreNotFollowed(t *testing.T) {
	app, fake := newTestApp(t)
	for _, to := range []string{"https://evil.test/", fake.Entra.URL, fake.Manager.URL + "/elsewhere", "/elsewhere"} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, status) })
			before := len(fake.Requests())
			requireRefusal(t, get("endpoints").send(t, app), 502, "azure_bad_answer")
			require.Len(t, fake.Requests(), before+1)
		}
	}
}

func TestTheTokenRequestIsNotRedirected(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Token = func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, fake.Manager.URL+"/steal", http.StatusTemporaryRedirect)
	}
	requireRefusal(t, get("endpoints").send(t, app), 502, "sign_in_refused")
	require.Empty(t, fake.Requests())
}

func TestACallerWhoLeavesStopsTheCall(t *testing.T) {
	app, fake := newTestApp(t)
	ctx, leave := context.WithCancel(context.Background())
	fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
		leave()
		azuretest.Hang(w, r)
	})
	answer := get("endpoints").sendWith(t, ctx, app)
	requireRefusal(t, answer, 499, "cancelled")
	requireGolden(t, "errors/cancelled", get("endpoints"), answer, nil)
}

func TestEveryCallHasADeadline(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake).hurried()
	fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(s.limits.Try / 2)
		azuretest.Write(w, 200, `{"value":[],"nextLink":"`+fake.Manager.URL+r.URL.Path+`?n=`+time.Now().Format("150405.000000")+`"}`)
	})
	began := time.Now()
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 504, "azure_timeout")
	require.Less(t, time.Since(began), 2*s.limits.Call)
}

func TestASlowSignInEnds(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake).hurried()
	fake.Token = azuretest.Hang
	began := time.Now()
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_unreachable")
	require.Less(t, time.Since(began), 2*s.limits.Call)
}

func TestAnUntrustedCertificateIsNamed(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake)
	s.options.TLS = nil
	require.Contains(t, requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_unreachable").Cause, "certificate")
}

func TestProviderIsNeverRegistered(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Answer(listRoute, 409, `{"error":{"code":"MissingSubscriptionRegistration","message":"The subscription is not registered to use namespace 'Microsoft.Dashboard'."}}`)
	refused := requireRefusal(t, get("endpoints").send(t, app), 422, "azure_rejected")
	require.Contains(t, refused.Hint, "az provider register")
	for _, sent := range fake.Requests() {
		require.Equal(t, http.MethodGet, sent.Method)
	}
}
