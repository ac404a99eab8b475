import { type JsonObject } from '../json';
import { ignoredServerName, tlsUse } from './tlsUse';

it.each<[string, string, JsonObject, [string, string]]>([
  ['prometheus', 'https://prom', {}, ['yes', 'prom']],
  ['prometheus', 'http://prom', {}, ['no', '']],
  ['prometheus', 'https://prom', { tlsSkipVerify: true }, ['yes', '']],
  ['prometheus', 'https://10.0.0.5', { serverName: 'prom' }, ['yes', '10.0.0.5']],
  ['prometheus', 'https://10.0.0.5', { serverName: 'prom', tlsAuthWithCACert: true }, ['yes', 'prom']],
  ['prometheus', 'https://10.0.0.5', { serverName: '', tlsAuth: true }, ['yes', '10.0.0.5']],
  ['prometheus', 'https://10.0.0.5', { serverName: 5, tlsAuth: true }, ['yes', '10.0.0.5']],
  ['prometheus', '${X}', {}, ['unknown', '']],
  ['grafana-postgresql-datasource', 'pg:5432', { sslmode: 'verify-full' }, ['yes', 'pg']],
  ['grafana-postgresql-datasource', 'pg:5432', { sslmode: 'require' }, ['yes', '']],
  ['postgres', 'pg:5432', { sslmode: 'verify-ca' }, ['yes', '']],
  ['postgres', 'pg:5432', { sslmode: 'disable' }, ['no', '']],
  ['postgres', 'pg:5432', {}, ['unknown', '']],
  ['mysql', 'my:3306', {}, ['no', '']],
  ['mysql', 'my:3306', { tlsAuthWithCACert: true }, ['yes', 'my']],
  ['mssql', 'sql', { encrypt: 'true' }, ['yes', 'sql']],
  ['mssql', 'sql', { encrypt: 'true', servername: 'db' }, ['yes', 'db']],
  ['mssql', 'sql', { encrypt: 'true', serverName: 'db' }, ['yes', 'db']],
  ['mssql', 'sql', { encrypt: 'true', serverName: 'db', tlsSkipVerify: true }, ['yes', '']],
  ['mssql', 'sql', { encrypt: 'true', serverName: '', servername: 'db' }, ['yes', 'db']],
  ['mssql', 'sql', { encrypt: 'true', serverName: 5 }, ['yes', 'sql']],
  ['mssql', 'sql', { encrypt: 'strict', serverName: 'db' }, ['unknown', '']],
  ['mssql', 'sql', { encrypt: 'false' }, ['unknown', '']],
  ['mssql', 'sql', { encrypt: 'disable' }, ['no', '']],
  ['mssql', 'sql', {}, ['unknown', '']],
  ['grafana-databricks-datasource', '', {}, ['unknown', '']],
  ['grafana-databricks-datasource', '', { host: 'http://db' }, ['no', '']],
  ['grafana-saphana-datasource', '', { server: 'hana' }, ['yes', 'hana']],
  ['grafana-saphana-datasource', '', { server: 'hana', tlsSkipVerify: true }, ['yes', '']],
  ['grafana-saphana-datasource', '', { server: 'hana', tlsDisabled: true }, ['no', '']],
  ['grafana-clickhouse-datasource', '', { host: 'ch' }, ['no', '']],
  ['grafana-clickhouse-datasource', '', { host: 'ch', secure: true }, ['yes', 'ch']],
  ['grafana-clickhouse-datasource', '', { host: 'ch', secure: true, tlsSkipVerify: true }, ['yes', '']],
  ['grafana-mongodb-datasource', '', { connection: 'mongodb://m', validate: true, tlsAuth: true }, ['yes', 'm']],
  [
    'grafana-mongodb-datasource',
    '',
    { connection: 'mongodb://m', validate: true, tlsAuthWithCACert: true },
    ['yes', 'm'],
  ],
  ['grafana-mongodb-datasource', '', { connection: 'odd', validate: true, tlsAuth: true }, ['unknown', '']],
  ['grafana-mqtt-datasource', '', { uri: 'tls://m:8883' }, ['yes', 'm']],
  ['grafana-mqtt-datasource', '', { uri: 'ssl://m:8883' }, ['yes', 'm']],
  ['grafana-mqtt-datasource', '', { uri: 'tcps://m:8883' }, ['yes', 'm']],
  ['grafana-mqtt-datasource', '', { uri: 'mqtts://m:8883' }, ['yes', 'm']],
  ['grafana-mqtt-datasource', '', { uri: 'wss://m:8883' }, ['yes', 'm']],
  ['mssql', 'a,b', { encrypt: 'true' }, ['unknown', '']],
  ['mysql', '', { tlsAuth: true }, ['unknown', '']],
  ['a-type-that-nobody-knows', 'https://x', {}, ['unknown', '']],
])('%s %s %j: %j', (type, url, jsonData, [tls, checkedName]) => {
  expect(tlsUse({ uid: 'u', name: 'n', type, url, jsonData })).toEqual({ tls, checkedName });
});

it.each<[string, JsonObject | null, string]>([
  ['prometheus', { serverName: 'prom' }, 'prom'],
  ['prometheus', { serverName: 'prom', tlsAuth: true }, ''],
  ['prometheus', { serverName: 'prom', tlsAuthWithCACert: true }, ''],
  ['prometheus', { serverName: 5 }, ''],
  ['prometheus', {}, ''],
  ['prometheus', null, ''],
  ['mssql', { serverName: 'db' }, ''],
  ['a-type-that-nobody-knows', { serverName: 'x' }, 'x'],
])('of %s %j, the server name "%s" is ignored', (type, jsonData, expected) => {
  expect(ignoredServerName({ uid: 'u', name: 'n', type, jsonData })).toBe(expected);
});
