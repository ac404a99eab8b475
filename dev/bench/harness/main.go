// Command harness measures backend plugins over Grafana's plugin protocol. It reads a job as JSON from standard input
// and writes what it measured, as it was measured, as JSON to standard output.
package main

import (
	"encoding/json"
	"log"
	"os"
)

// job is what to measure.
type job struct {
	// Plugins are those to measure, by a name of the caller's choice.
	Plugins map[string]pluginSpec `json:"plugins"`
	// Rounds is how often each timing is repeated, Milliseconds how long one plugin is called in one round.
	Rounds       int `json:"rounds"`
	Milliseconds int `json:"milliseconds"`
	// Timings are compared within themselves: their contestants take turns.
	Timings map[string][]contestant `json:"timings"`
	// MemoryCalls is how often each contestant of Memory is called, each in a process of its own.
	MemoryCalls int          `json:"memoryCalls"`
	Memory      []contestant `json:"memory"`
	// Followings run all at once; what else they cost is told by what is behind the plugin.
	Followings []following `json:"followings"`
}

// contestant is a plugin and the calls that make up one answer for the browser, made one after another.
type contestant struct {
	Plugin string `json:"plugin"`
	Calls  []call `json:"calls"`
}

type result struct {
	Timings map[string][]timing `json:"timings"`
	Memory  []memory            `json:"memory"`
	// Followings is the resident memory of each at its end, in kilobytes.
	Followings []int `json:"followings"`
}

func main() {
	var todo job
	if err := json.NewDecoder(os.Stdin).Decode(&todo); err != nil {
		log.Fatal("job: ", err)
	}
	measured, err := todo.run()
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(measured); err != nil {
		log.Fatal(err)
	}
}

func (j job) run() (result, error) {
	timings, err := j.measureTimes()
	if err != nil {
		return result{}, err
	}
	followings, err := j.follow()
	if err != nil {
		return result{}, err
	}
	memories, err := j.measureMemory()
	return result{Timings: timings, Memory: memories, Followings: followings}, err
}
