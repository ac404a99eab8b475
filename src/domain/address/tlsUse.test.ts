import { type JsonObject } from '../json';
import { tlsUse } from './tlsUse';

it.each<[string, string, JsonObject, [string, string]]>([
  ['prometheus', 'https://prom', {}, ['yes', 'prom']],
  ['prometheus', 'http://prom', {}, ['no', '']],
  ['prometheus', 'https://prom', { tlsSkipVerify: true }, ['yes', '']],
  ['prometheus', 'https://10.0.0.5', { serverName: 'prom' }, ['yes', '10.0.0.5']],
  ['prometheus', 'https://10.0.0.5', { serverName: 'prom', tlsAuthWithCACert: true }, ['yes', 'prom']],
  ['prometheus', '${X}', {}, ['unknown', '']],
  ['grafana-postgresql-datasource', 'pg:5432', { sslmode: 'verify-full' }, ['yes', 'pg']],
  ['grafana-postgresql-datasource', 'pg:5432', { sslmode: 'require' }, ['yes', '']],
  ['postgres', 'pg:5432', { sslmode: 'disable' }, ['no', '']],
  ['postgres', 'pg:5432', {}, ['unknown', '']],
  ['mysql', 'my:3306', {}, ['no', '']],
  ['mysql', 'my:3306', { tlsAuthWithCACert: true }, ['yes', 'my']],
  ['mssql', 'sql', { encrypt: 'true' }, ['yes', 'sql']],
  ['mssql', 'sql', { encrypt: 'true', servername: 'db' }, ['yes', 'db']],
  ['mssql', 'sql', { encrypt: 'true', serverName: 'db' }, ['yes', 'db']],
  ['mssql', 'sql', { encrypt: 'true', serverName: 'db', tlsSkipVerify: true }, ['yes', '']],
  ['mssql', 'sql', { encrypt: 'strict', serverName: 'db' }, ['unknown', '']],
  ['mssql', 'sql', { encrypt: 'false' }, ['unknown', '']],
  ['mssql', 'sql', { encrypt: 'disable' }, ['no', '']],
  ['mssql', 'sql', {}, ['unknown', '']],
  ['grafana-databricks-datasource', '', {}, ['unknown', '']],
])('%s %s %j: %j', (type, url, jsonData, [tls, checkedName]) => {
  expect(tlsUse({ uid: 'u', name: 'n', type, url, jsonData })).toEqual({ tls, checkedName });
});

it('reads ClickHouse', () => {
  const source = { uid: 'u', name: 'n', type: 'grafana-clickhouse-datasource' };
  expect(tlsUse({ ...source, jsonData: { host: 'ch', secure: true } })).toEqual({ tls: 'yes', checkedName: 'ch' });
  expect(tlsUse({ ...source, jsonData: { host: 'ch' } })).toEqual({ tls: 'no', checkedName: '' });
});
