package plugin

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// longestTurn is how long a change waits here for another one to the same endpoint. After that the browser waits, where
// someone sees for what.
const longestTurn = 5 * time.Second

// turns lets one change at a time be read, compared and sent for each endpoint, so that of two admins of this Grafana the
// second decides on what the first one wrote. Other servers and tools don't wait here: what they do is found by reading
// again (watched). Its zero value is ready for use.
type turns struct {
	mutex sync.Mutex
	byKey map[string]*turn
}

type turn struct {
	free chan struct{}
	// users are those who have it or wait for it.
	users int
}

// changing outlives instances.
var changing turns

// take waits for a turn; who got it calls release.
func (t *turns) take(ctx context.Context, key string) (release func(), err error) {
	t.mutex.Lock()
	if t.byKey == nil {
		t.byKey = map[string]*turn{}
	}
	mine := t.byKey[key]
	if mine == nil {
		mine = &turn{free: make(chan struct{}, 1)}
		t.byKey[key] = mine
	}
	mine.users++
	t.mutex.Unlock()
	leave := func() {
		t.mutex.Lock()
		defer t.mutex.Unlock()
		if mine.users--; mine.users == 0 {
			delete(t.byKey, key)
		}
	}
	patience := time.NewTimer(longestTurn)
	defer patience.Stop()
	select {
	case mine.free <- struct{}{}:
		return func() { <-mine.free; leave() }, nil
	case <-ctx.Done():
		leave()
		return nil, azure.Ended(ctx)
	case <-patience.C:
		leave()
		return nil, &failure.Error{Status: http.StatusConflict, Code: "azure_conflict", RetryAfter: int(longestTurn.Seconds()),
			Message: "Another change to this endpoint is being sent.", Hint: "Wait until it completes, then try again."}
	}
}
