import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { indexEndpoints } from './endpointIndex';
import { matchDataSource, matchReason } from './matchDataSource';

const endpoints = [
  sampleEndpoint({ name: 'dead', domainName: 'influx.contoso.com', privateIp: '', connectionState: 'Disconnected' }),
  sampleEndpoint({ name: 'pls', domainName: 'influx.contoso.com', privateIp: '10.0.0.5' }),
  sampleEndpoint({ name: 'wild', domainName: '*.prom.contoso.com', privateIp: '10.0.0.6' }),
  sampleEndpoint({
    name: 'sql',
    domainName: '',
    privateIp: '',
    targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
  }),
  sampleEndpoint({
    name: 'amw',
    domainName: '',
    privateIp: '',
    targetId: sampleTargetId('Microsoft.Monitor/accounts', 'prom'),
  }),
  sampleEndpoint({
    name: 'scope',
    domainName: '',
    privateIp: '',
    targetId: sampleTargetId('Microsoft.Insights/privateLinkScopes', 's'),
  }),
  ...['carts', 'carts-westeurope'].map((name) =>
    sampleEndpoint({
      name,
      domainName: '',
      privateIp: '',
      targetId: sampleTargetId('Microsoft.DocumentDB/databaseAccounts', name),
    })
  ),
  sampleEndpoint({
    name: 'adx',
    domainName: 'adx.contoso.com',
    privateIp: '',
    targetId: sampleTargetId('Microsoft.Kusto/clusters', 'logs'),
    confirmedHosts: ['logs.westeurope.kusto.windows.net'],
  }),
];
const index = indexEndpoints(endpoints);

function source(type: string, url: string): DataSource {
  return { uid: 'u', name: 'n', type, url };
}

it.each([
  ['influxdb', 'http://INFLUX.contoso.com:8086', ['pls domainName true', 'dead domainName true']],
  ['influxdb', 'http://10.0.0.5:8086', ['pls privateIp true']],
  ['prometheus', 'http://a.prom.contoso.com:9090', ['wild wildcard true']],
  ['prometheus', 'http://prom.contoso.com:9090', []],
  ['mssql', 'orders.database.windows.net:1433', ['sql service true']],
  ['prometheus', 'https://prom-ab12.westeurope.prometheus.monitor.azure.com', ['amw service false']],
  ['grafana-azure-monitor-datasource', '/ignored', ['scope scope false']],
  ['loki', 'https://carts-westeurope.mongo.cosmos.azure.com', ['carts-westeurope service true', 'carts service false']],
  ['prometheus', 'https://logs.westeurope.kusto.windows.net', ['adx confirmed true']],
  ['prometheus', 'https://logs.northeurope.kusto.windows.net', []],
  ['loki', 'http://loki:3100', []],
  ['loki', '', []],
  ['cloudwatch', 'http://10.0.0.5', []],
])('%s at %j: %j', (type, url, expected) => {
  const found = matchDataSource(index, source(type, url));
  expect(found.map(({ endpoint, by, certain }) => `${endpoint.name} ${by} ${certain}`)).toEqual(expected);
});

it.each([
  ['influxdb', 'http://influx.contoso.com', 'Uses the endpoint’s domain name, influx.contoso.com.'],
  ['influxdb', 'http://10.0.0.5', 'Uses the endpoint’s private IP address, 10.0.0.5.'],
  ['prometheus', 'http://a.prom.contoso.com', 'Covered by the endpoint’s domain name, *.prom.contoso.com.'],
  ['mssql', 'orders.database.windows.net', 'Uses the resource’s own host name.'],
  [
    'prometheus',
    'https://prom-ab12.westeurope.prometheus.monitor.azure.com',
    'Uses the resource’s own host name. Only part of the name could be compared, so this match is probable.',
  ],
  ['prometheus', 'https://logs.westeurope.kusto.windows.net', 'An admin confirmed that the host leads to logs.'],
  [
    'mssql',
    'fog.database.windows.net',
    'The host may be a failover group listener or a DNS alias that leads to orders. This plugin can’t verify it.',
  ],
  [
    'grafana-azure-monitor-datasource',
    '',
    'Azure Monitor data sources have no address. The resources in the private link scope determine what uses the private link.',
  ],
])('says why %s at %j is matched: %s', (type, url, reason) => {
  expect(matchDataSource(index, source(type, url)).map(matchReason)[0]).toBe(reason);
});

describe('a name that an admin confirmed', () => {
  const targetId = sampleTargetId('Microsoft.Sql/servers', 'billing');
  const sql = sampleEndpoint({ name: 'billing', targetId, subResources: ['sqlServer'], domainName: '', privateIp: '' });
  const other = { ...sql, name: 'other', id: `${sql.id}-2`, targetId: `${targetId}-2` };
  const fog: DataSource = { uid: 'fog', name: 'fog', type: 'mssql', url: 'FOG.database.windows.net:1433' };
  const cname: DataSource = { uid: 'cname', name: 'cname', type: 'mssql', url: 'sql.contoso.com' };
  const found = (endpoints: Endpoint[], dataSource: DataSource) =>
    matchDataSource(indexEndpoints(endpoints), dataSource).map(({ endpoint, by, certain }) => [
      endpoint.name,
      by,
      certain,
    ]);

  it('leads to that target alone, certainly', () => {
    expect(found([sql, other], fog)).toEqual([
      ['billing', 'alias', false],
      ['other', 'alias', false],
    ]);
    expect(found([{ ...sql, confirmedHosts: ['fog.database.windows.net'] }, other], fog)).toEqual([
      ['billing', 'confirmed', true],
    ]);
  });

  it('is asked for of ten targets at most', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ ...sql, id: `${sql.id}-${i}`, targetId: `${targetId}-${i}` }));
    expect(found(many, fog)).toHaveLength(10);
  });

  it('may be any name', () => {
    expect(found([sql], cname)).toEqual([]);
    const confirmed = { ...sql, confirmedHosts: ['sql.contoso.com'] };
    expect(found([confirmed, other], cname)).toEqual([['billing', 'confirmed', true]]);
  });

  it('is what it is where the endpoint has it anyway', () => {
    const named = sampleEndpoint({ confirmedHosts: ['influx.internal.contoso.com'] });
    const influx: DataSource = { uid: 'i', name: 'i', type: 'influxdb', url: 'http://influx.internal.contoso.com' };
    expect(found([named], influx)).toEqual([['influx', 'domainName', true]]);
  });
});
