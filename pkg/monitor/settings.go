package monitor

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/follow"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/plugin"
)

// maxWorkspaces bounds the workspaces of one data source.
const maxWorkspaces = 50

// settings are a data source's stored settings, read and checked.
type settings struct {
	// workspaces are those that were chosen; none when all is set.
	workspaces []azure.WorkspaceID
	// all is true for every workspace that the identity can see.
	all bool
	// automatic is Off where nothing is stored: a data source only reads unless an admin says otherwise.
	automatic   follow.Automatic
	apiVersion  string
	credentials map[string]any
}

// readSettings reads the stored jsonData. What is wrong with the workspaces leaves the credentials as they are, since choosing one
// needs working authentication.
func readSettings(jsonData []byte) (settings, error) {
	var raw struct {
		Workspaces  []string       `json:"workspaces"`
		All         bool           `json:"allWorkspaces"`
		Automatic   string         `json:"automaticRefresh"`
		APIVersion  string         `json:"apiVersion"`
		Credentials map[string]any `json:"azureCredentials"`
	}
	const hint = "Save them again on the data source's settings page, or correct the provisioning file."
	if len(jsonData) > 0 {
		if err := json.Unmarshal(jsonData, &raw); err != nil {
			return settings{}, failure.InvalidSettings("jsonData", "The stored settings of the data source can't be read.", hint)
		}
	}
	read := settings{all: raw.All, automatic: follow.Automatic(cmp.Or(raw.Automatic, string(follow.Off))), apiVersion: raw.APIVersion, credentials: raw.Credentials}
	if !read.automatic.Known() {
		return read, failure.InvalidSettings("automaticRefresh", "The setting for automatic refresh must be off, decided, or pending.", hint)
	}
	if raw.All {
		return read, nil
	}
	if len(raw.Workspaces) > maxWorkspaces {
		return read, failure.InvalidSettings("workspaces", "A data source can have "+strconv.Itoa(maxWorkspaces)+" workspaces at most.", "Add another data source for the rest.")
	}
	seen := map[string]bool{}
	for _, id := range raw.Workspaces {
		workspace, err := azure.ParseWorkspaceID("workspaces", strings.TrimSpace(id))
		if err == nil {
			err = plugin.CheckAllowed(workspace)
		}
		if err != nil {
			return read, err
		}
		if !seen[workspace.Key()] {
			read.workspaces = append(read.workspaces, workspace)
			seen[workspace.Key()] = true
		}
	}
	if len(read.workspaces) == 0 {
		return read, failure.NotConfigured("workspaces", "No workspace is selected.")
	}
	return read, nil
}
