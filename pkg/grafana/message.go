package grafana

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// message is what an error answer says.
type message struct {
	text, id string
	// json is true for Grafana's own words; a proxy in between answers with something else.
	json bool
}

func readMessage(answer azure.PlaneAnswer) message {
	var said struct {
		Message   string `json:"message"`
		MessageID string `json:"messageId"`
	}
	if err := json.Unmarshal(answer.Body, &said); err != nil || said.Message == "" && said.MessageID == "" {
		return message{text: azure.PlainText(answer.Body)}
	}
	return message{said.Message, said.MessageID, true}
}

// Grafana tells these apart by its words alone (pkg/services/datasources/errors.go).
func (m message) isReadOnly() bool { return strings.Contains(m.text, "read-only data source") }
func (m message) isTaken() bool    { return strings.Contains(m.text, "already exists") }

// isMissing is true for a plugin that has no health check, or no backend that could run one.
func (m message) isMissing() bool {
	return slices.Contains(catalogue.Constants.MissingPluginIDs, m.id) ||
		strings.Contains(strings.ToLower(m.text), "health check not implemented")
}
