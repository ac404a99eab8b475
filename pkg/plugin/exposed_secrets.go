package plugin

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// exposedSecrets are the paths of what looks like a secret in jsonData, which Grafana shows every signed-in user. A
// provisioning file may have put it there. The browser finds the same (src/domain/settings/exposedSecrets.ts).
func exposedSecrets(jsonData json.RawMessage) []string {
	var stored any
	_ = json.Unmarshal(jsonData, &stored)
	found := exposedIn("", "", stored)
	slices.Sort(found)
	return found
}

func exposedIn(path, name string, value any) []string {
	var found []string
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			found = append(found, exposedIn(strings.TrimPrefix(path+"."+key, "."), key, inner)...)
		}
	case []any:
		for i, inner := range value {
			found = append(found, exposedIn(fmt.Sprint(path, ".", i), name, inner)...)
		}
	case string, float64:
		if text := fmt.Sprint(value); text != "" && failure.HideIn(name)(text) != text {
			found = append(found, path)
		}
	}
	return found
}

// exposedWarning says which settings hold a secret, and never which one; empty where none does.
func exposedWarning(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return failure.Scrub("A secret is stored where every user of this organization can read it: jsonData." + strings.Join(paths, ", jsonData.") +
		". Replace the secret, and remove it on the configuration page and from the provisioning file.")
}
