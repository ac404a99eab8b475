import { type DataSource } from '../address/dataSource';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { rankDataSources } from './rankDataSources';

const endpoint = sampleEndpoint({ name: 'orders', domainName: 'orders.contoso.com', privateIp: '10.0.0.5' });
const other = sampleEndpoint({ name: 'other', domainName: 'other.contoso.com', privateIp: '10.0.0.6' });
const sources: DataSource[] = [
  { uid: 'a', name: 'Something', type: 'loki', url: 'http://x' },
  { uid: 'b', name: 'Orders', type: 'prometheus', url: 'http://y' },
  { uid: 'c', name: 'Zed', type: 'prometheus', url: 'http://orders.contoso.com' },
  { uid: 'd', name: 'Taken', type: 'loki', url: 'http://other.contoso.com' },
  { uid: 'e', name: 'Orders cloud', type: 'cloudwatch', url: '' },
];
const matches = matchAll([endpoint, other], sources).byDataSource;

it('puts the best match first, and says why', () => {
  const ranked = rankDataSources(endpoint, sources, matches);
  expect(ranked.filter(({ suggested }) => suggested)).toHaveLength(2);
  expect(ranked.map(({ dataSource, reason }) => [dataSource.uid, reason])).toEqual([
    ['c', 'Uses the endpoint’s domain name, orders.contoso.com.'],
    ['b', 'Similar name: "orders".'],
    ['a', 'Unknown whether this endpoint reaches it.'],
    ['d', 'Uses another endpoint: other.'],
  ]);
});

it.each([
  ['of its host', { name: 'Metrics', url: 'http://billing.example.org' }, { name: 'billing' }, 'billing'],
  ['of the domain name', { name: 'Billing', url: '' }, { domainName: 'billing.contoso.com' }, 'billing'],
  ['of the target', { name: 'Billing', url: '' }, { targetId: sampleTargetId(undefined, 'billing') }, 'billing'],
  ['after the first label', { name: 'Example', url: 'http://x.contoso.com' }, { domainName: 'y.contoso.com' }, ''],
])('compares words: %s', (_, dataSource, fields, word) => {
  const named = {
    ...sampleEndpoint({ name: 'one', targetId: sampleTargetId(undefined, 'two'), domainName: '' }),
    ...fields,
  };
  const [ranked] = rankDataSources(named, [{ uid: 'g', type: 'loki', ...dataSource }], new Map());
  expect(ranked?.reason).toBe(word ? `Similar name: "${word}".` : 'Unknown whether this endpoint reaches it.');
});

it('names all other endpoints that it uses', () => {
  const two = ['first', 'second'].map((name) => sampleEndpoint({ name, domainName: 'two.contoso.com', privateIp: '' }));
  const taken: DataSource = { uid: 't', name: 'Taken', type: 'loki', url: 'http://two.contoso.com' };
  const [ranked] = rankDataSources(endpoint, [taken], matchAll(two, [taken]).byDataSource);
  expect(ranked?.reason).toBe('Uses another endpoint: first, second.');
});

it('leaves out types that the kind never serves', () => {
  const sql = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Sql/servers', 'x') });
  expect(rankDataSources(sql, sources, matches)).toEqual([]);
  const revenue: DataSource = { uid: 'f', name: 'Revenue', type: 'mssql', url: 'elsewhere:1433' };
  expect(rankDataSources(sql, [...sources, revenue], matches)).toMatchObject([
    { dataSource: revenue, reason: 'The target supports data sources of this type.' },
  ]);
  const odd = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Odd/things', 'x') });
  expect(rankDataSources(odd, sources, matches)).toHaveLength(4);
});
