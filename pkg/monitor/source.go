package monitor

import (
	"cmp"
	"context"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

const (
	// atOnce is how many workspaces are read at the same time.
	atOnce = 8
	// activityFor is how long what was read of the activity log counts: its events are minutes late anyway.
	activityFor = time.Minute
	// foundFor is how long the list of all workspaces counts.
	foundFor = 5 * time.Minute
)

// followed is what the process remembers of workspaces, for all of its data sources.
var followed follow.Memory

// upstream is what a data source asks of Azure; *azure.Client is one.
type upstream interface {
	follow.Upstream
	Workspaces(context.Context) ([]azure.WorkspaceChoice, error)
	Activity(context.Context, azure.WorkspaceID, time.Time) (azure.Activity, error)
	ActionStates(context.Context, azure.WorkspaceID) ([]azure.ActionState, error)
}

// source is one data source with one state of its settings.
type source struct {
	settings settings
	// client is nil where the credentials can't be used.
	client upstream
	// err says what is wrong with the settings: an instance that can't be made would leave the admin with Grafana's general error.
	err      error
	limits   azure.Limits
	memory   *follow.Memory
	timer    *timer
	rows     rowsKept
	activity shared[azure.Activity]
	found    shared[[]azure.WorkspaceID]
}

func newSource(ctx context.Context, stored backend.DataSourceInstanceSettings, factory *azure.Factory) *source {
	s := &source{limits: factory.Limits, memory: &followed}
	var settingsErr error
	s.settings, settingsErr = readSettings(stored.JSONData)
	client, err := plugin.Connect(ctx, s.settings.credentials, s.settings.apiVersion, stored.DecryptedSecureJSONData, factory)
	if err == nil {
		s.client = client
	}
	if s.err = ownWords(cmp.Or(err, settingsErr)); s.settings.credentials == nil && settingsErr != nil {
		s.err = ownWords(settingsErr)
	}
	s.timer = newTimer(s, backend.Logger.With("datasource", stored.UID))
	return s
}

func (s *source) close() { s.timer.stop() }

// ownWords names the data source where the app's own errors name the app.
func ownWords(err error) error {
	if err == nil {
		return nil
	}
	known := *failure.From(err)
	known.Message = strings.ReplaceAll(known.Message, plugin.ID, ID)
	known.Hint = strings.NewReplacer(plugin.ID, ID, "configuration page", "data source's settings page").Replace(known.Hint)
	if known.Code == "not_configured" {
		known.Hint = "Complete the settings of the data source, and save them."
	}
	return &known
}

// workspaces are those that the data source reads.
func (s *source) workspaces(ctx context.Context) ([]azure.WorkspaceID, error) {
	if s.err != nil || !s.settings.all {
		return s.settings.workspaces, s.err
	}
	found, err := s.found.once("", foundFor, func() ([]azure.WorkspaceID, error) {
		ctx, cancel := s.deadline(ctx)
		defer cancel()
		choices, err := s.client.Workspaces(ctx)
		var all []azure.WorkspaceID
		for _, choice := range choices {
			id, err := azure.ParseWorkspaceID("", choice.ID)
			if err == nil && plugin.CheckAllowed(id) == nil && len(all) < maxWorkspaces {
				all = append(all, id)
			}
		}
		return all, err
	})
	if err == nil && len(found) == 0 {
		err = &failure.Error{Status: http.StatusNotFound, Code: "workspace_not_found", Message: "The identity can't see any workspace.",
			Hint: "Assign the identity the role Reader on the workspaces."}
	}
	return found, ownWords(err)
}

// deadline is one call's own: that a caller leaves says nothing to others who wait for the same.
func (s *source) deadline(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), s.limits.Call)
}

// reading is what was read of one workspace.
type reading struct {
	id   azure.WorkspaceID
	rows []*row
	err  error
}

// read reads some workspaces, all at once. What was read a few seconds ago is answered from memory, so that any number of panels
// and rules make one call.
func (s *source) read(ctx context.Context, ids []azure.WorkspaceID) []reading {
	return each(ids, func(id azure.WorkspaceID) reading {
		ctx, cancel := s.deadline(ctx)
		defer cancel()
		// Queries start no refresh: that is the timer's.
		answer, err := s.memory.Of(s.client, id).Follow(ctx, follow.Off, "")
		if err != nil {
			return reading{id: id, err: ownWords(err)}
		}
		return reading{id: id, rows: s.rows.of(id, answer)}
	})
}

// each does the same for all, a few at a time, and keeps their order.
func each[A, B any](all []A, do func(A) B) []B {
	results := make([]B, len(all))
	places := make(chan struct{}, atOnce)
	var wait sync.WaitGroup
	for i, one := range all {
		places <- struct{}{}
		wait.Go(func() {
			defer func() { <-places }()
			results[i] = do(one)
		})
	}
	wait.Wait()
	return results
}
