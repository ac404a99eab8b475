package azure

import (
	"sync"
	"time"
)

// retryBudget bounds the repetitions of a minute.
type retryBudget struct {
	mutex sync.Mutex
	began time.Time
	used  int
}

// take uses one repetition up; false when none is left.
func (b *retryBudget) take(perMinute int) bool {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if now := time.Now(); now.Sub(b.began) >= time.Minute {
		b.began, b.used = now, 0
	}
	if b.used >= perMinute {
		return false
	}
	b.used++
	return true
}
