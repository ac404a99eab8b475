package plugin

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azuretest"
)

func gzipped(t *testing.T, size int) []byte {
	t.Helper()
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, err := writer.Write(bytes.Repeat([]byte(" "), size))
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	return packed.Bytes()
}

func TestABombIsNotUnpacked(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	bomb := gzipped(t, 64<<20)
	require.Less(t, len(bomb), int(testLimits.Body))
	burst := func(w http.ResponseWriter) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb)
	}
	fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) { burst(w) })
	grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool { burst(w); return true }
	app := s.app(t)
	requireRefusal(t, get("endpoints").send(t, app), 502, "azure_answer_too_large")
	requireRefusal(t, get("datasources").send(t, app), 502, "grafana_answer_too_large")
	fake.Token = func(w http.ResponseWriter, _ *http.Request) { burst(w) }
	refused := requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "sign_in_unreachable")
	require.NotEmpty(t, refused.Hint)
}

func TestManyFullPagesEndBeforeMemoryDoes(t *testing.T) {
	app, fake := newTestApp(t)
	pages := 0
	item := `{"name":"` + strings.Repeat("x", int(testLimits.Body)-1000) + `"}`
	fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
		pages++
		azuretest.Write(w, 200, fmt.Sprintf(`{"value":[%s],"nextLink":"%s%s?n=%d"}`, item, fake.Manager.URL, r.URL.Path, pages))
	})
	requireRefusal(t, get("endpoints").send(t, app), 502, "azure_answer_too_large")
	require.LessOrEqual(t, pages, 5)
}

func TestHeadersWithoutEnd(t *testing.T) {
	app, fake := newTestApp(t)
	fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) {
		for i := range 2000 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("h", 8000))
		}
		azuretest.Write(w, 200, emptyList)
	})
	requireRefusal(t, get("endpoints").send(t, app), 502, "azure_unreachable")
}

func TestABodyThatTrickles(t *testing.T) {
	fake := azuretest.Start(t)
	s := newSetup(fake).hurried()
	fake.Handle(listRoute, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte(" "))
			w.(http.Flusher).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	})
	began := time.Now()
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 504, "azure_timeout")
	require.Less(t, time.Since(began), 2*s.limits.Call)
}

func TestJSONWithoutBottom(t *testing.T) {
	s, fake, grafana := remoteSetup(t)
	deep := strings.Repeat(`{"a":`, 20_000) + "1" + strings.Repeat("}", 20_000)
	fake.Answer(listRoute, 200, `{"value":[{"name":"a","x":`+deep+`}]}`)
	requireRefusal(t, get("endpoints").send(t, s.app(t)), 502, "azure_bad_answer")
	grafana.Override = func(w http.ResponseWriter, _ *http.Request) bool {
		azuretest.Write(w, 200, `[{"uid":"a","jsonData":`+deep+`}]`)
		return true
	}
	requireRefusal(t, get("datasources").send(t, s.app(t)), 502, "grafana_bad_answer")
}

// Its words are shown to an admin who doesn't know the token.
func TestAHealthCheckThatEchoesTheToken(t *testing.T) {
	for _, body := range []string{
		`{"status":"ERROR","message":"you sent {token}","details":{"verboseMessage":"you sent {token}","list":["{token}"],"{token}":1}}`,
		`{"status":"OK","message":"{token}"}`,
		`{"message":"{token}"}`,
	} {
		for _, status := range []int{200, 400, 500} {
			for _, own := range []string{"", azuretest.ServiceToken} {
				s, fake, grafana := remoteSetup(t)
				s.secrets["grafanaToken"] = own
				grafanaAnswers(status, body)(s, fake, grafana)
				answer := change("POST", "datasources/shop-metrics/health", "{}").send(t, s.app(t))
				require.NotContains(t, string(answer.Body), azuretest.ServiceToken)
				require.NotContains(t, string(answer.Body), "token-number", body)
			}
		}
	}
}

func TestAWaitWithoutEndIsCut(t *testing.T) {
	for _, wait := range []string{"99999999", "9223372036854775807", time.Now().AddDate(50, 0, 0).UTC().Format(http.TimeFormat)} {
		app, fake := newTestApp(t)
		fake.Handle(listRoute, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", wait)
			w.WriteHeader(429)
		})
		refused := requireRefusal(t, get("endpoints").send(t, app), 429, "azure_throttled")
		require.LessOrEqual(t, refused.RetryAfter, 3600, wait)
		require.Positive(t, refused.RetryAfter)
	}
}

func TestARequestIDIsAnIDOrNothing(t *testing.T) {
	for _, id := range []string{"<b>x</b>", "\u202egnp.exe", "a b", strings.Repeat("a", 300)} {
		app, fake := newTestApp(t)
		upstream(500, "x", "X-Ms-Request-Id", id)(nil, fake)
		require.Empty(t, requireRefusal(t, get("endpoints").send(t, app), 503, "azure_unavailable").RequestID, id)
	}
}
