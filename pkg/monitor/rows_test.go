package monitor

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

func TestRowsAreKeptForOneAnswer(t *testing.T) {
	m := newModel(1, 3)
	endpoints := m.endpoints[idOf(0).Key()]
	var kept rowsKept
	seen := kept.of(idOf(0), follow.Answer{Endpoints: endpoints})
	require.Same(t, seen[0], kept.of(idOf(0), follow.Answer{Endpoints: endpoints})[0])

	read := kept.of(idOf(0), follow.Answer{Endpoints: slices.Clone(endpoints)})
	require.NotSame(t, seen[0], read[0], "the list was read again")

	approved := follow.Target{Name: "e0-0", Match: azure.Match{Grade: "probable", Connection: &azure.Connection{Status: "Approved"}}}
	answer := follow.Answer{Endpoints: endpoints, Targets: []follow.Target{approved}}
	require.Equal(t, "Probably approved", kept.of(idOf(0), answer)[0].status.Label, "the target was read")
	approved.ReadAt = time.Now()
	answer.Targets = []follow.Target{approved}
	before := kept.of(idOf(0), answer)
	require.Same(t, before[0], kept.of(idOf(0), answer)[0])
	require.Equal(t, "Pending approval", kept.of(idOf(0), follow.Answer{Endpoints: endpoints})[0].status.Label)

	require.Empty(t, kept.of(idOf(1), follow.Answer{}), "another workspace")
	require.Empty(t, kept.of(idOf(1), follow.Answer{}))
}

// A query from memory makes no row again, and allocates little more than its frame: this holds on a busy machine too.
func TestAQueryFromMemoryCostsLittle(t *testing.T) {
	m := newModel(10, 100)
	s := timed(m, 10, follow.Off, &logLines{})
	ask(t, s, "endpoints")
	perRow := testing.AllocsPerRun(20, func() { ask(t, s, "endpoints") }) / 1000
	require.Less(t, perRow, 9.0, "it is 14 where rows are made again")
}
