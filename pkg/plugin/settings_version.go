package plugin

import (
	"encoding/json"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
)

// schemaVersion is the newest shape of stored settings that this version knows. 0.1.0 stored none, in the same shape.
const schemaVersion = 1

// newerSchema tells whether a newer version of the plugin stored the settings. It reads nothing else of them: all else
// may have another shape by then.
func newerSchema(jsonData json.RawMessage) bool {
	var stored struct {
		SchemaVersion float64 `json:"schemaVersion"`
	}
	return json.Unmarshal(jsonData, &stored) == nil && stored.SchemaVersion > schemaVersion
}

// setByNewer says of an error about settings that a newer version stored them; other errors stay as they are.
func setByNewer(err error) error {
	if err == nil {
		return nil
	}
	refused := failure.From(err)
	if refused.Code != "invalid_settings" {
		return err
	}
	explained := *refused
	explained.Message += " It was set by a newer version of the plugin."
	explained.Hint = "Update the plugin, or replace the setting on the configuration page."
	return &explained
}
