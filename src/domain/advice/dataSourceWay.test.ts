import { type DataSource } from '../address/dataSource';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { wayOf } from './dataSourceWay';

const endpoints = [
  sampleEndpoint({ name: 'good', domainName: 'a.b.contoso.com' }),
  sampleEndpoint({ name: 'bad', domainName: 'c.d.contoso.com', connectionState: 'Pending', privateIp: '' }),
];

it.each<[Omit<DataSource, 'uid' | 'name'>, string, string]>([
  [{ type: 'loki', url: 'http://a.b.contoso.com' }, 'overEndpoint', 'It goes over good.'],
  [{ type: 'loki', url: 'http://c.d.contoso.com' }, 'notUsable', "It leads to bad, which isn't usable yet."],
  [{ type: 'loki', url: 'http://a.b.contoso.com', access: 'direct' }, 'past', 'set to access by the browser'],
  [{ type: 'mssql', url: 'x.database.windows.net' }, 'past', 'has no endpoint'],
  [{ type: 'loki', url: 'http://elsewhere' }, 'unknown', 'elsewhere belongs to no endpoint'],
  [{ type: 'loki', url: '' }, 'unknown', 'empty'],
  [{ type: 'cloudwatch', url: '' }, 'unknown', 'not known here'],
  [{ type: 'grafana-azure-monitor-datasource', url: '' }, 'unknown', 'private link scope'],
])('%j: %s', (fields, way, reason) => {
  const dataSource = { uid: 'u', name: 'n', ...fields } as DataSource;
  const verdict = wayOf(dataSource, matchAll(endpoints, [dataSource]).byDataSource.get('u') ?? []);
  expect(verdict.way).toBe(way);
  expect(verdict.reason).toContain(reason);
});
