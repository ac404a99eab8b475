package monitor

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

// resources are all that the settings page may ask for, each with GET and for admins alone: Grafana lets everyone who may query
// a data source call them.
var resources = map[string]func(*source, context.Context) (any, error){
	"authentication": func(_ *source, ctx context.Context) (any, error) { return plugin.AuthenticationOptions(ctx, ID) },
	"workspaces":     (*source).getWorkspaces,
	"status":         (*source).getStatus,
}

func (s *source) callResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	ctx, cancel := context.WithTimeout(ctx, s.limits.Call)
	defer cancel()
	answer, err := s.resource(ctx, req)
	status := http.StatusOK
	if err != nil {
		known := failure.From(err)
		status, answer = known.Status, known
	}
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return sender.Send(&backend.CallResourceResponse{Status: status, Body: body,
		Headers: map[string][]string{"Content-Type": {"application/json"}, "Cache-Control": {"no-store"}}})
}

func (s *source) resource(ctx context.Context, req *backend.CallResourceRequest) (any, error) {
	if err := plugin.RequireAdmin(req.PluginContext.User); err != nil {
		return nil, err
	}
	answer, known := resources[req.Path]
	switch {
	case !known:
		return nil, &failure.Error{Status: http.StatusNotFound, Code: "route_not_found", Message: "This route doesn't exist."}
	case req.Method != http.MethodGet:
		return nil, &failure.Error{Status: http.StatusMethodNotAllowed, Code: "method_not_allowed", Message: "This route doesn't support this method."}
	}
	return answer(s, ctx)
}

// getWorkspaces answers {workspaces}: those that the saved identity can see and the operator allows.
func (s *source) getWorkspaces(ctx context.Context) (any, error) {
	if s.client == nil {
		return nil, s.err
	}
	found, err := s.client.Workspaces(ctx)
	return struct {
		Workspaces []azure.WorkspaceChoice `json:"workspaces"`
	}{append([]azure.WorkspaceChoice{}, plugin.Allowed(found)...)}, ownWords(err)
}

// status is what the timer does.
type status struct {
	AutomaticRefresh follow.Automatic `json:"automaticRefresh"`
	// Running is false when nobody has used the data source for a while, or there is nothing to do.
	Running bool        `json:"running"`
	Runs    []runStatus `json:"runs"`
}

// runStatus is what it does for one workspace. Times are RFC 3339, and left out for never.
type runStatus struct {
	Workspace string    `json:"workspace"`
	LastRun   time.Time `json:"lastRun,omitzero"`
	NextRun   time.Time `json:"nextRun,omitzero"`
	// LastRefresh is when a refresh was last sent to Azure, and Because what it was for.
	LastRefresh time.Time         `json:"lastRefresh,omitzero"`
	Because     []follow.Decision `json:"because"`
	// Error says why the last run or refresh failed.
	Error *failure.Error `json:"error,omitzero"`
}

// getStatus answers {automaticRefresh, running, runs}.
func (s *source) getStatus(ctx context.Context) (any, error) {
	if s.err != nil {
		return nil, s.err
	}
	ids, err := s.workspaces(ctx)
	if err != nil {
		return nil, err
	}
	return s.timer.status(ids), nil
}

func (t *timer) status(ids []azure.WorkspaceID) status {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	told := status{AutomaticRefresh: t.source.settings.automatic, Running: t.running, Runs: []runStatus{}}
	for _, id := range ids {
		known := t.runs[id.Key()]
		if known == nil {
			continue
		}
		one := runStatus{Workspace: id.Name, LastRun: whole(known.last), NextRun: whole(known.next), LastRefresh: whole(known.attemptAt), Because: []follow.Decision{}, Error: known.err}
		if known.attempt != nil {
			one.Because = known.attempt.Because
		}
		told.Runs = append(told.Runs, one)
	}
	return told
}

func whole(moment time.Time) time.Time { return moment.UTC().Truncate(time.Second) }
