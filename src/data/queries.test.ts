import { type QueryFunctionContext, QueryObserver } from '@tanstack/react-query';
import { getBackendSrv } from '@grafana/runtime';
import { NEVER } from 'rxjs';
import { type RightAnswer } from '../api/targets';
import { rightKeys } from '../domain/permissions';
import { sampleTargetId } from '../domain/testing/sampleEndpoint';
import { type Operation } from '../domain/changes/operation';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { answers, fails } from '../test/handlers';
import { requestsSeen, server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { queryClient } from './queryClient';
import { queries } from './queries';

const { targets, target, endpoint, approval, operation, dataSources, dataSource, wholeDataSources, ...others } =
  queries;
const { health, access, dependents, ...plain } = others;

afterEach(() => jest.restoreAllMocks());

it.each([
  ...Object.entries(plain).map(([name, one]) => [name, () => one] as const),
  ['endpoint', () => endpoint('influx')] as const,
  ['approval', () => approval('influx', 'c1')] as const,
  ['targets', () => targets('Microsoft.Sql/servers', 'x')] as const,
  ['target', () => target(sampleTargetId('Microsoft.Sql/servers', 'x'))] as const,
  ['operation', () => operation({ kind: 'delete', name: 'influx', statusPath: '', createdAt: '' })] as const,
  ['data sources here', () => dataSources('local')] as const,
  ['data sources there', () => dataSources('remote')] as const,
  ['a data source here', () => dataSource('local', 'a')] as const,
  ['a data source there', () => dataSource('remote', 'a')] as const,
  ['data sources whole', () => wholeDataSources('remote', [{ uid: 'a', name: 'A' }])] as const,
  ['health here', () => health('local', 'a', 0)] as const,
  ['health there', () => health('remote', 'a', 0)] as const,
  ['access there', () => access('remote')] as const,
  ['dependents here', () => dependents('local', [{ uid: 'a', name: 'A' }])] as const,
  ['dependents there', () => dependents('remote', [{ uid: 'a', name: 'A' }])] as const,
])('%s is called off when nobody waits for it any more', (_, ask) => {
  const { queryKey, queryFn } = ask();
  const fetch = jest.spyOn(getBackendSrv(), 'fetch').mockReturnValue(NEVER);
  const { signal } = new AbortController();
  const read = queryFn as (context: QueryFunctionContext) => Promise<unknown>;
  void read({ client: queryClient, queryKey, signal, meta: undefined });
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.calls[0]?.[0].abortSignal).toBe(signal);
});

const sql = 'Microsoft.Sql/servers';
const deletion: Operation = { kind: 'delete', name: 'influx', statusPath: '/status/1', createdAt: 'then' };

it.each([
  [() => [endpoint('influx'), endpoint('INFLUX'), endpoint('billing')]],
  [() => [endpoint('influx'), endpoint('Influx'), queries.endpoints]],
  [() => [approval('influx', '/c/1'), approval('Influx', '/C/1'), approval('influx', '/c/2')]],
  [() => [targets(sql, 'orders'), targets(sql.toLowerCase(), 'orders'), targets(sql, 'sales')]],
  [() => [dataSource('local', 'a'), dataSource('local', 'a'), dataSource('remote', 'a')]],
  [() => [health('local', 'a', 1), health('local', 'a', 1), health('local', 'a', 2)]],
  [
    () => [
      wholeDataSources('local', [{ uid: 'a', name: 'A' }]),
      wholeDataSources('local', [{ uid: 'a', name: 'B' }]),
      dataSource('local', 'a'),
    ],
  ],
  [
    () => [
      dependents('local', [{ uid: 'a', name: 'A' }]),
      dependents('local', [{ uid: 'a', name: 'B' }]),
      dependents('local', []),
    ],
  ],
  [
    () => [
      wholeDataSources('local', [{ uid: 'a', name: 'A' }]),
      wholeDataSources('local', [{ uid: 'a', name: 'A' }]),
      wholeDataSources('local', [{ uid: 'b', name: 'A' }]),
    ],
  ],
  [() => [dataSources('local'), dataSources('local'), dataSources('remote')]],
  [() => [access('local'), access('local'), access('remote')]],
  [() => [target('/a'), target('/A'), target('/b')]],
  [() => [operation(deletion), operation({ ...deletion }), operation({ ...deletion, kind: 'update' })]],
  [() => [operation(deletion), operation({ ...deletion }), operation({ ...deletion, name: 'billing' })]],
  [() => [operation(deletion), operation({ ...deletion }), operation({ ...deletion, statusPath: '/status/2' })]],
  [() => [operation(deletion), operation({ ...deletion }), operation({ ...deletion, createdAt: 'now' })]],
])('%#: what is the same is read once, what isn’t is another answer', (ask) => {
  const [one, same, other] = ask();
  expect(same?.queryKey).toEqual(one?.queryKey);
  expect(other?.queryKey).not.toEqual(one?.queryKey);
});

it('gives each kind of answers a name of its own', () => {
  const keys = [
    ...Object.values(plain),
    ...[endpoint('a'), approval('a', 'a'), targets('a', 'a'), target('a'), operation(deletion), dataSources('local')],
    ...[dataSource('local', 'a'), wholeDataSources('local', [{ uid: 'a', name: 'a' }]), health('local', 'a', 0)],
    ...[access('local'), dependents('local', [{ uid: 'a', name: 'a' }])],
  ].map(({ queryKey }): readonly unknown[] => queryKey.slice(0, 2));
  expect(keys.flat()).not.toContain('');
  const all = keys.map((key) => JSON.stringify(key));
  // All endpoints and one of them begin alike, so that one change reads both anew.
  expect(new Set(all).size).toBe(all.length - 1);
});

it('reads nothing where there is nothing to ask about', () => {
  expect([target('').enabled, target(sampleTargetId(sql, 'x')).enabled]).toEqual([false, true]);
  expect([dependents('local', []).enabled, dependents('local', [{ uid: 'a', name: 'A' }]).enabled]).toEqual([
    false,
    true,
  ]);
});

it('keeps the targets found before while words of the same type are searched', () => {
  const keep = targets(sql, 'orders').placeholderData;
  const found = { targets: [] };
  expect(keep(found, { queryKey: targets(sql.toUpperCase(), 'old').queryKey })).toBe(found);
  expect(keep(found, { queryKey: targets('Microsoft.Kusto/clusters', 'old').queryKey })).toBeUndefined();
  expect(keep(found)).toBeUndefined();
});

it('gives the rights by their keys', async () => {
  server.use(
    answers('GET /permissions', {
      permissions: [
        { key: rightKeys[0], state: 'granted' },
        { key: rightKeys[1], state: 'notGranted' },
      ] as RightAnswer[],
    })
  );
  expect(await queryClient.fetchQuery(queries.rights)).toEqual({
    [String(rightKeys[0])]: 'granted',
    [String(rightKeys[1])]: 'notGranted',
  });
});

it('reads the other data sources where one can’t be read', async () => {
  const failure = { code: 'grafana_not_found', message: 'There is no such data source.' };
  server.use(fails('GET /datasources/:uid', 404, failure));
  expect(await queryClient.fetchQuery(wholeDataSources('remote', [{ uid: 'a', name: 'A' }]))).toEqual([
    { name: 'A', read: undefined, failure },
  ]);
});

describe('an operation', () => {
  beforeEach(stopTime);
  afterEach(() => jest.useRealTimers());
  const asked = () => requestsSeen().length;

  it('is asked about soon at first, then ever slower, and not again once it has ended', async () => {
    const azure = new FakeWorkspace([]);
    server.use(...azure.handlers);
    const stop = new QueryObserver(queryClient, operation(deletion)).subscribe(() => undefined);
    await pass(28);
    expect(asked()).toBe(10);
    await pass(4);
    expect(asked()).toBe(10);
    await pass(118);
    expect(asked()).toBe(30);
    await pass(11);
    expect(asked()).toBe(30);
    await pass(5);
    expect(asked()).toBe(31);
    azure.finish();
    await pass(15);
    expect(asked()).toBe(32);
    await pass(60);
    expect(asked()).toBe(32);
    stop();
  });

  it.each([
    [undefined, 15],
    [5, 15],
    [40, 40],
  ])('that can’t be read, with a Retry-After of %s seconds, is asked about after %s', async (retryAfter, seconds) => {
    server.use(fails('POST /operations', 503, { code: 'azure_unavailable', message: 'Try later.', retryAfter }));
    const stop = new QueryObserver(queryClient, operation(deletion)).subscribe(() => undefined);
    await pass(seconds - 1);
    expect(asked()).toBe(1);
    await pass(2);
    expect(asked()).toBe(2);
    stop();
  });
});
