import { type DataSource } from '../address/dataSource';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { indexEndpoints } from './endpointIndex';
import { matchDataSource, matchReason } from './matchDataSource';

const endpoints = [
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
  sampleEndpoint({ name: 'dead', domainName: 'influx.contoso.com', privateIp: '', connectionState: 'Disconnected' }),
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
  ['loki', 'http://loki:3100', []],
  ['loki', '', []],
  ['cloudwatch', 'http://10.0.0.5', []],
])('%s at %j: %j', (type, url, expected) => {
  const found = matchDataSource(index, source(type, url));
  expect(found.map(({ endpoint, by, certain }) => `${endpoint.name} ${by} ${certain}`)).toEqual(expected);
});

it('gives the reason, and says when it is only likely', () => {
  const [likely] = matchDataSource(
    index,
    source('prometheus', 'https://prom-ab12.westeurope.prometheus.monitor.azure.com')
  );
  expect(likely && matchReason(likely)).toContain('probable');
  const [certain] = matchDataSource(index, source('influxdb', 'http://influx.contoso.com'));
  expect(certain && matchReason(certain)).toBe('Uses the endpoint’s domain name, influx.contoso.com.');
});
