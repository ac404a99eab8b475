package plugin

import (
	"cmp"
	"encoding/json"
	"net/http"
	"os"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
)

// allowedWorkspacesVariable holds the operator's list of workspaces, comma-separated resource ids. Grafana sets it
// from allowed_workspaces in the section [plugin.azure-privateendpoints-app] of its configuration.
const allowedWorkspacesVariable = "GF_PLUGIN_ALLOWED_WORKSPACES"

// grafanaHostsVariable holds, from grafana_hosts in the same section, the hosts at which workspaces' Grafana may be besides
// the public cloud's, and in private networks: comma-separated, *.<domain> for all below.
const grafanaHostsVariable = "GF_PLUGIN_GRAFANA_HOSTS"

// Settings are the app's stored settings, read and checked.
type Settings struct {
	Workspace  azure.WorkspaceID
	APIVersion string
	// AutomaticRefresh is Decided where nothing is stored.
	AutomaticRefresh follow.Automatic
	// ApproveRequests is on where exactly true is stored: whatever a newer version may store allows nothing here.
	ApproveRequests bool

	credentials  map[string]any
	workspaceErr error
}

// readSettings reads the stored settings. The error is about what concerns every route; what is wrong with the
// workspace alone stays in workspaceErr, since choosing one needs working authentication.
func readSettings(stored backend.AppInstanceSettings) (Settings, error) {
	var raw struct {
		WorkspaceID string         `json:"workspaceId"`
		APIVersion  string         `json:"apiVersion"`
		Automatic   string         `json:"automaticRefresh"`
		Approve     any            `json:"approveRequests"`
		Credentials map[string]any `json:"azureCredentials"`
	}
	if len(stored.JSONData) > 0 {
		if err := json.Unmarshal(stored.JSONData, &raw); err != nil {
			return Settings{}, failure.InvalidSettings("jsonData", "The stored plugin settings can't be read.",
				"Save them again on the configuration page, or correct the provisioning file.")
		}
	}
	settings := Settings{APIVersion: raw.APIVersion, AutomaticRefresh: follow.Automatic(cmp.Or(raw.Automatic, string(follow.Decided))),
		ApproveRequests: raw.Approve == true, credentials: raw.Credentials}
	if err := azure.CheckAPIVersion(raw.APIVersion); err != nil {
		return settings, err
	}
	if !settings.AutomaticRefresh.Known() {
		return settings, failure.InvalidSettings("automaticRefresh", "The setting for automatic refresh must be off, decided, or pending.",
			"Select one on the configuration page, or correct the provisioning file.")
	}
	settings.Workspace, settings.workspaceErr = azure.ParseWorkspaceID("workspaceId", strings.TrimSpace(raw.WorkspaceID))
	if settings.workspaceErr == nil {
		settings.workspaceErr = checkAllowed(settings.Workspace, os.Getenv(allowedWorkspacesVariable))
	}
	return settings, nil
}

// checkAllowed compares a workspace with the operator's list. An entry that can't be read allows nothing.
func checkAllowed(workspace azure.WorkspaceID, list string) error {
	if strings.TrimSpace(list) == "" {
		return nil
	}
	for entry := range strings.SplitSeq(list, ",") {
		allowed, err := azure.ParseWorkspaceID("", strings.TrimSpace(entry))
		if err == nil && allowed.Key() == workspace.Key() {
			return nil
		}
	}
	return &failure.Error{
		Status: http.StatusForbidden, Code: "workspace_not_allowed", Field: "workspaceId",
		Message: "The operator of this Grafana hasn't allowed this workspace.",
		Hint:    "Select a workspace from allowed_workspaces in Grafana's configuration for this plugin, or ask the operator to add this one.",
	}
}
