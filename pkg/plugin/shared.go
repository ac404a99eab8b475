package plugin

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// sharedReads lets one read serve all who ask for the same within a moment, so that many tabs cost hardly more than one. Each
// change ends it for its workspace. Its zero value is ready for use.
type sharedReads struct {
	mutex sync.Mutex
	byKey map[string]*sharedRead
}

type sharedRead struct {
	workspace string
	// ready is closed when answer and err are there.
	ready  chan struct{}
	answer any
	err    error
}

// reading outlives instances.
var reading sharedReads

// once answers a read from the one that is under way or just ended, else by asking. Who leaves doesn't end it for others.
func (s *sharedReads) once(c *call, lasts time.Duration, ask handler) (any, error) {
	key := strings.Join([]string{c.client.Identity(), c.id.Key(), c.app.settings.APIVersion, c.app.grafanaToken, c.request}, "\n")
	s.mutex.Lock()
	read, ok := s.byKey[key]
	if !ok {
		read = &sharedRead{workspace: c.id.Key(), ready: make(chan struct{})}
		if s.byKey == nil {
			s.byKey = map[string]*sharedRead{}
		}
		s.byKey[key] = read
		go s.ask(*c, key, read, lasts, ask)
	}
	s.mutex.Unlock()
	select {
	case <-read.ready:
		return read.answer, read.err
	case <-c.ctx.Done():
		return nil, azure.Ended(c.ctx)
	}
}

// ask reads under a deadline of its own.
func (s *sharedReads) ask(c call, key string, read *sharedRead, lasts time.Duration, ask handler) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.ctx), c.app.limits.Call)
	defer cancel()
	c.ctx = ctx
	defer close(read.ready)
	read.answer, read.err = ask(&c)
	if read.err != nil {
		// Whoever tries again after a failure wants to know.
		s.forget(key, read)
		return
	}
	time.AfterFunc(lasts, func() { s.forget(key, read) })
}

func (s *sharedReads) forget(key string, read *sharedRead) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.byKey[key] == read {
		delete(s.byKey, key)
	}
}

// end lets nobody be answered any more by what was read of a workspace, or asked for, so far.
func (s *sharedReads) end(id azure.WorkspaceID) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for key, read := range s.byKey {
		if read.workspace == id.Key() {
			delete(s.byKey, key)
		}
	}
}

// shared is plain for a read of a workspace that many may ask for at once.
func shared(handle handler) handler {
	return func(c *call) (any, error) {
		if c.app.limits.Shared == 0 {
			return plain(handle)(c)
		}
		return reading.once(c, c.app.limits.Shared, plain(handle))
	}
}

// changes is takes for what changes something, in Azure or in the workspace's Grafana. Refused or not, someone then wants to
// see how things are now.
func changes[B any, P interface {
	*B
	check(*call) error
}](handle func(*call, P) (any, error)) handler {
	handler := takes(handle)
	return func(c *call) (any, error) {
		reading.end(c.id)
		defer reading.end(c.id)
		return handler(c)
	}
}
