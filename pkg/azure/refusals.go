package azure

import (
	"sync"
	"time"
)

// refusals remembers for some seconds that an identity was refused: its next requests would cost as many calls, and end the
// same. Its zero value is ready for use.
type refusals struct {
	mutex sync.Mutex
	err   error
	until time.Time
}

// known returns the failure while it counts.
func (r *refusals) known() error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if time.Now().Before(r.until) {
		return r.err
	}
	return nil
}

func (r *refusals) note(err error, lasts time.Duration) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.err, r.until = err, time.Now().Add(lasts)
}
