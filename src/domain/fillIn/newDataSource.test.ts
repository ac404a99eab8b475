import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { addressKind, writableTypes } from '../catalogue/dataSourceTypes';
import { choosesScheme, newDataSource, type NewDataSourceInput } from './newDataSource';

const input: NewDataSourceInput = {
  type: 'prometheus',
  name: ' Prom ',
  host: 'prom.contoso.com',
  port: '9090',
  scheme: 'https',
};

it.each<[Partial<NewDataSourceInput>, object]>([
  [{}, { url: 'https://prom.contoso.com:9090', jsonData: {} }],
  [{ port: '' }, { url: 'https://prom.contoso.com', jsonData: {} }],
  [{ port: '1' }, { url: 'https://prom.contoso.com:1', jsonData: {} }],
  [{ port: '65535' }, { url: 'https://prom.contoso.com:65535', jsonData: {} }],
  [
    { type: 'mysql', port: '3306' },
    { url: 'prom.contoso.com:3306', jsonData: {} },
  ],
  [
    { type: 'mssql', host: 'fe80::1', port: '' },
    { url: '[fe80::1]', jsonData: {} },
  ],
  [
    { type: 'grafana-clickhouse-datasource', port: '', scheme: 'http' },
    { jsonData: { host: 'prom.contoso.com', port: 9000, secure: false, protocol: 'native' } },
  ],
  [
    { type: 'grafana-azure-data-explorer-datasource', port: '' },
    { jsonData: { clusterUrl: 'https://prom.contoso.com' } },
  ],
  [
    { type: 'grafana-mongodb-datasource', port: '10255' },
    { jsonData: { connection: 'mongodb://prom.contoso.com:10255/?tls=true' } },
  ],
  [
    { type: 'grafana-mongodb-datasource', port: '', scheme: 'http' },
    { jsonData: { connection: 'mongodb://prom.contoso.com' } },
  ],
  [{ type: 'grafana-databricks-datasource', port: '443' }, { jsonData: { host: 'prom.contoso.com' } }],
  [
    { type: 'grafana-snowflake-datasource', host: 'a.privatelink.snowflakecomputing.com', port: '' },
    { jsonData: { account: 'a.privatelink' } },
  ],
  [
    { type: 'grafana-saphana-datasource', port: '' },
    { jsonData: { server: 'prom.contoso.com', port: 443, tlsDisabled: false } },
  ],
  [
    { type: 'grafana-dynatrace-datasource', port: '' },
    { jsonData: { domain: 'prom.contoso.com', apiType: 'managed' } },
  ],
  [
    { type: 'grafana-oracle-datasource', port: '1521' },
    { url: 'prom.contoso.com:1521', jsonData: {} },
  ],
  [{ type: 'grafana-mqtt-datasource', port: '8883' }, { jsonData: { uri: 'tls://prom.contoso.com:8883' } }],
])('%j', (change, expected) => {
  const type = change.type ?? 'prometheus';
  expect(newDataSource({ ...input, ...change })).toEqual({
    ok: true,
    value: { name: 'Prom', type, access: 'proxy', ...expected },
  });
});

it.each<[Partial<NewDataSourceInput>, string]>([
  [{ type: 'cloudwatch' }, "can't be created"],
  [{ type: 'grafana-astradb-datasource' }, 'can’t write the address'],
  [{ type: 'grafana-snowflake-datasource' }, 'ends with .snowflakecomputing.com'],
  [{ type: 'grafana-databricks-datasource', port: '9090' }, 'always use port 443'],
  [{ name: ' ' }, 'Enter a name'],
  [{ name: 'a\u200b' }, 'invisible character'],
  [{ port: '0' }, "isn't a valid port"],
  [{ port: '65536' }, "isn't a valid port"],
  [{ port: '1e3' }, "isn't a valid port"],
  [{ port: '-1' }, "isn't a valid port"],
  [{ port: ' 80' }, "isn't a valid port"],
  [{ port: '80 ' }, "isn't a valid port"],
  [{ port: '9090/x' }, "isn't a valid port"],
])('refuses %j', (change, message) => {
  const result = newDataSource({ ...input, ...change });
  expect(result.ok ? '' : result.problem.message).toContain(message);
});

it.each([
  ['prometheus', true],
  ['grafana-mqtt-datasource', true],
  ['grafana-clickhouse-datasource', true],
  ['mysql', false],
  ['grafana-databricks-datasource', false],
  ['cloudwatch', false],
])('%s: the scheme is chosen: %s', (type, isChosen) => {
  expect(choosesScheme(type)).toBe(isChosen);
});

it.each(writableTypes)('%s reads its own address back', (type) => {
  const { suffix = '', shape = 'url', portBeside } = addressKind(type) ?? {};
  const port = portBeside === undefined && (shape === 'host' || shape === 'origin') ? '' : '9090';
  const host = `prom.contoso.com${suffix}`;
  const result = newDataSource({ ...input, type, host, port });
  const source = { uid: 'u', ...(result.ok ? result.value : {}) } as DataSource;
  expect(readAddress(source)).toMatchObject({ host, port });
});
