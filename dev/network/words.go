package main

import (
	"errors"
	"strings"
)

// refusal is an answer of the store itself.
type refusal struct{ status, text string }

func (r refusal) Error() string { return r.status + ": " + r.text }

// failed puts a failure as the plugin of the type puts it in its health answer: as seen in Grafana 12.3, and in the
// CheckHealth of pkg/tsdb and pkg/promlib there. Loki and Elasticsearch keep the reason to the log; a query tells it.
func failed(kind string, err error) outcome {
	said := outcome{Status: "ERROR", Message: err.Error()}
	switch kind {
	case "prometheus", "grafana-azureprometheus-datasource":
		said.Message += " - There was an error returned querying the Prometheus API."
	case "loki":
		said.Message = "Unable to connect with Loki. Please check the server logs for more details."
		said.Reason = err.Error()
	case "elasticsearch":
		said.Message = "Health check failed: Failed to connect to Elasticsearch"
		if refused := (refusal{}); errors.As(err, &refused) {
			said.Message = "Health check failed: Elasticsearch data source is not healthy. Status: " + refused.status
		}
		said.Reason = err.Error()
	case "grafana-postgresql-datasource", "postgres", "mysql", "mssql":
		said.Details = map[string]string{"verboseMessage": err.Error()}
		if dial := dialError(""); errors.As(err, &dial) {
			_, reason, _ := strings.Cut(string(dial), ": ")
			if strings.HasSuffix(reason, "no such host") {
				reason = "no such host"
			}
			said.Message = "Network error: Failed to connect to the server. Error message: " + reason
		}
	}
	return said
}
