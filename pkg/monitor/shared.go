package monitor

import (
	"sync"
	"time"
)

// shared lets one read serve all who ask for the same within a while. A failure isn't kept, except by those who wait for it
// meanwhile. Its zero value is ready for use.
type shared[T any] struct {
	mutex sync.Mutex
	byKey map[string]*sharedRead[T]
}

type sharedRead[T any] struct {
	ready  chan struct{}
	until  time.Time
	answer T
	err    error
}

func (s *shared[T]) once(key string, lasts time.Duration, read func() (T, error)) (T, error) {
	s.mutex.Lock()
	known := s.byKey[key]
	if known == nil || time.Now().After(known.until) {
		known = &sharedRead[T]{ready: make(chan struct{}), until: time.Now().Add(lasts)}
		if s.byKey == nil {
			s.byKey = map[string]*sharedRead[T]{}
		}
		s.byKey[key] = known
		s.mutex.Unlock()
		known.answer, known.err = read()
		close(known.ready)
		if known.err != nil {
			s.forget(key, known)
		}
		return known.answer, known.err
	}
	s.mutex.Unlock()
	<-known.ready
	return known.answer, known.err
}

func (s *shared[T]) forget(key string, read *sharedRead[T]) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.byKey[key] == read {
		delete(s.byKey, key)
	}
}
