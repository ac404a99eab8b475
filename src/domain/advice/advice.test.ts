import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { dataSourceAdvice, endpointAdvice } from './advice';

const now = Date.parse('2026-11-23T12:00:00Z');

function ids(dataSource: Partial<DataSource>, endpoint: Endpoint): string[] {
  const source: DataSource = { uid: 'u', name: 'Prom', type: 'prometheus', access: 'proxy', ...dataSource };
  return dataSourceAdvice(source, matchAll([endpoint], [source])).map(({ id, fix }) => `${id} ${fix}`);
}

const named = sampleEndpoint({ domainName: 'prom.contoso.com', privateIp: '10.0.0.5' });
const sql = sampleEndpoint({
  targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
  domainName: '',
  privateIp: '',
});
const bare = sampleEndpoint({ domainName: '', privateIp: '10.0.0.5' });

it.each<[Partial<DataSource>, Endpoint, string[]]>([
  [{ url: 'http://prom.contoso.com' }, named, []],
  [{ url: 'http://10.0.0.5' }, named, ['ipMayChange fillIn']],
  [{ url: 'http://10.0.0.5' }, bare, []],
  [{ url: 'https://10.0.0.5' }, named, ['cantConnect fillIn']],
  [{ url: 'https://10.0.0.5' }, bare, ['cantConnect openEndpoint']],
  [{ url: '10.0.0.5:443' }, bare, ['cantConnect openEndpoint']],
  [{ url: '10.0.0.5:9090' }, bare, ['cantConnect fillIn']],
  [{ url: 'prom.contoso.com:9090' }, named, ['cantConnect fillIn']],
  [
    { type: 'mssql', url: 'orders.database.windows.net', jsonData: { encrypt: 'disable' } },
    sql,
    ['cantConnect openDataSource'],
  ],
  [{ type: 'mssql', url: 'fog.database.windows.net', jsonData: { encrypt: 'disable' } }, sql, []],
  [{ url: 'https://10.0.0.5', jsonData: { tlsSkipVerify: true } }, bare, []],
  [{ url: 'http://prom.contoso.com' }, { ...named, connectionState: 'Pending' }, ['notReady openEndpoint']],
  [{ url: 'http://prom.contoso.com', access: 'direct' }, named, ['public openDataSource']],
  [{ type: 'mssql', url: 'x.database.windows.net' }, named, ['public makePrivate']],
  [{ url: 'http://elsewhere' }, named, ['noEndpoint makePrivate']],
  [{ url: '' }, named, []],
  [{ type: 'mssql', url: 'x.database.windows.net', access: 'direct' }, named, ['public openDataSource']],
])('on %j', (dataSource, endpoint, expected) => {
  expect(ids(dataSource, endpoint)).toEqual(expected);
});

it.each<[Partial<DataSource>, Endpoint, object]>([
  [
    { url: 'http://prom.contoso.com', access: 'direct' },
    named,
    { severity: 'warning', message: expect.stringMatching(/^Prom uses a public network path\. ./), endpoint: named },
  ],
  [{ url: 'https://10.0.0.5' }, bare, { severity: 'error', message: expect.stringMatching(/^Prom can't connect\. ./) }],
  [
    { url: 'http://elsewhere' },
    named,
    { severity: 'info', message: 'elsewhere doesn’t match any private endpoint of this workspace.' },
  ],
  [
    { url: 'http://10.0.0.5' },
    named,
    {
      severity: 'info',
      message: expect.stringMatching(/^Prom uses the private IP address, .* influx /),
      endpoint: named,
    },
  ],
  [
    { url: 'http://prom.contoso.com' },
    { ...named, connectionState: 'Pending' },
    { severity: 'error', endpoint: { name: 'influx' } },
  ],
])('says of %j how bad it is, and what it is about', (dataSource, endpoint, expected) => {
  const source: DataSource = { uid: 'u', name: 'Prom', type: 'prometheus', access: 'proxy', ...dataSource };
  expect(dataSourceAdvice(source, matchAll([endpoint], [source]))).toMatchObject([{ ...expected, dataSource: source }]);
});

it.each<[Partial<Endpoint>, string, string, string]>([
  [
    { connectionState: 'Pending' },
    'Approved',
    'refresh',
    "Prom can't connect: endpoint influx isn't ready (Approved, not active yet).",
  ],
  [
    { connectionState: 'Pending' },
    'Pending',
    'openEndpoint',
    "Prom can't connect: endpoint influx isn't ready (Pending approval).",
  ],
  [
    { connectionState: 'Pending' },
    'Rejected',
    'openEndpoint',
    "Prom can't connect: endpoint influx isn't ready (Rejected, not applied yet).",
  ],
  [
    { privateIp: '' },
    '',
    'refresh',
    "Prom can't connect: endpoint influx isn't ready (Approved, waiting for private IP).",
  ],
  [{ provisioningState: 'Failed' }, '', 'openEndpoint', "Prom can't connect: endpoint influx isn't ready (Failed)."],
])('what helps over %j that the target calls "%s": %s', (fields, status, fix, message) => {
  const endpoint = { ...named, name: 'influx', ...fields };
  const source: DataSource = { uid: 'u', name: 'Prom', type: 'prometheus', url: 'http://prom.contoso.com' };
  const view = { status, description: '', grade: 'confirmed' } as const;
  expect(dataSourceAdvice(source, matchAll([endpoint], [source]), () => view)).toMatchObject([{ fix, message }]);
});

it('a refresh helps where the owner has probably approved', () => {
  const view = { status: 'Approved', description: '', grade: 'probable' } as const;
  const source: DataSource = { uid: 'u', name: 'Prom', type: 'prometheus', url: 'http://prom.contoso.com' };
  const pending = { ...named, connectionState: 'Pending' };
  expect(dataSourceAdvice(source, matchAll([pending], [source]), () => view)).toMatchObject([{ fix: 'refresh' }]);
});

describe('endpointAdvice', () => {
  const noUse = matchAll([named], []);
  const advice = (fields: Partial<Endpoint>, matching = noUse as typeof noUse | undefined) =>
    endpointAdvice({ ...named, ...fields }, matching, undefined, now).map(({ id }) => id);

  it('names an endpoint that nobody uses, only if the data sources are known', () => {
    expect(endpointAdvice(named, noUse, undefined, now)).toEqual([
      { id: 'unused', severity: 'info', message: 'No data source uses influx.', fix: 'fillIn', endpoint: named },
    ]);
    expect(advice({ connectionState: 'Rejected' })).toEqual([]);
    expect(endpointAdvice(named, undefined, undefined, now)).toEqual([]);
    const source: DataSource = { uid: 'u', name: 'n', type: 'loki', url: 'http://prom.contoso.com' };
    expect(advice({}, matchAll([named], [source]))).toEqual([]);
  });

  it('names a request that has been waiting for days', () => {
    const old = { ...named, connectionState: 'Pending', createdAt: '2026-11-20T12:00:00Z' };
    expect(endpointAdvice(old, noUse, undefined, now)).toEqual([
      {
        ...{ id: 'pendingForDays', severity: 'warning', fix: 'remindOwner', endpoint: old },
        message: 'influx has been waiting for approval for 3 days.',
      },
    ]);
    expect(advice({ connectionState: 'Pending', createdAt: '2026-11-20T12:00:01Z' })).toEqual([]);
    expect(advice({ connectionState: 'Pending', createdAt: '' })).toEqual([]);
  });

  it('names a decision that was not taken over', () => {
    const view = { status: 'Approved', description: '', grade: 'confirmed' } as const;
    const found = endpointAdvice({ ...named, connectionState: 'Pending' }, noUse, view, now);
    expect(found).toMatchObject([
      {
        id: 'notRefreshed',
        severity: 'warning',
        message: 'influx is approved, but the managed network hasn’t been refreshed yet. Refresh it now.',
        fix: 'refresh',
        endpoint: { name: 'influx' },
        status: expect.any(String),
      },
    ]);
  });
});

it('says nothing of what is public on purpose, unless it leads to an endpoint', () => {
  const endpoint = sampleEndpoint({ ...named, connectionState: 'Pending' });
  const advise = (source: DataSource) => dataSourceAdvice(source, matchAll([endpoint], [source]), undefined, true);
  expect(advise({ uid: 'u', name: 'Prom', type: 'prometheus', url: 'http://elsewhere' })).toEqual([]);
  expect(advise({ uid: 'u', name: 'Prom', type: 'prometheus', url: 'http://prom.contoso.com' })).toMatchObject([
    { id: 'notReady' },
  ]);
});
