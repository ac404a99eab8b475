// Names as the plugins' own catalog pages write them.
const titles: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus',
  'grafana-azureprometheus-datasource': 'Azure Monitor managed Prometheus',
  'grafana-azure-monitor-datasource': 'Azure Monitor',
  'grafana-azure-data-explorer-datasource': 'Azure Data Explorer',
  'grafana-databricks-datasource': 'Databricks',
  'grafana-mongodb-datasource': 'MongoDB',
  'grafana-postgresql-datasource': 'PostgreSQL',
  // The name that older Grafana used.
  postgres: 'PostgreSQL',
  'grafana-opensearch-datasource': 'OpenSearch',
  'grafana-clickhouse-datasource': 'ClickHouse',
  'grafana-pyroscope-datasource': 'Pyroscope',
  loki: 'Loki',
  tempo: 'Tempo',
  influxdb: 'InfluxDB',
  elasticsearch: 'Elasticsearch',
  mysql: 'MySQL',
  mssql: 'Microsoft SQL Server',
  jaeger: 'Jaeger',
  zipkin: 'Zipkin',
  alertmanager: 'Alertmanager',
  graphite: 'Graphite',
  opentsdb: 'OpenTSDB',
  parca: 'Parca',
};

/** A data source type's name for people; the plugin id where we know none. */
export function dataSourceName(type: string): string {
  return Object.hasOwn(titles, type) ? (titles[type] ?? type) : type;
}

/** Data source types in words, each name once: the first few by name, the others as a number. */
export function dataSourceNames(types: readonly string[], atMost = types.length): string {
  const names = [...new Set(types.map(dataSourceName))];
  const more = names.length - atMost;
  return names.slice(0, atMost).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
