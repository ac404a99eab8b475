package grafana

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// Health is how a data source's own check went.
type Health struct {
	// Status is ok, error, unknown, or missing where the plugin has no check that Grafana's server could run.
	Status  string `json:"status"`
	Message string `json:"message"`
	// MessageID is Grafana's own id of an error, such as plugin.unavailable.
	MessageID string `json:"messageId"`
	// Details are the plugin's own, or what a query told that the check kept to itself.
	Details jsontext.Value `json:"details,omitzero"`
	// HTTPStatus is what Grafana answered with.
	HTTPStatus int `json:"httpStatus"`
	// ReachedFrom is always workspace: the check ran in the workspace's managed network.
	ReachedFrom string `json:"reachedFrom"`
}

var healthAction = action{does: "test the data source", permission: "datasources:query", subject: "data source"}

// Health runs a data source's check, past the cache that Grafana keeps of its record for five seconds. Grafana answers 200
// for OK and 400 with the same payload otherwise.
func (c *Client) Health(ctx context.Context, uid string) (Health, error) {
	answer, err := c.plane.Do(ctx, azure.PlaneRequest{
		Method: http.MethodGet, Path: "/api/datasources/uid/" + uid + "/health",
		Header: http.Header{"X-Grafana-Nocache": {"true"}}, Slow: true,
	})
	if err != nil {
		return Health{}, c.classify(ctx, healthAction, err)
	}
	said := readMessage(answer)
	health := Health{HTTPStatus: answer.Status, ReachedFrom: "workspace", Message: answer.Hide(said.text), MessageID: answer.Hide(said.id)}
	var payload struct {
		Status  string         `json:"status"`
		Details jsontext.Value `json:"details"`
	}
	if err := json.Unmarshal(answer.Body, &payload); err != nil && answer.Status == http.StatusOK {
		return Health{}, badAnswer(healthAction, "the response isn't valid JSON")
	}
	// Hiding works on text: should it break the JSON, the details stay away.
	if details := jsontext.Value(answer.Hide(string(payload.Details))); details.IsValid() && details.Kind() != 'n' {
		health.Details = details
	}
	switch status := strings.ToUpper(payload.Status); {
	case said.isMissing():
		health.Status = "missing"
	case answer.Status == http.StatusOK && status == "OK":
		health.Status = "ok"
	case answer.Status == http.StatusOK || status == "UNKNOWN" && answer.Status == http.StatusBadRequest:
		health.Status = "unknown"
	case answer.Status == http.StatusBadRequest && status == "ERROR":
		health.Status = "error"
		if reason := c.reason(ctx, uid, said.text); reason != "" && health.Details == nil {
			// Where other plugins put it themselves.
			health.Details, _ = json.Marshal(map[string]string{"verboseMessage": reason})
		}
	case said.json && strings.HasPrefix(said.text, "Unable to load datasource"):
		return Health{}, notFound("data source")
	case said.json && (answer.Status == http.StatusBadRequest || answer.Status == http.StatusInternalServerError):
		// Grafana could not finish the check; its words say why.
		health.Status = "error"
	default:
		return Health{}, c.classifyAnswer(healthAction, answer)
	}
	return health, nil
}
