import { type JsonObject } from '../json';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { checkConnection } from './checkConnection';

const pls = sampleEndpoint({ domainName: 'influx.contoso.com', privateIp: '10.0.0.5' });
const wildcard = { ...pls, domainName: '*.contoso.com' };
const nameless = { ...pls, domainName: '' };
const service = (type: string, subResource: string) =>
  sampleEndpoint({
    ...{ targetId: sampleTargetId(type, 'orders'), subResources: [subResource], domainName: '', privateIp: '' },
  });
const sql = service('Microsoft.Sql/servers', 'sqlServer');
const postgres = service('Microsoft.DBforPostgreSQL/flexibleServers', 'postgresqlServer');
const orders = 'orders.database.windows.net';
const privatePostgres = 'orders.privatelink.postgres.database.azure.com';
const named = { serverName: 'influx.contoso.com' };

it.each<[typeof pls, string, string, JsonObject, string, RegExp, RegExp]>([
  [pls, 'influxdb', 'http://influx.contoso.com', {}, 'ok', /to influx\.contoso\.com on port 80\.$/, /^$/],
  [pls, 'influxdb', '${X}', {}, 'unknown', /without an address/, /^$/],
  [pls, 'influxdb', 'kim:secret@h:1', {}, 'failed', /no scheme/, /to https:\/\/kim:\*\*\*@h:1 if/],
  [pls, 'mysql', 'tcp://h:3306', {}, 'failed', /begins with tcp:\/\//, /^Change it to h:3306\.$/],
  [pls, 'grafana-mqtt-datasource', '', { uri: 'tcp://h' }, 'ok', /^No problems found/, /^$/],
  [sql, 'mssql', orders, { encrypt: 'disable' }, 'failed', /^Azure SQL \w+ requires TLS/, /Turn on TLS/],
  [sql, 'mssql', `${orders}:3342`, { encrypt: 'true' }, 'warning', /port 3342, but .* 1433\.$/, /port to 1433/],
  [sql, 'mssql', 'orders\\x', { encrypt: 'true' }, 'warning', /instance name/, /Add the port/],
  [pls, 'influxdb', 'https://10.0.0.5', {}, 'failed', /issued for names\.$/, /^Use influx\.contoso\.com as the host/],
  [nameless, 'influxdb', 'https://10.0.0.5', {}, 'failed', /issued for names\.$/, /^Set the domain name/],
  [pls, 'influxdb', 'https://10.0.0.5', named, 'failed', /name, influx\.contoso\.com, has no effect/, /^Use influx/],
  [pls, 'influxdb', 'https://10.0.0.5', { ...named, tlsAuthWithCACert: true }, 'ok', /on port 443/, /^$/],
  [pls, 'influxdb', 'https://10.0.0.5', { tlsSkipVerify: true }, 'ok', /on port 443/, /^$/],
  [
    ...([sql, 'mssql', 'orders.privatelink.database.windows.net', { encrypt: 'true' }, 'failed'] as const),
    ...([/issued for the public name/, /^Use orders\.database\.windows\.net as the host/] as const),
  ],
  [
    postgres,
    'postgres',
    privatePostgres,
    { sslmode: 'verify-full' },
    'failed',
    /the public name/,
    /^Use orders\.postg/,
  ],
  [postgres, 'postgres', privatePostgres, { sslmode: 'require' }, 'ok', /on port 5432/, /^$/],
  [wildcard, 'influxdb', 'https://a.b.contoso.com', {}, 'warning', /more than one label/, /one label below/],
  [wildcard, 'influxdb', 'https://sensors.contoso.com', {}, 'ok', /on port 443/, /^$/],
  [wildcard, 'influxdb', 'https://a.b.fabrikam.com', {}, 'ok', /on port 443/, /^$/],
  [nameless, 'influxdb', 'https://a.b.contoso.com', {}, 'ok', /on port 443/, /^$/],
])('%j: %s at %s with %j is %s', (endpoint, type, url, jsonData, outcome, finding, next) => {
  expect(checkConnection({ endpoint, dataSource: { uid: 'u', name: 'n', type, url, jsonData } })).toEqual({
    outcome,
    finding: expect.stringMatching(finding),
    next: expect.stringMatching(next),
  });
});
