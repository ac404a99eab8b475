import { type DataSource } from '../address/dataSource';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { wayOf } from './dataSourceWay';

const endpoints = [
  sampleEndpoint({ name: 'good', domainName: 'a.b.contoso.com' }),
  sampleEndpoint({ name: 'bad', domainName: 'c.d.contoso.com', connectionState: 'Pending', privateIp: '' }),
];

it.each<[Omit<DataSource, 'uid' | 'name'>, string, string]>([
  [{ type: 'loki', url: 'http://a.b.contoso.com' }, 'overEndpoint', 'Uses good.'],
  [{ type: 'loki', url: 'http://c.d.contoso.com' }, 'notUsable', "Uses bad, which isn't ready yet."],
  [{ type: 'loki', url: 'http://a.b.contoso.com', access: 'direct' }, 'past', 'uses browser access'],
  [{ type: 'mssql', url: 'x.database.windows.net' }, 'past', 'has no private endpoint'],
  [{ type: 'loki', url: 'http://elsewhere' }, 'unknown', 'elsewhere doesn’t match any private endpoint'],
  [{ type: 'loki', url: '' }, 'unknown', 'empty'],
  [{ type: 'cloudwatch', url: '' }, 'unknown', 'doesn’t know'],
  [{ type: 'grafana-azure-monitor-datasource', url: '' }, 'unknown', 'private link scope'],
])('%j: %s', (fields, way, reason) => {
  const dataSource = { uid: 'u', name: 'n', ...fields } as DataSource;
  const verdict = wayOf(dataSource, matchAll(endpoints, [dataSource]).byDataSource.get('u') ?? []);
  expect(verdict.way).toBe(way);
  expect(verdict.reason).toContain(reason);
});
