import { act, waitFor } from '@testing-library/react';
import { sampleEndpoint } from '../domain/testing/sampleEndpoint';
import { FakeGrafana, influxSource } from '../test/fakeGrafana';
import { demoAccess, INFLUX, ORDERS } from '../test/fixtures';
import { answers, fails, hangs } from '../test/handlers';
import { renderHook, standIn } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import {
  noteDataSource,
  useAllUses,
  useCreateDataSource,
  useDataSourceAccess,
  useDataSources,
  useDependentsText,
  useReadDataSources,
  useUses,
} from './dataSources';
import { queries } from './queries';
import { queryClient } from './queryClient';

const over = influxSource('over', { url: 'http://influx.internal.contoso.com:8086' });
const other = influxSource('other');

const loki = sampleEndpoint({ name: 'loki', domainName: 'old.example', privateIp: '10.0.0.9' });

const asked = (part: string) => requestsSeen().filter(({ path }) => path.includes(part)).length;

/** The Grafana of the page has some data sources. */
async function here(...sources: Array<{ uid: string }>) {
  const grafana = new FakeGrafana(...sources);
  server.use(...grafana.handlers);
  await standIn('local');
  return grafana;
}

describe('the place', () => {
  it('is where data sources are read, once it is known', async () => {
    server.use(hangs('GET /workspace'));
    const { result, rerender } = renderHook(() => [useDataSources(), useDataSourceAccess()]);
    await waitFor(() => expect(queryClient.getQueryData(queries.settings.queryKey)).toBeDefined());
    rerender();
    expect(asked('datasources')).toBe(0);
    expect(asked('grafana-access')).toBe(0);
    expect(result.current.map(({ fetchStatus, data }) => [fetchStatus, data])).toEqual([
      ['idle', undefined],
      ['idle', undefined],
    ]);
  });

  it.each([
    ['local', '', ['here']],
    ['remote', demoAccess.origin, ['there']],
  ] as const)('%s', async (place, origin, uids) => {
    server.use(...new FakeGrafana({ uid: 'here' }).handlers);
    server.use(answers('GET /datasources', { dataSources: [{ uid: 'there', name: 'there', type: 'influxdb' }] }));
    await standIn(place);
    const { result } = renderHook(() => ({ all: useDataSources(), access: useDataSourceAccess() }));
    await waitFor(() => expect(result.current.all.data?.map(({ uid }) => uid)).toEqual(uids));
    await waitFor(() => expect(result.current.access.data?.origin).toBe(origin));
  });
});

it('reads whole what is chosen, once each, and says what could not be read', async () => {
  const grafana = await here(influxSource('a'), influxSource('b'));
  const { result, rerender } = renderHook((uids: string[]) => useReadDataSources(uids), ['a', 'gone']);
  await waitFor(() => expect(result.current.get('gone')?.failure?.code).toBe('datasource_not_found'));
  await waitFor(() => expect(result.current.get('a')?.read?.dataSource.version).toBe(3));
  rerender(['gone', 'b', 'a']);
  await waitFor(() => expect(result.current.get('b')?.read?.dataSource.uid).toBe('b'));
  expect([...result.current.keys()]).toEqual(['gone', 'b', 'a']);
  expect(result.current.get('a')).toMatchObject({ read: { dataSource: { uid: 'a' } }, failure: undefined });
  expect(grafana.calls.filter((call) => call === 'GET a')).toHaveLength(1);
});

describe('what was written', () => {
  const list = () => queryClient.getQueryData(queries.dataSources('local').queryKey);
  const whole = (uid: string) => queryClient.getQueryData(queries.dataSource('local', uid).queryKey);
  const now = { uid: 'a', name: 'a\u202Eb', type: 'influxdb', version: 4 };

  it('takes its place among what was read', () => {
    const before = [
      { ...now, name: 'old' },
      { ...now, uid: 'z', name: 'z' },
    ];
    queryClient.setQueryData(queries.dataSources('local').queryKey, before);
    const read = { dataSource: { ...now, version: 3 }, unsafeNumbers: [], mayWrite: true };
    queryClient.setQueryData(queries.dataSource('local', 'a').queryKey, read);
    noteDataSource(queryClient, 'local', now);
    expect(list()).toEqual([{ ...now, name: expect.not.stringContaining('\u202E') }, before[1]]);
    // This is what is written back.
    expect(whole('a')).toEqual({ ...read, dataSource: now });
    noteDataSource(queryClient, 'local', { ...now, uid: 'new', name: 'new' });
    expect(list()?.map(({ uid }) => uid)).toEqual(['a', 'z', 'new']);
    expect(whole('new')).toBeUndefined();
  });

  it('is not taken for all there is where nothing was read', () => {
    noteDataSource(queryClient, 'local', now);
    expect([list(), whole('a')]).toEqual([undefined, undefined]);
  });
});

it('creates a data source in the place, and shows it among the others', async () => {
  const grafana = await here(other);
  server.use(answers('GET /endpoints/:name', { endpoint: INFLUX }));
  const { result } = renderHook(() => ({ create: useCreateDataSource(), all: useDataSources() }));
  await waitFor(() => expect(result.current.all.data).toHaveLength(1));
  const host = 'influx.internal.contoso.com';
  await act(() =>
    result.current.create.mutateAsync({
      endpoint: INFLUX,
      type: 'influxdb',
      name: 'New',
      host,
      port: '8086',
      scheme: 'http',
    })
  );
  expect(grafana.written).toEqual([expect.objectContaining({ name: 'New', url: `http://${host}:8086` })]);
  await waitFor(() => expect(result.current.all.data?.map(({ uid }) => uid)).toEqual(['other', 'made']));
  expect(grafana.count('LIST')).toBe(1);
});

describe('what else uses some data sources', () => {
  it('is asked of the place, and said as far as it is known', async () => {
    await standIn('remote');
    server.use(answers('GET /dependents', { dashboards: 2, alertRules: 0 }));
    const { result } = renderHook(() => useDependentsText([over, other]));
    expect(result.current).toBe('Checking dashboards and alert rules…');
    await waitFor(() => expect(result.current).toMatch(/^At least 2 dashboards/));
    expect(requestsSeen().find(({ path }) => path.endsWith('/dependents'))?.query).toBe('?uids=over%2Cother');
  });

  it('is unknown where it can not be read', async () => {
    await standIn('remote');
    server.use(fails('GET /dependents', 502, { code: 'grafana_unavailable', message: 'No.' }));
    const { result } = renderHook(() => useDependentsText([over]));
    await waitFor(() => expect(result.current).toMatch(/^It isn’t known/));
  });
});

describe('the uses', () => {
  const names = (uses: ReturnType<typeof useUses>['uses']) => uses?.map(({ dataSource }) => dataSource.uid);

  it('of an endpoint are known once the data sources are read, and read again on demand', async () => {
    const grafana = await here(over, other);
    const { result, rerender } = renderHook((endpoint) => useUses(endpoint), INFLUX);
    expect(result.current.uses).toBeUndefined();
    await waitFor(() => expect(names(result.current.uses)).toEqual(['over']));
    const before = result.current.uses;
    rerender(INFLUX);
    expect(result.current.uses).toBe(before);
    rerender(loki);
    expect(names(result.current.uses)).toEqual(['other']);
    rerender(ORDERS);
    expect(names(result.current.uses)).toEqual([]);
    grafana.change('other', { url: over.url });
    rerender(INFLUX);
    result.current.readAgain();
    await waitFor(() => expect(names(result.current.uses)).toEqual(['over', 'other']));
    expect(result.current.failure).toBeUndefined();
  });

  it('are unknown where the data sources can not be read, and it says why', async () => {
    await standIn('remote');
    server.use(fails('GET /datasources', 403, { code: 'grafana_forbidden', message: 'No.' }));
    const { result } = renderHook(() => useUses(INFLUX));
    await waitFor(() => expect(result.current.failure?.code).toBe('grafana_forbidden'));
    expect(result.current.uses).toBeUndefined();
  });

  it('of all endpoints are asked for only where there are any', async () => {
    const grafana = await here(over, other);
    const { result, rerender } = renderHook(
      (endpoints: Array<typeof INFLUX> | undefined) => useAllUses(endpoints),
      undefined
    );
    rerender([]);
    // Time for what would have been asked.
    await act(() => queryClient.fetchQuery(queries.setup));
    expect(result.current).toBeUndefined();
    expect(grafana.calls).toEqual([]);
    rerender([INFLUX, loki]);
    await waitFor(() => expect(result.current).toBeDefined());
    expect([INFLUX, loki].map((one) => names(result.current?.(one)))).toEqual([['over'], ['other']]);
    rerender([INFLUX]);
    expect([INFLUX, loki].map((one) => names(result.current?.(one)))).toEqual([['over'], []]);
  });
});
