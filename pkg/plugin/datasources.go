package plugin

import (
	"strings"

	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/failure"
	"github.com/azure-privateendpoints/azure-privateendpoints-app/pkg/grafana"
)

// getDataSources answers {dataSources}: those of the workspace's own Grafana.
func getDataSources(c *call) (any, error) {
	found, err := c.grafana.List(c.ctx)
	return struct {
		DataSources []grafana.Listed `json:"dataSources"`
	}{found}, err
}

type dataSourceAnswer struct {
	// DataSource is as Grafana tells it when read by uid.
	DataSource grafana.DataSource `json:"dataSource"`
	// UnsafeNumbers are those that a browser can't hold; such a data source is shown, not written.
	UnsafeNumbers []grafana.UnsafeNumber `json:"unsafeNumbers"`
	// Receipt undoes the change that was just made; empty when there was none.
	Receipt string `json:"receipt,omitzero"`
	// CreatedAt says which endpoint was filled in; empty when there was none.
	CreatedAt string `json:"createdAt,omitzero"`
	// EndpointChanged says what became of the endpoint meanwhile, where the new address may lead to someone else.
	EndpointChanged *failure.Error `json:"endpointChanged,omitzero"`
}

func answerWith(source grafana.DataSource, receipt string) dataSourceAnswer {
	return dataSourceAnswer{DataSource: source.Shown(), UnsafeNumbers: source.UnsafeNumbers(), Receipt: receipt}
}

// getDataSource answers {dataSource, unsafeNumbers}.
func getDataSource(c *call) (any, error) {
	source, err := c.grafana.Read(c.ctx, c.path["uid"])
	if err != nil {
		return nil, err
	}
	return answerWith(source, ""), nil
}

// postDataSourceHealth answers {status, message, messageId, details?, httpStatus, reachedFrom}: the data source's own
// check, run by the workspace's Grafana.
func postDataSourceHealth(c *call, _ *noBody) (any, error) {
	return c.grafana.Health(c.ctx, c.path["uid"])
}

// maxDependents bounds the data sources of one question.
const maxDependents = 100

// getDependents answers {dashboards, alertRules} for ?uids=<uid>,<uid>: how many use these data sources, null where that
// isn't known.
func getDependents(c *call) (any, error) {
	uids := strings.Split(c.query.Get("uids"), ",")
	if len(uids) > maxDependents {
		return nil, failure.Invalid("uids", "Too many data sources.", "Ask for 100 data sources at most.")
	}
	for _, uid := range uids {
		if err := grafana.CheckUID(uid); err != nil {
			return nil, failure.At("uids", err)
		}
	}
	return c.grafana.Dependents(c.ctx, uids), nil
}
