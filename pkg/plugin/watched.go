package plugin

import (
	"context"
	"maps"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// betweenGlances is the pause between two reads while Azure takes its time to accept a change.
const betweenGlances = 500 * time.Millisecond

// glances are what an endpoint looked like while a change to it was under way, and right after. Another server, the portal
// or a script doesn't wait for us, and Azure isn't known to heed If-Match here.
type glances struct {
	during []azure.Endpoint
	// after is nil when it couldn't be read, and when there is no endpoint.
	after *azure.Endpoint
}

// watched sends a change and reads the endpoint meanwhile and afterwards.
func (c *call) watched(send func() (azure.Operation, error)) (azure.Operation, glances, error) {
	var seen glances
	var wait sync.WaitGroup
	ctx, stop := context.WithCancel(c.ctx)
	wait.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(betweenGlances):
			}
			if endpoint, err := c.client.Endpoint(ctx, c.id, c.path["name"]); err == nil {
				seen.during = append(seen.during, endpoint)
			}
		}
	})
	operation, err := send()
	stop()
	wait.Wait()
	if err == nil {
		if endpoint, err := c.client.Endpoint(c.ctx, c.id, c.path["name"]); err == nil {
			seen.after = &endpoint
		}
	}
	return operation, seen, err
}

// another returns an endpoint that took the name while a change to the one that was created then was under way.
func (g glances) another(createdAt string) *azure.Endpoint {
	if g.after != nil && !g.after.CreatedAs(createdAt) {
		return g.after
	}
	for i := range g.during {
		if !g.during[i].CreatedAs(createdAt) {
			return &g.during[i]
		}
	}
	return nil
}

// overwritten returns the tags as someone else set them meanwhile, where what was sent wiped some of them out; else nil.
func (g glances) overwritten(before, sent map[string]string) map[string]string {
	for i := len(g.during) - 1; i >= 0; i-- {
		theirs := g.during[i].Tags
		for _, name := range namesOf(theirs, before) {
			now := tagIn(theirs, name)
			if now != tagIn(before, name) && now != tagIn(sent, name) {
				return maps.Clone(theirs)
			}
		}
	}
	return nil
}

// createdAgain is told where an update may have reached, or made, another endpoint than the one that was seen.
func createdAgain(now azure.Endpoint) error {
	return &failure.Error{Status: http.StatusConflict, Code: "endpoint_recreated",
		Message: "Someone deleted " + now.Name + " while it was being changed. The endpoint that has the name now was created at " + now.CreatedAt + ".",
		Hint:    "Check the endpoint. If nobody wants it, delete it again. If you need it, the resource owner must approve it again."}
}

// deletedAnother is told where a deletion may have reached another endpoint than the one that was seen.
func deletedAnother(now azure.Endpoint) error {
	return &failure.Error{Status: http.StatusConflict, Code: "endpoint_recreated",
		Message: "While " + now.Name + " was being deleted, someone created another endpoint with its name. It may be deleted too.",
		Hint:    "Reload the page. If the new endpoint is gone, tell whoever created it" + by(now) + "."}
}

// takenMeanwhile is told where someone else created an endpoint under the name that a request was sent for.
func takenMeanwhile(now azure.Endpoint) error {
	return &failure.Error{Status: http.StatusConflict, Code: "endpoint_taken", Field: "name",
		Message: "Someone else created an endpoint named " + now.Name + " at the same time, so this isn't the one that you requested.",
		Hint: "It connects to " + now.TargetID[strings.LastIndexByte(now.TargetID, '/')+1:] + ". Your request may have changed its tags and domain name: tell whoever created it" +
			by(now) + ", and enter another name."}
}

func by(endpoint azure.Endpoint) string {
	if endpoint.CreatedBy == "" {
		return ""
	}
	return " (" + endpoint.CreatedBy + ")"
}
