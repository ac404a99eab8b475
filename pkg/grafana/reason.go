package grafana

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/azure"
)

// silent are health answers that keep the reason to the log of Grafana's server, while any query tells it (Grafana 12.3,
// pkg/tsdb/loki/healthcheck.go and pkg/tsdb/elasticsearch/healthcheck.go). src/domain/health/hiddenReason.ts has them too.
var silent = []struct {
	says, kind string
	// query is the smallest one that makes the plugin ask its store.
	query map[string]any
}{
	{"Unable to connect with Loki", "loki", map[string]any{"expr": "vector(1)+vector(1)", "queryType": "instant"}},
	{"Health check failed: Failed to connect to Elasticsearch", "elasticsearch", map[string]any{
		"metrics":    []any{map[string]any{"type": "raw_document", "id": "1", "settings": map[string]any{"size": "1"}}},
		"bucketAggs": []any{},
	}},
}

// reason asks by a query why a check failed that doesn't say it; "" where it does, or nobody knows.
func (c *Client) reason(ctx context.Context, uid, said string) string {
	for _, s := range silent {
		if !strings.HasPrefix(said, s.says) {
			continue
		}
		query := map[string]any{"refId": "A", "datasource": map[string]string{"uid": uid, "type": s.kind}}
		for key, value := range s.query {
			query[key] = value
		}
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
