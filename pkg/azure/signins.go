package azure

import (
	"net/http"
	"sync"
)

// maxSignIns bounds the identities kept; each organisation of a Grafana has one, and a few while it is set up.
const maxSignIns = 64

// signIns keeps one signIn an identity for the whole process: Grafana re-creates a plugin instance whenever its
// configuration or the settings change, and tokens should live longer than that.
type signIns struct {
	mutex sync.Mutex
	byKey map[string]*signIn
}

func (s *signIns) get(identity Identity, client *http.Client, limits Limits) *signIn {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	key := identity.key()
	if known, ok := s.byKey[key]; ok {
		return known
	}
	if s.byKey == nil || len(s.byKey) >= maxSignIns {
		s.byKey = map[string]*signIn{}
	}
	made := &signIn{identity: identity, client: client, limits: limits}
	s.byKey[key] = made
	return made
}
