package main

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"time"
)

// following is pages that are open in browsers and ask again and again.
type following struct {
	Plugin string `json:"plugin"`
	Call   call   `json:"call"`
	// Wanted is a text that each last answer must hold.
	Wanted string `json:"wanted"`
	Tabs   int    `json:"tabs"`
	// Pause is between two questions of one tab, Span how long it asks, both in milliseconds.
	Pause int `json:"pause"`
	Span  int `json:"span"`
}

func (j job) follow() error {
	failed := make([]error, len(j.Followings))
	var wait sync.WaitGroup
	for i, f := range j.Followings {
		p, err := start(j.Plugins[f.Plugin])
		if err != nil {
			return err
		}
		defer p.stop()
		wait.Go(func() { failed[i] = f.run(p) })
	}
	wait.Wait()
	return errors.Join(failed...)
}

// run lets the tabs begin at moments that are spread over one pause.
func (f following) run(p *running) error {
	failed := make([]error, f.Tabs)
	var wait sync.WaitGroup
	for tab := range f.Tabs {
		wait.Go(func() {
			time.Sleep(time.Duration(tab*f.Pause/f.Tabs) * time.Millisecond)
			failed[tab] = f.ask(p)
		})
	}
	wait.Wait()
	return errors.Join(failed...)
}

func (f following) ask(p *running) error {
	var last []byte
	for asked := 0; asked < f.Span/f.Pause; asked++ {
		if asked > 0 {
			time.Sleep(time.Duration(f.Pause) * time.Millisecond)
		}
		body, err := p.send(f.Call)
		if err != nil {
			return err
		}
		last = body
	}
	if !bytes.Contains(last, []byte(f.Wanted)) {
		return fmt.Errorf("%s: the answer doesn't hold %s", f.Call.Path, f.Wanted)
	}
	return nil
}
