// Package address knows where data sources keep their address and takes it apart strictly: what it can't tell for sure
// is refused, since credentials follow the address.
package address

// shape is how a data source writes its address.
type shape int

const (
	shapeURL shape = iota
	shapeHostPort
	shapeMSSQL
	shapeHost
)

// Kind is where one type of data source keeps its address.
type Kind struct {
	// Field is url, or jsonData. and a key.
	Field string
	// PortBeside is true where port and TLS stand in fields of their own.
	PortBeside bool
	shape      shape
}

// clickHouse kept its host under another key before version 4 of the plugin.
const clickHouse = "grafana-clickhouse-datasource"

var legacyClickHouse = Kind{Field: "jsonData.server", PortBeside: true, shape: shapeHost}

// Types that are written; read in the plugins' own sources (Grafana 12.4). Types whose fields are known only from
// documentation (MongoDB, Databricks, Cosmos DB) are never written.
var kinds = map[string]Kind{
	"prometheus":                             {Field: "url"},
	"grafana-azureprometheus-datasource":     {Field: "url"},
	"loki":                                   {Field: "url"},
	"tempo":                                  {Field: "url"},
	"jaeger":                                 {Field: "url"},
	"zipkin":                                 {Field: "url"},
	"elasticsearch":                          {Field: "url"},
	"grafana-opensearch-datasource":          {Field: "url"},
	"influxdb":                               {Field: "url"},
	"graphite":                               {Field: "url"},
	"opentsdb":                               {Field: "url"},
	"alertmanager":                           {Field: "url"},
	"grafana-pyroscope-datasource":           {Field: "url"},
	"parca":                                  {Field: "url"},
	"grafana-postgresql-datasource":          {Field: "url", shape: shapeHostPort},
	"postgres":                               {Field: "url", shape: shapeHostPort},
	"mysql":                                  {Field: "url", shape: shapeHostPort},
	"mssql":                                  {Field: "url", shape: shapeMSSQL},
	"grafana-azure-data-explorer-datasource": {Field: "jsonData.clusterUrl"},
	clickHouse:                               {Field: "jsonData.host", PortBeside: true, shape: shapeHost},
}

// KindOf returns how a type is written; false for types that aren't.
func KindOf(dataSourceType string) (Kind, bool) {
	kind, ok := kinds[dataSourceType]
	return kind, ok
}

// KindFor returns how the type is written when the given field is the one to write: ClickHouse has an older one.
func KindFor(dataSourceType, field string) (Kind, bool) {
	if dataSourceType == clickHouse && field == legacyClickHouse.Field {
		return legacyClickHouse, true
	}
	kind, ok := kinds[dataSourceType]
	return kind, ok && kind.Field == field
}
