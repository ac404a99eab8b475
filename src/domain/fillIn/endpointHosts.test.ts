import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { endpointHosts, isOwnHost } from './endpointHosts';

const pls = endpointHosts(sampleEndpoint({ domainName: 'Influx.Contoso.com.', privateIp: '10.0.0.5' }));
const wild = endpointHosts(sampleEndpoint({ domainName: '*.prom.contoso.com', privateIp: '10.0.0.6' }));
const sql = endpointHosts(sampleEndpoint({ targetId: sampleTargetId('Microsoft.Sql/servers', 'orders') }));

it('tells where hosts come from', () => {
  expect(pls).toEqual({ source: 'endpoint', names: ['influx.contoso.com'], wildcard: '', ip: '10.0.0.5' });
  expect(wild).toMatchObject({ names: [], wildcard: '*.prom.contoso.com' });
  expect(sql).toEqual({ source: 'service', names: ['orders.database.windows.net'], wildcard: '', ip: '' });
  const scope = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Insights/privateLinkScopes', 's') });
  expect(endpointHosts(scope).source).toBe('none');
  expect(endpointHosts(sampleEndpoint({ targetId: sampleTargetId('Microsoft.Odd/things', 'x') })).source).toBe(
    'endpoint'
  );
});

it.each(['evil.com/x', 'evil.com#', 'a@evil.com', 'evil.com:80', 'evil com', 'ｅvil.com', '*.*.com', '*.com'])(
  'takes no host from Azure that is none: %s',
  (domainName) => {
    const odd = endpointHosts(sampleEndpoint({ domainName, privateIp: domainName }));
    expect(odd).toEqual({ source: 'endpoint', names: [], wildcard: '', ip: '' });
  }
);

it.each([
  [pls, 'INFLUX.contoso.com', true],
  [pls, '10.0.0.5', true],
  [pls, '10.0.0.50', false],
  [pls, 'evil.com', false],
  [pls, '', false],
  [wild, 'a.prom.contoso.com', true],
  [wild, 'prom.contoso.com', false],
  [wild, 'evil.com/.prom.contoso.com', false],
  [wild, 'evil.com#.prom.contoso.com', false],
  [wild, 'a@evil.prom.contoso.com', false],
  [wild, 'a..prom.contoso.com', false],
  [sql, 'orders.database.windows.net', true],
  [sql, 'other.database.windows.net', false],
])('%j owns %s: %s', (hosts, host, expected) => {
  expect(isOwnHost(hosts, host)).toBe(expected);
});
