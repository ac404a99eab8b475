package grafana

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/catalogue"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// reason asks by a query why a check failed that doesn't say it; "" where it does, or nobody knows.
func (c *Client) reason(ctx context.Context, uid, said string) string {
	for kind, known := range catalogue.DataSourceTypes {
		if known.SilentHealth == nil || !strings.HasPrefix(said, known.SilentHealth.Says) {
			continue
		}
		query := map[string]any{"refId": "A", "datasource": map[string]string{"uid": uid, "type": kind}}
		maps.Copy(query, known.SilentHealth.Query)
		body, err := json.Marshal(map[string]any{"from": "now-1m", "to": "now", "queries": []any{query}})
		if err != nil {
			return ""
		}
		answer, err := c.plane.Do(ctx, azure.PlaneRequest{Method: http.MethodPost, Path: "/api/ds/query", Body: body, Slow: true})
		if err != nil {
			return ""
		}
		var told struct {
			Results map[string]struct {
				Error string `json:"error"`
			} `json:"results"`
		}
		_ = json.Unmarshal(answer.Body, &told)
		return answer.Hide(told.Results["A"].Error)
	}
	return ""
}
