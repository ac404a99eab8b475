import { type StoredDataSource } from './dataSources';
import { secureFields } from './json';

/** Names of data source types as Grafana shows them; an unknown type shows its id. */
const names: Record<string, string> = {
  prometheus: 'Prometheus',
  'grafana-azureprometheus-datasource': 'Azure Managed Prometheus',
  loki: 'Loki',
  tempo: 'Tempo',
  jaeger: 'Jaeger',
  zipkin: 'Zipkin',
  elasticsearch: 'Elasticsearch',
  'grafana-opensearch-datasource': 'OpenSearch',
  influxdb: 'InfluxDB',
  graphite: 'Graphite',
  opentsdb: 'OpenTSDB',
  alertmanager: 'Alertmanager',
  'grafana-pyroscope-datasource': 'Grafana Pyroscope',
  parca: 'Parca',
  'grafana-postgresql-datasource': 'PostgreSQL',
  mysql: 'MySQL',
  mssql: 'Microsoft SQL Server',
  'grafana-azure-data-explorer-datasource': 'Azure Data Explorer Datasource',
  'grafana-mongodb-datasource': 'MongoDB',
  'grafana-databricks-datasource': 'Databricks',
  'grafana-azure-monitor-datasource': 'Azure Monitor',
  'grafana-clickhouse-datasource': 'ClickHouse',
  'grafana-azurecosmosdb-datasource': 'Azure Cosmos DB',
  'yesoreyeram-infinity-datasource': 'Infinity',
  'marcusolsson-csv-datasource': 'CSV',
  'grafana-splunk-datasource': 'Splunk',
  'grafana-falconlogscale-datasource': 'Falcon LogScale',
  'grafana-servicenow-datasource': 'ServiceNow',
  'grafana-gitlab-datasource': 'GitLab',
  'grafana-github-datasource': 'GitHub Enterprise Server',
  'grafana-jenkins-datasource': 'Jenkins',
  'grafana-jira-datasource': 'Jira',
  'grafana-sentry-datasource': 'Sentry',
  'grafana-azuredevops-datasource': 'Azure DevOps Server',
  'grafana-datadog-datasource': 'Datadog',
  'grafana-looker-datasource': 'Looker',
  'dlopes7-appdynamics-datasource': 'AppDynamics',
  'grafana-cockroachdb-datasource': 'CockroachDB',
  'grafana-yugabyte-datasource': 'YugabyteDB',
  'alexanderzobnin-zabbix-datasource': 'Zabbix',
  'victoriametrics-metrics-datasource': 'VictoriaMetrics',
  'victoriametrics-logs-datasource': 'VictoriaLogs',
  'trino-datasource': 'Trino',
  'grafana-oracle-datasource': 'Oracle Database',
  'grafana-snowflake-datasource': 'Snowflake',
  'grafana-saphana-datasource': 'SAP HANA',
  'grafana-dynatrace-datasource': 'Dynatrace Managed',
  'grafana-astradb-datasource': 'Astra DB',
  'grafana-mqtt-datasource': 'MQTT',
  'redis-datasource': 'Redis',
  'grafana-testdata-datasource': 'TestData',
};

/** Whether the type's plugin is there: the ones above are. */
export const isInstalled = (type: string): boolean => type in names;

export function dataSourceTypeName(type: string): string {
  return names[type] ?? type;
}

/** One drawing for all types: Grafana's own logos are no part of its packages. */
export const dataSourceLogo = 'public/build/img/icons/unicons/database.svg';

/** An entry of GET /api/datasources: no version, no names of secrets. */
export function listDto(source: StoredDataSource) {
  return { ...commonFields(source), typeName: dataSourceTypeName(source.type), typeLogoUrl: dataSourceLogo };
}

/** GET /api/datasources/uid/:uid and the `datasource` of write answers; secrets are named, never shown. */
export function fullDto(source: StoredDataSource) {
  return {
    ...commonFields(source),
    typeLogoUrl: '',
    basicAuthUser: source.basicAuthUser,
    withCredentials: source.withCredentials,
    secureJsonFields: secureFields(source.secureJsonData),
    version: source.version,
    apiVersion: source.apiVersion,
  };
}

function commonFields(source: StoredDataSource) {
  const { id, uid, name, type, access, url, user, database, basicAuth, isDefault, jsonData, readOnly } = source;
  return { id, uid, orgId: 1, name, type, access, url, user, database, basicAuth, isDefault, jsonData, readOnly };
}
