import { act, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { type FillRequest } from '../api/dataSourceClient';
import { type DataSource } from '../domain/address/dataSource';
import { FakeGrafana, filledUrl, influxSource } from '../test/fakeGrafana';
import { demoWorkspace, INFLUX } from '../test/fixtures';
import { answers, hangs } from '../test/handlers';
import { renderHook, standIn, WORKSPACE } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import { useReadDataSources } from './dataSources';
import { keepPlannedUpdate, type PlannedUpdate, usePlannedUpdate, useReceipts } from './keptFills';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { useFillIn, useHealthOfFills } from './useFillIn';

const HOST = 'influx.internal.contoso.com';
const plan = (...uids: string[]): PlannedUpdate => ({
  endpoint: 'influx',
  place: 'local',
  chosen: uids.map((uid) => ({ uid, name: uid, host: '' })),
  at: 1,
});

/** Reads data sources as a page does, and what fills the endpoint into them. */
async function open(...sources: Array<{ uid: string }>) {
  const grafana = new FakeGrafana(...sources);
  server.use(...grafana.handlers, answers('GET /endpoints/:name', { endpoint: INFLUX }));
  await standIn('local');
  await queryClient.fetchQuery(queries.dataSources('local'));
  const uids = sources.map(({ uid }) => uid);
  const { result } = renderHook(() => {
    const fill = useFillIn();
    return {
      ...fill,
      read: useReadDataSources(uids),
      health: useHealthOfFills(fill.progress),
      receipts: useReceipts(),
      planned: usePlannedUpdate('INFLUX')?.chosen.map(({ uid }) => uid),
    };
  });
  const shown = (uid: string) => result.current.read.get(uid)?.read?.dataSource;
  await waitFor(() => uids.forEach((uid) => expect(shown(uid)).toBeDefined()));
  const requests = (): FillRequest[] =>
    uids.map((uid) => ({ dataSource: shown(uid) as DataSource, endpoint: INFLUX, change: { host: HOST } }));
  const listed = (uid: string) =>
    queryClient.getQueryData(queries.dataSources('local').queryKey)?.find((one) => one.uid === uid);
  return {
    grafana,
    result,
    shown,
    listed,
    one: (uid: string) => result.current.progress.get(uid),
    states: () => [...result.current.progress].map(([uid, { state }]) => `${uid} ${state}`).join(', '),
    /** Begins, and shows each step. */
    begin: () => act(() => void result.current.start(requests())),
    /** Goes through to the end. */
    start: () => act(() => result.current.start(requests())),
  };
}

it('writes one after the other, and one that fails stops no other', async () => {
  const { grafana, result, states, one, begin } = await open(influxSource('a'), influxSource('b'), influxSource('c'));
  grafana.forbidden.add('b');
  const held: Array<() => void> = [];
  grafana.beforeWrite = () => new Promise<void>((resolve) => held.push(resolve));
  begin();
  for (const [n, step] of [
    'a writing, b waiting, c waiting',
    'a written, b writing, c waiting',
    'a written, b failed, c writing',
  ].entries()) {
    await waitFor(() => expect([states(), held.length]).toEqual([step, n + 1]));
    held[n]?.();
  }
  await waitFor(() => expect(one('c')?.state).toBe('written'));
  expect(grafana.calls.filter((call) => call.startsWith('PUT'))).toEqual(['PUT a', 'PUT b', 'PUT c']);
  expect(grafana.written.map(({ url }) => url)).toEqual([filledUrl, filledUrl]);
  expect(one('b')).toMatchObject({ failure: { code: 'grafana_forbidden' } });
  expect(result.current.receipts.map(({ uid }) => uid).sort()).toEqual(['a', 'c']);
  act(() => result.current.forget('b'));
  expect(states()).toBe('a written, c written');
});

it('shows what it wrote without reading it again, keeps the receipt, and strikes it off the plan', async () => {
  keepPlannedUpdate(WORKSPACE, plan('a', 'b'));
  const { grafana, result, shown, listed, one, start } = await open(influxSource('a'));
  expect(result.current.planned).toEqual(['a', 'b']);
  const reads = grafana.count('GET') + grafana.count('LIST');
  await start();
  expect(one('a')).toEqual({ state: 'written', receipt: expect.objectContaining({ uid: 'a', version: 4 }) });
  expect(shown('a')).toMatchObject({ url: filledUrl, version: 4 });
  expect(listed('a')).toMatchObject({ url: filledUrl });
  expect(grafana.count('GET') + grafana.count('LIST')).toBe(reads);
  expect(result.current.receipts).toEqual([
    expect.objectContaining({
      uid: 'a',
      place: 'local',
      endpoint: 'influx',
      before: expect.objectContaining({ host: 'old.example' }),
    }),
  ]);
  expect(result.current.planned).toEqual(['b']);
});

it('tells when the endpoint is another one since, and has the endpoints read again', async () => {
  const { result, one, start } = await open(influxSource('a'));
  queryClient.setQueryData(queries.endpoints.queryKey, [INFLUX]);
  await start();
  expect(one('a')).toMatchObject({ state: 'written', endpointChanged: undefined });
  expect(queryClient.getQueryState(queries.endpoints.queryKey)?.isInvalidated).toBe(false);
  const another = { ...INFLUX, createdAt: '2026-11-23T00:00:00Z' };
  server.use(answers('GET /endpoints/:name', { endpoint: another }));
  await start();
  expect(one('a')).toMatchObject({ state: 'written', endpointChanged: { code: 'endpoint_changed' } });
  expect(queryClient.getQueryState(queries.endpoints.queryKey)?.isInvalidated).toBe(true);
  expect(result.current.receipts).toHaveLength(1);
});

describe('when someone else was faster', () => {
  async function conflict() {
    keepPlannedUpdate(WORKSPACE, plan('a'));
    const opened = await open(influxSource('a'));
    opened.grafana.beforeWrite = (uid) => {
      opened.grafana.beforeWrite = () => undefined;
      opened.grafana.change(uid, { url: 'http://theirs.example:9999', user: 'kim' });
    };
    return opened;
  }

  it('writes nothing, says what they changed, and goes on from there when asked again', async () => {
    const { grafana, result, one, shown, listed, start } = await conflict();
    await start();
    expect(one('a')).toEqual({
      state: 'changed',
      failure: expect.objectContaining({ code: 'datasource_conflict' }),
      differences: [
        { path: 'url', before: 'http://old.example:8086/api', after: 'http://theirs.example:9999' },
        { path: 'user', before: undefined, after: 'kim' },
      ],
    });
    expect(grafana.written).toEqual([]);
    expect([result.current.receipts, result.current.planned]).toEqual([[], ['a']]);
    expect(shown('a')).toMatchObject({ user: 'kim', version: 4 });
    expect(listed('a')).toMatchObject({ url: 'http://theirs.example:9999' });
    await start();
    expect(grafana.source('a')).toMatchObject({ url: 'http://influx.internal.contoso.com:9999', user: 'kim' });
    expect(result.current.planned).toBeUndefined();
  });

  it('says why it can not tell what they changed', async () => {
    const { grafana, one, start } = await conflict();
    server.use(http.get('*/api/datasources/uid/a', () => HttpResponse.json({ message: 'gone' }, { status: 404 })));
    await start();
    expect(one('a')).toEqual({ state: 'failed', failure: expect.objectContaining({ code: 'datasource_not_found' }) });
    expect(grafana.written).toEqual([]);
  });
});

it('writes into the Grafana that applies now, with what is kept for its workspace', async () => {
  const { grafana, result, one, start } = await open(influxSource('a'));
  const dataSource = { ...grafana.source('a'), url: filledUrl, version: 9 };
  server.use(answers('POST /datasources/:uid/fill', { dataSource, unsafeNumbers: [], receipt: 'the seal' }));
  server.use(answers('GET /datasources/:uid', { dataSource: grafana.source('a'), unsafeNumbers: [] }));
  server.use(hangs('POST /datasources/:uid/health'));
  const settings = queryClient.getQueryData(queries.settings.queryKey);
  act(() => {
    queryClient.setQueryData(queries.settings.queryKey, settings && { ...settings, jsonData: { place: 'remote' } });
    queryClient.setQueryData(queries.workspace.queryKey, { ...demoWorkspace, createdAt: 'later' });
  });
  await waitFor(() => expect(requestsSeen().at(-1)?.path).toMatch(/\/resources\/datasources\/a$/));
  await waitFor(() => expect(result.current.read.get('a')?.read).toBeDefined());
  await start();
  expect(one('a')).toMatchObject({ state: 'written', receipt: { sealed: 'the seal' } });
  expect(grafana.written).toEqual([]);
  expect(result.current.receipts).toMatchObject([{ place: 'remote', sealed: 'the seal' }]);
});

it('tests each that was written, once for each change, and no other', async () => {
  const { grafana, result, start } = await open(...['good', 'bad', 'odd', 'locked'].map((uid) => influxSource(uid)));
  grafana.forbidden.add('locked');
  grafana.health.set('bad', { status: 400, body: { status: 'ERROR', message: 'no such host' } });
  grafana.health.set('odd', { status: 404, body: { messageId: 'plugin.notFound', message: '' } });
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  server.use(
    http.get('*/api/datasources/uid/good/health', async () => {
      await held;
      return HttpResponse.json({ status: 'OK', message: '' });
    })
  );
  await start();
  const outcomes = () => Object.fromEntries(result.current.health);
  await waitFor(() => expect(outcomes()).toEqual({ good: 'running', bad: 'failed', odd: 'unknown' }));
  goOn();
  await waitFor(() => expect(outcomes()).toMatchObject({ good: 'passed' }));
  await start();
  await waitFor(() => expect(grafana.count('HEALTH bad')).toBe(2));
  expect(requestsSeen().filter(({ path }) => path.includes('locked/health'))).toEqual([]);
});
