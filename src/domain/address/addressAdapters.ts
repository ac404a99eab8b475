import { isJsonObject, type JsonObject, stringAt } from '../json';
import { type DataSource } from './dataSource';
import { type AddressShape } from './hostSpan';

/** Where a data source keeps its address, as the backend's writer knows it too. */
export type AddressField =
  | 'url'
  | 'jsonData.clusterUrl'
  | 'jsonData.host'
  | 'jsonData.server'
  | 'jsonData.connection'
  | 'jsonData.accountEndpoint';

/** How one type of data source keeps its address. */
export interface AddressAdapter {
  field: AddressField;
  shape: AddressShape;
  /** `paste` for types whose fields are known only from their documentation: the value is shown, never written. */
  mode: 'write' | 'paste';
  /** Port when the address names none; undefined when it depends. */
  defaultPort: number | undefined;
}

function url(defaultPort: number | undefined): AddressAdapter {
  return { field: 'url', shape: 'url', mode: 'write', defaultPort };
}

function hostPort(defaultPort: number): AddressAdapter {
  return { field: 'url', shape: 'hostPort', mode: 'write', defaultPort };
}

// Read in the plugins' own sources (Grafana 12.4); MongoDB, Databricks and Cosmos DB only in their documentation.
const adapters: Record<string, AddressAdapter> = {
  prometheus: url(9090),
  'grafana-azureprometheus-datasource': url(443),
  loki: url(3100),
  tempo: url(3200),
  jaeger: url(16686),
  zipkin: url(9411),
  elasticsearch: url(9200),
  'grafana-opensearch-datasource': url(9200),
  influxdb: url(8086),
  graphite: url(8080),
  opentsdb: url(4242),
  alertmanager: url(9093),
  'grafana-pyroscope-datasource': url(4040),
  parca: url(7070),
  'grafana-postgresql-datasource': hostPort(5432),
  postgres: hostPort(5432),
  mysql: hostPort(3306),
  mssql: { field: 'url', shape: 'mssql', mode: 'write', defaultPort: 1433 },
  'grafana-azure-data-explorer-datasource': {
    field: 'jsonData.clusterUrl',
    shape: 'url',
    mode: 'write',
    defaultPort: 443,
  },
  'grafana-clickhouse-datasource': { field: 'jsonData.host', shape: 'host', mode: 'write', defaultPort: undefined },
  'grafana-mongodb-datasource': {
    field: 'jsonData.connection',
    shape: 'connectionString',
    mode: 'paste',
    defaultPort: 27017,
  },
  'grafana-databricks-datasource': { field: 'jsonData.host', shape: 'host', mode: 'paste', defaultPort: 443 },
  'grafana-azurecosmosdb-datasource': {
    field: 'jsonData.accountEndpoint',
    shape: 'url',
    mode: 'paste',
    defaultPort: 443,
  },
};

/** Types that have no address of their own: private access is a matter of names alone. */
export const typesWithoutAddress: readonly string[] = ['grafana-azure-monitor-datasource'];

/** Types with an adapter. */
export const typesWithAddress: readonly string[] = Object.keys(adapters);

/** The adapter of a type; undefined for types we don't know and for those without an address. */
export function adapterOfType(type: string): AddressAdapter | undefined {
  return Object.hasOwn(adapters, type) ? adapters[type] : undefined;
}

/** The adapter of one data source: ClickHouse kept its host under another key before version 4. */
export function adapterOf(dataSource: DataSource): AddressAdapter | undefined {
  const adapter = adapterOfType(dataSource.type);
  const legacy =
    dataSource.type === 'grafana-clickhouse-datasource' &&
    stringAt(dataSource, 'jsonData', 'host') === '' &&
    stringAt(dataSource, 'jsonData', 'server') !== '';
  return adapter && legacy ? { ...adapter, field: 'jsonData.server' } : adapter;
}

/** The text of an address field; '' when it is empty or no text. */
export function readField(dataSource: DataSource, field: AddressField): string {
  return stringAt(dataSource, ...field.split('.'));
}

/** A copy of the data source with one address field changed and everything else as it was. */
export function writeField<T extends JsonObject>(dataSource: T, field: AddressField, value: string): T {
  const [top = '', key] = field.split('.');
  if (key === undefined) {
    return { ...dataSource, [top]: value };
  }
  const inner = dataSource[top];
  return { ...dataSource, [top]: { ...(isJsonObject(inner) ? inner : {}), [key]: value } };
}
