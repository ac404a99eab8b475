import { DataSources } from '../../grafana/dataSources';
import { parseDataSourceCommand } from '../../grafana/dataSourceCommand';
import { storePassword } from '../network/storeSpecs';

interface Spec {
  uid: string;
  name: string;
  type: string;
  url?: string;
  jsonData?: Record<string, unknown>;
  password?: string;
  readOnly?: boolean;
}

/** Data sources of the workspace's Grafana: over their endpoint, past it, over one that isn't usable, and unknown. */
const specs: Spec[] = [
  {
    uid: 'prod-metrics',
    name: 'Production metrics',
    type: 'prometheus',
    url: 'https://amw-contoso-weu-k2f7.westeurope.prometheus.monitor.azure.com',
    jsonData: { httpMethod: 'POST', azureCredentials: { authType: 'msi' } },
  },
  {
    uid: 'shop-metrics',
    name: 'Shop metrics',
    type: 'prometheus',
    url: 'https://prometheus.shop.contoso.com:9443',
    jsonData: { httpMethod: 'POST', timeInterval: '30s' },
  },
  {
    uid: 'payments-metrics',
    name: 'Payments metrics',
    type: 'prometheus',
    url: 'http://prometheus.payments.internal:9090',
    jsonData: { httpMethod: 'POST', manageAlerts: true },
  },
  { uid: 'edge-metrics', name: 'Edge gateways', type: 'prometheus', url: 'http://10.174.0.77:9090' },
  { uid: 'long-term', name: 'Long-term metrics', type: 'prometheus', url: 'https://mimir.obs.contoso.com/prometheus' },
  {
    uid: 'cluster-logs',
    name: 'Cluster logs',
    type: 'loki',
    url: 'https://loki.obs.contoso.com',
    password: storePassword,
  },
  {
    uid: 'cluster-logs-ip',
    name: 'Cluster logs by address',
    type: 'loki',
    url: 'https://10.174.0.21',
    password: storePassword,
  },
  {
    uid: 'cluster-logs-old',
    name: 'Cluster logs, old password',
    type: 'loki',
    url: 'https://loki.obs.contoso.com',
    password: 'last-year',
  },
  { uid: 'traces', name: 'Cluster traces', type: 'tempo', url: 'https://tempo.obs.contoso.com' },
  {
    uid: 'plant7',
    name: 'Plant 7 sensors',
    type: 'influxdb',
    url: 'http://influx.plant7.contoso.com:8086',
    jsonData: { version: 'Flux', organization: 'plant7', defaultBucket: 'sensors' },
  },
  {
    uid: 'search-logs',
    name: 'Search logs',
    type: 'elasticsearch',
    url: 'https://elastic.search.contoso.com:9200',
    jsonData: { index: 'logs-*', timeField: '@timestamp' },
  },
  {
    uid: 'telemetry',
    name: 'Vehicle telemetry',
    type: 'grafana-azure-data-explorer-datasource',
    jsonData: { clusterUrl: 'https://contosotelemetry.westeurope.kusto.windows.net', defaultDatabase: 'telemetry' },
  },
  {
    uid: 'revenue',
    name: 'Revenue',
    type: 'mssql',
    url: 'contoso-billing.database.windows.net:1433',
    jsonData: { database: 'billing', encrypt: 'true' },
    password: 'stand-in',
  },
  {
    uid: 'catalogue',
    name: 'Product catalogue',
    type: 'grafana-postgresql-datasource',
    url: 'contoso-catalog.postgres.database.azure.com:5432',
    jsonData: { database: 'catalog', sslmode: 'require' },
    readOnly: true,
  },
  {
    uid: 'click-stream',
    name: 'Click stream',
    type: 'grafana-clickhouse-datasource',
    jsonData: { host: 'clickhouse.analytics.contoso.com', port: 8123, protocol: 'http' },
  },
  {
    uid: 'orders',
    name: 'Orders',
    type: 'grafana-mongodb-datasource',
    jsonData: {
      connection: 'mongodb://contoso-orders.mongo.cosmos.azure.com:10255/orders?ssl=true&replicaSet=globaldb',
    },
  },
  {
    uid: 'forecasts',
    name: 'Forecasts',
    type: 'grafana-databricks-datasource',
    jsonData: { host: 'adb-4820193756410283.3.azuredatabricks.net', httpPath: '/sql/1.0/warehouses/4d2f' },
  },
  {
    uid: 'azure-monitor',
    name: 'Azure Monitor',
    type: 'grafana-azure-monitor-datasource',
    jsonData: { azureCredentials: { authType: 'msi' } },
  },
  { uid: 'weather', name: 'Public weather', type: 'prometheus', url: 'https://metrics.weather.example' },
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
