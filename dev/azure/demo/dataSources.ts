import { parseDataSourceCommand } from '../../grafana/dataSourceCommand';
import { DataSources } from '../../grafana/dataSources';
import { storePassword } from '../network/storeSpecs';

const monitorHost = 'amw-contoso-weu-k2f7.westeurope.prometheus.monitor.azure.com';
const catalogHost = 'contoso-catalog.postgres.database.azure.com';

interface Spec {
  uid: string;
  name: string;
  type: string;
  url: string;
  jsonData?: Record<string, unknown>;
  password?: string;
  readOnly?: boolean;
}

const source = (uid: string, name: string, type: string, url: string, more: Partial<Spec> = {}): Spec => ({
  uid,
  name,
  type,
  url,
  ...more,
});

/** Data sources of the workspace's Grafana: over their endpoint, past it, over one that isn't usable, and unknown. */
const specs: Spec[] = [
  source('prod-metrics', 'Production metrics', 'prometheus', `https://${monitorHost}`, {
    jsonData: { httpMethod: 'POST', azureCredentials: { authType: 'msi' } },
  }),
  source('shop-metrics', 'Shop metrics', 'prometheus', 'https://prometheus.shop.contoso.com:9443', {
    jsonData: { httpMethod: 'POST', timeInterval: '30s' },
  }),
  source('payments-metrics', 'Payments metrics', 'prometheus', 'http://prometheus.payments.internal:9090', {
    jsonData: { httpMethod: 'POST', manageAlerts: true },
  }),
  source('edge-metrics', 'Edge gateways', 'prometheus', 'http://10.174.0.77:9090'),
  source('long-term', 'Long-term metrics', 'prometheus', 'https://mimir.obs.contoso.com/prometheus'),
  source('cluster-logs', 'Cluster logs', 'loki', 'https://loki.obs.contoso.com', { password: storePassword }),
  source('cluster-logs-ip', 'Cluster logs by address', 'loki', 'https://10.174.0.21', { password: storePassword }),
  source('cluster-logs-old', 'Cluster logs, old password', 'loki', 'https://loki.obs.contoso.com', {
    password: 'last-year',
  }),
  source('traces', 'Cluster traces', 'tempo', 'https://tempo.obs.contoso.com'),
  source('plant7', 'Plant 7 sensors', 'influxdb', 'http://influx.plant7.contoso.com:8086', {
    jsonData: { version: 'Flux', organization: 'plant7', defaultBucket: 'sensors' },
  }),
  source('search-logs', 'Search logs', 'elasticsearch', 'https://elastic.search.contoso.com:9200', {
    jsonData: { index: 'logs-*', timeField: '@timestamp' },
  }),
  source('telemetry', 'Vehicle telemetry', 'grafana-azure-data-explorer-datasource', '', {
    jsonData: { clusterUrl: 'https://contosotelemetry.westeurope.kusto.windows.net', defaultDatabase: 'telemetry' },
  }),
  source('revenue', 'Revenue', 'mssql', 'contoso-billing.database.windows.net:1433', {
    jsonData: { database: 'billing', encrypt: 'true' },
    password: 'stand-in',
  }),
  source('catalogue', 'Product catalogue', 'grafana-postgresql-datasource', `${catalogHost}:5432`, {
    jsonData: { database: 'catalog', sslmode: 'require' },
    readOnly: true,
  }),
  source('click-stream', 'Click stream', 'grafana-clickhouse-datasource', '', {
    jsonData: { host: 'clickhouse.analytics.contoso.com', port: 8123, protocol: 'http' },
  }),
  source('orders', 'Orders', 'grafana-mongodb-datasource', '', {
    jsonData: {
      connection: 'mongodb://contoso-orders.mongo.cosmos.azure.com:10255/orders?ssl=true&replicaSet=globaldb',
    },
  }),
  source('forecasts', 'Forecasts', 'grafana-databricks-datasource', '', {
    jsonData: { host: 'adb-4820193756410283.3.azuredatabricks.net', httpPath: '/sql/1.0/warehouses/4d2f' },
  }),
  source('azure-monitor', 'Azure Monitor', 'grafana-azure-monitor-datasource', '', {
    jsonData: { azureCredentials: { authType: 'msi' } },
  }),
  source('weather', 'Public weather', 'prometheus', 'https://metrics.weather.example'),
];

/** Builds the store anew, as a reset needs it. */
export function demoDataSources(): DataSources {
  const sources = new DataSources();
  for (const { readOnly, password, ...spec } of specs) {
    const secrets = password
      ? { basicAuth: true, basicAuthUser: 'grafana', secureJsonData: { basicAuthPassword: password } }
      : {};
    const command = parseDataSourceCommand({ access: 'proxy', ...spec, ...secrets });
    if (!command) {
      throw new Error(`the demonstration's data source ${spec.uid} is not complete`);
    }
    sources.add(command, readOnly);
  }
  return sources;
}
