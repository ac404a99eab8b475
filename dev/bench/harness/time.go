package main

import "time"

// timing is what one contestant took.
type timing struct {
	Plugin string `json:"plugin"`
	// Milliseconds an answer took on average, for each round.
	Milliseconds []float64 `json:"milliseconds"`
	// Bytes of one answer's bodies.
	Bytes int `json:"bytes"`
}

// measureTimes runs all plugins at once and lets them take turns, so that whatever else the machine does hits all alike.
func (j job) measureTimes() (map[string][]timing, error) {
	plugins := map[string]*running{}
	defer func() {
		for _, p := range plugins {
			p.stop()
		}
	}()
	for name, spec := range j.Plugins {
		p, err := start(spec)
		if err != nil {
			return nil, err
		}
		plugins[name] = p
	}
	measured := map[string][]timing{}
	for name, contestants := range j.Timings {
		timings := make([]timing, len(contestants))
		// The first round warms up: connections, tokens, caches.
		for round := -1; round < j.Rounds; round++ {
			for turn := range contestants {
				// Every other round begins with the other one.
				i := (turn + round + len(contestants)) % len(contestants)
				took, bytes, err := j.time(plugins[contestants[i].Plugin], contestants[i].Calls)
				if err != nil {
					return nil, err
				}
				timings[i].Plugin, timings[i].Bytes = contestants[i].Plugin, bytes
				if round >= 0 {
					timings[i].Milliseconds = append(timings[i].Milliseconds, took)
				}
			}
		}
		measured[name] = timings
	}
	return measured, nil
}

// time repeats the calls for a while and returns how long one answer took on average, in milliseconds.
func (j job) time(p *running, calls []call) (milliseconds float64, bytes int, err error) {
	span := time.Duration(j.Milliseconds) * time.Millisecond
	begun := time.Now()
	for answers := 1; ; answers++ {
		if bytes, err = p.answer(calls); err != nil {
			return 0, 0, err
		}
		if took := time.Since(begun); took >= span {
			return float64(took.Microseconds()) / 1000 / float64(answers), bytes, nil
		}
	}
}
