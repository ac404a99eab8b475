import cases from '../../../testdata/cases/endpoint-hosts.json';
import ownNames from '../../../testdata/cases/own-names.json';
import { type Target } from '../target';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { endpointHosts, isOwnHost, mayBeOwnHost } from './endpointHosts';

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

interface HostCase {
  type: string;
  region?: string;
  domainName?: string;
  privateIp?: string;
  subResources?: string[];
  names?: string[];
  wildcard?: string;
  ip?: string;
}

// The backend's tests read the same cases: it checks what is offered here.
it.each(cases.cases as HostCase[])('%j', (one) => {
  const {
    type,
    region = '',
    domainName = '',
    privateIp = '',
    subResources = [],
    names = [],
    wildcard = '',
    ip = '',
  } = one;
  const endpoint = {
    targetId: sampleTargetId(type, 'Orders'),
    targetRegion: region,
    domainName,
    privateIp,
    subResources,
  };
  const hosts = endpointHosts(sampleEndpoint(endpoint), { properties: cases.targetProperties } as unknown as Target);
  expect(hosts).toMatchObject({ names, wildcard, ip });
});

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
  [sql, '', false],
  [sql, '.', false],
  [pls, 'influx.contoso.com.', true],
  [endpointHosts(sampleEndpoint({ privateIp: 'FD00::A5' })), 'fd00::a5', true],
])('%j owns %s: %s', (hosts, host, expected) => {
  expect(isOwnHost(hosts, host)).toBe(expected);
});

// Of public files; the backend's tests read the same.
it.each(ownNames.cases.map(({ source, ...one }) => [source, one] as const))('%s', (_, one) => {
  const [, type, name] = /^(.*)\/([^/]+)$/.exec(one.target) ?? [];
  const endpoint = sampleEndpoint({ targetId: sampleTargetId(type, name), targetRegion: one.region, domainName: '' });
  expect(mayBeOwnHost(endpoint, one.host)).toBe(one.mayBeOwn);
});
