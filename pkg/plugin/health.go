package plugin

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// CheckHealth tells an admin whether the workspace can be read, and if not, why. Grafana lets every signed-in user
// ask, so everybody else is told one word, and nothing is asked of Azure for them.
func (a *App) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if authorize(req.PluginContext.User, admin) != nil {
		return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "Running"}, nil
	}
	result := a.checkHealth(ctx)
	result.Message = strings.TrimSpace(result.Message + " " + a.exposed)
	return result, nil
}

func (a *App) checkHealth(ctx context.Context) *backend.CheckHealthResult {
	ctx, cancel := context.WithTimeout(ctx, a.limits.Call)
	defer cancel()
	client, id, err := a.azure()
	if err != nil {
		return unhealthy(err)
	}
	workspace, err := client.Workspace(ctx, id)
	if err != nil {
		return unhealthy(err)
	}
	known := []string{workspace.Tier, workspace.Location}
	if workspace.GrafanaMajorVersion != "" {
		known = append(known, "Grafana "+workspace.GrafanaMajorVersion)
	}
	return &backend.CheckHealthResult{
		Status:  backend.HealthStatusOk,
		Message: "Connected to the workspace " + workspace.Name + " (" + strings.Join(known, ", ") + ").",
	}
}

func unhealthy(err error) *backend.CheckHealthResult {
	known := failure.From(err)
	details, _ := json.Marshal(known)
	return &backend.CheckHealthResult{
		Status: backend.HealthStatusError, Message: strings.TrimSpace(known.Message + " " + known.Hint), JSONDetails: details,
	}
}
