package main

import (
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// memory is the resident memory of one contestant's process.
type memory struct {
	Plugin string `json:"plugin"`
	// Kilobytes after every hundredth of the calls.
	Kilobytes []int `json:"kilobytes"`
}

func (j job) measureMemory() ([]memory, error) {
	measured := []memory{}
	for _, c := range j.Memory {
		kilobytes, err := j.watch(c)
		if err != nil {
			return nil, err
		}
		measured = append(measured, memory{Plugin: c.Plugin, Kilobytes: kilobytes})
	}
	return measured, nil
}

func (j job) watch(c contestant) ([]int, error) {
	p, err := start(j.Plugins[c.Plugin])
	if err != nil {
		return nil, err
	}
	defer p.stop()
	var kilobytes []int
	for done := 1; done <= j.MemoryCalls; done++ {
		if _, err := p.answer(c.Calls); err != nil {
			return nil, err
		}
		if done%(max(j.MemoryCalls/100, 1)) == 0 {
			now, err := residentKilobytes(p.pid())
			if err != nil {
				return nil, err
			}
			kilobytes = append(kilobytes, now)
		}
	}
	return kilobytes, nil
}

// residentKilobytes asks ps, which Linux and macOS have.
func residentKilobytes(pid int) (int, error) {
	out, err := exec.Command("ps", "-o", "rss=", "-p", strconv.Itoa(pid)).Output()
	if err != nil {
		return 0, fmt.Errorf("ps can't tell the memory of process %d: %w", pid, err)
	}
	return strconv.Atoi(strings.TrimSpace(string(out)))
}
