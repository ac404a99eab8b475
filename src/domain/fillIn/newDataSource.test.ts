import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { writableTypes } from '../catalogue/dataSourceTypes';
import { newDataSource, type NewDataSourceInput } from './newDataSource';

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
])('%j', (change, expected) => {
  const type = change.type ?? 'prometheus';
  expect(newDataSource({ ...input, ...change })).toEqual({
    ok: true,
    value: { name: 'Prom', type, access: 'proxy', ...expected },
  });
});

it.each<[Partial<NewDataSourceInput>, string]>([
  [{ type: 'cloudwatch' }, "can't be created"],
  [{ type: 'grafana-mongodb-datasource' }, 'can’t write the address'],
  [{ name: ' ' }, 'Enter a name'],
  [{ name: 'a\u200b' }, 'invisible character'],
  [{ port: '70000' }, "isn't a valid port"],
  [{ port: '9090/x' }, "isn't a valid port"],
])('refuses %j', (change, message) => {
  const result = newDataSource({ ...input, ...change });
  expect(result.ok ? '' : result.problem.message).toContain(message);
});

it.each(writableTypes)('%s reads its own address back', (type) => {
  const result = newDataSource({ ...input, type });
  const source = { uid: 'u', ...(result.ok ? result.value : {}) } as DataSource;
  expect(readAddress(source)).toMatchObject({ host: 'prom.contoso.com', port: '9090' });
});
