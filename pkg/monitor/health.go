package monitor

import (
	"context"
	"fmt"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// checkHealth says what the data source can read, and whether the timer can do its work.
func (s *source) checkHealth(ctx context.Context) *backend.CheckHealthResult {
	ids, err := s.workspaces(ctx)
	if err != nil {
		return unhealthy(err)
	}
	readings := s.read(ctx, ids)
	var read, failed []string
	for _, one := range readings {
		if one.err != nil {
			failed = append(failed, one.id.Name+": "+failure.From(one.err).Message)
			continue
		}
		read = append(read, fmt.Sprintf("%s (%d)", one.id.Name, len(one.rows)))
	}
	if len(read) == 0 {
		return unhealthy(readings[0].err)
	}
	said := []string{"Can read the private endpoints of " + strings.Join(read, ", ") + "."}
	status := backend.HealthStatusOk
	if len(failed) > 0 {
		status = backend.HealthStatusError
		said = append(said, "Can't read "+strings.Join(failed, " "))
	}
	said = append(said, s.more(ctx, readings)...)
	return &backend.CheckHealthResult{Status: status, Message: strings.Join(said, " ")}
}

// more tells of what isn't needed for queries of states: the activity log and, unless it is off, the refresh.
func (s *source) more(ctx context.Context, readings []reading) []string {
	var said []string
	for _, one := range readings {
		if one.err != nil {
			continue
		}
		if read := s.readActivity(ctx, one.id); read.err != nil {
			said = append(said, "The activity log of "+one.id.Name+" can't be read: "+failure.From(read.err).Message)
		}
		if s.settings.automatic != follow.Off && s.cannotRefresh(ctx, one.id) {
			said = append(said, "The identity doesn't seem to have permission to refresh "+one.id.Name+", so approvals aren't applied automatically.")
		}
	}
	return said
}

func (s *source) cannotRefresh(ctx context.Context, id azure.WorkspaceID) bool {
	states, err := s.client.ActionStates(ctx, id)
	for _, state := range states {
		if err == nil && state.Key == "refresh" {
			return state.State == "notGranted"
		}
	}
	return false
}

func unhealthy(err error) *backend.CheckHealthResult {
	known := failure.From(err)
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: strings.TrimSpace(known.Message + " " + known.Hint)}
}
