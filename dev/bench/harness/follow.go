package main

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"time"
)

// following is pages that are open in browsers, or panels and alert rules, that ask again and again.
type following struct {
	Plugin string `json:"plugin"`
	// Calls are shared out among the tabs.
	Calls []call `json:"calls"`
	// Wanted is a text that each last answer must hold.
	Wanted string `json:"wanted"`
	Tabs   int    `json:"tabs"`
	// Pause is between two questions of one tab, Span how long it asks, both in milliseconds.
	Pause int `json:"pause"`
	Span  int `json:"span"`
}

// follow returns the resident memory of each plugin at the end, in kilobytes.
func (j job) follow() ([]int, error) {
	failed, kilobytes := make([]error, len(j.Followings)), make([]int, len(j.Followings))
	var wait sync.WaitGroup
	for i, f := range j.Followings {
		p, err := start(j.Plugins[f.Plugin])
		if err != nil {
			return nil, err
		}
		defer p.stop()
		wait.Go(func() {
			if failed[i] = f.run(p); failed[i] == nil {
				kilobytes[i], failed[i] = residentKilobytes(p.pid())
			}
		})
	}
	wait.Wait()
	return kilobytes, errors.Join(failed...)
}

// run lets the tabs begin at moments that are spread over one pause.
func (f following) run(p *running) error {
	failed := make([]error, f.Tabs)
	var wait sync.WaitGroup
	for tab := range f.Tabs {
		wait.Go(func() {
			time.Sleep(time.Duration(tab*f.Pause/f.Tabs) * time.Millisecond)
			failed[tab] = f.ask(p, f.Calls[tab%len(f.Calls)])
		})
	}
	wait.Wait()
	return errors.Join(failed...)
}

func (f following) ask(p *running, c call) error {
	var last []byte
	for asked := 0; asked < f.Span/f.Pause; asked++ {
		if asked > 0 {
			time.Sleep(time.Duration(f.Pause) * time.Millisecond)
		}
		body, err := p.send(c)
		if err != nil {
			return err
		}
		last = body
	}
	if !bytes.Contains(last, []byte(f.Wanted)) {
		return fmt.Errorf("%s: the answer doesn't hold %s", c.Path, f.Wanted)
	}
	return nil
}
