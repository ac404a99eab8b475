package monitor

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// ask answers queries of some types at once.
func ask(t testing.TB, s *source, kinds ...string) *backend.QueryDataResponse {
	var queries []backend.DataQuery
	for _, kind := range kinds {
		queries = append(queries, backend.DataQuery{RefID: kind, JSON: []byte(fmt.Sprintf(`{"queryType":%q}`, kind))})
	}
	response := s.queryData(t.Context(), &backend.QueryDataRequest{Queries: queries})
	for _, answer := range response.Responses {
		require.NoError(t, answer.Error)
	}
	return response
}

// 50 panels and 20 rules, each once a minute, over 10 workspaces of 100 endpoints, with the timer beside them.
func TestCallsOfAzureUnderLoad(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		const minutes = 10
		m := newModel(10, 100)
		s := timed(m, 10, follow.Decided, &logLines{})
		var wait sync.WaitGroup
		for i := range 70 {
			kind := []string{"endpoints", "counts", "condition"}[i%3]
			wait.Go(func() {
				time.Sleep(time.Duration(rand.Int64N(int64(time.Minute))))
				for range minutes {
					s.timer.touch()
					ask(t, s, kind)
					time.Sleep(time.Minute)
				}
			})
		}
		wait.Wait()
		s.close()
		t.Logf("%d lists a minute for 700 reads of a workspace", m.lists/minutes)
		require.Less(t, m.lists/minutes, 60)
	})
}

// Whoever may query can ask as often as they like: only the timer refreshes.
func TestQueriesStartNoRefresh(t *testing.T) {
	inItsOwnTime(t, func(t *testing.T) {
		m := newModel(1, 3)
		s := timed(m, 1, follow.Pending, &logLines{})
		m.decide("e0-0", "Approved")
		for range 30 {
			ask(t, s, "endpoints", "counts", "condition", "names")
			time.Sleep(30 * time.Second)
		}
		require.Zero(t, m.count(0))
	})
}

// BenchmarkQuery compares a query that is answered from memory with making a bare frame of the same size.
func BenchmarkQuery(b *testing.B) {
	m := newModel(10, 100)
	s := timed(m, 10, follow.Off, &logLines{})
	first := ask(b, s, "endpoints").Responses["endpoints"].Frames[0]
	b.Run("from memory", func(b *testing.B) {
		for b.Loop() {
			ask(b, s, "endpoints")
		}
	})
	b.Run("bare frame", func(b *testing.B) {
		for b.Loop() {
			frame := data.NewFrame("")
			for _, field := range first.Fields {
				bare := data.NewFieldFromFieldType(field.Type(), field.Len())
				for i := range field.Len() {
					bare.Set(i, field.At(i))
				}
				frame.Fields = append(frame.Fields, bare)
			}
		}
	})
	b.Run("as JSON", func(b *testing.B) {
		for b.Loop() {
			_, err := first.MarshalJSON()
			require.NoError(b, err)
		}
	})
}
