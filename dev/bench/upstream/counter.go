package main

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
)

// counter counts what Resource Manager is asked, by path.
type counter struct {
	handler http.Handler
	mutex   sync.Mutex
	byPath  map[string]int
}

func (c *counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mutex.Lock()
	if c.byPath == nil {
		c.byPath = map[string]int{}
	}
	c.byPath[r.URL.Path]++
	c.mutex.Unlock()
	c.handler.ServeHTTP(w, r)
}

// tell answers how often paths that hold ?of= were asked for.
func (c *counter) tell(w http.ResponseWriter, r *http.Request) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	count := 0
	for path, asked := range c.byPath {
		if strings.Contains(path, r.URL.Query().Get("of")) {
			count += asked
		}
	}
	_, _ = fmt.Fprint(w, count)
}
