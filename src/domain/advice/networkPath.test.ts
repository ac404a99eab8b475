import { type DataSource } from '../address/dataSource';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { canBeMadePrivate, networkPathOf } from './networkPath';

const endpoints = [
  sampleEndpoint({ name: 'good', domainName: 'a.b.contoso.com' }),
  sampleEndpoint({ name: 'odd', domainName: 'e.f.contoso.com', connectionState: 'Odd' }),
  sampleEndpoint({ name: 'bad', domainName: 'c.d.contoso.com', connectionState: 'Pending', privateIp: '' }),
];

it.each<[Omit<DataSource, 'uid' | 'name'>, string, string]>([
  [{ type: 'loki', url: 'http://a.b.contoso.com' }, 'private', 'Uses good.'],
  [{ type: 'loki', url: 'http://c.d.contoso.com' }, 'notReady', "Uses bad, which isn't ready yet."],
  [{ type: 'loki', url: 'http://a.b.contoso.com', access: 'direct' }, 'public', 'uses browser access'],
  [{ type: 'mssql', url: 'x.database.windows.net' }, 'public', 'has no private endpoint'],
  [{ type: 'loki', url: 'http://elsewhere' }, 'noEndpoint', 'elsewhere doesn’t match any private endpoint'],
  [{ type: 'loki', url: 'http://e.f.contoso.com' }, 'unknown', 'The state of its endpoint, odd, is unknown (Odd)'],
  [{ type: 'loki', url: 'a.b.contoso.com' }, 'cantConnect', 'http'],
  [{ type: 'loki', url: '' }, 'unknown', 'empty'],
  [{ type: 'cloudwatch', url: '' }, 'unknown', 'doesn’t know'],
  [{ type: 'grafana-azure-monitor-datasource', url: '' }, 'unknown', 'private link scope'],
])('%j: %s', (fields, path, reason) => {
  const dataSource = { uid: 'u', name: 'n', ...fields } as DataSource;
  const verdict = networkPathOf(dataSource, matchAll(endpoints, [dataSource]).byDataSource.get('u') ?? []);
  expect(verdict.path).toBe(path);
  expect(verdict.reason).toContain(reason);
});

it('believes a mark where the address leads to no endpoint', () => {
  const marked = (url: string) => {
    const dataSource = { uid: 'u', name: 'n', type: 'loki', url };
    return networkPathOf(dataSource, matchAll(endpoints, [dataSource]).byDataSource.get('u') ?? [], true).path;
  };
  expect(['http://elsewhere', 'http://x.blob.core.windows.net', '', 'http://a.b.contoso.com'].map(marked)).toEqual([
    ...['onPurpose', 'onPurpose', 'onPurpose', 'private'],
  ]);
});

it('can be made private where the address names a host, and nothing leads to an endpoint yet', () => {
  const canBe = (fields: Partial<DataSource>) => {
    const dataSource = { uid: 'u', name: 'n', type: 'loki', ...fields };
    return canBeMadePrivate(dataSource, matchAll(endpoints, [dataSource]).byDataSource.get('u') ?? []);
  };
  expect(canBe({ url: 'http://elsewhere' })).toBe(true);
  expect(canBe({ url: 'http://elsewhere', access: 'direct' })).toBe(false);
  expect(canBe({ url: 'http://a.b.contoso.com' })).toBe(false);
  expect(canBe({ url: '' })).toBe(false);
});
