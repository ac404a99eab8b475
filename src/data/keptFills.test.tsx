import { act, waitFor } from '@testing-library/react';
import { type Endpoint } from '../domain/endpoint';
import { type Place } from '../domain/place';
import { FakeGrafana, influxSource } from '../test/fakeGrafana';
import { INFLUX, ORDERS } from '../test/fixtures';
import { answers, hangs } from '../test/handlers';
import { look, renderHook, standIn, WORKSPACE } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import { storageKey } from './browserStorage';
import {
  deletePlannedUpdate,
  keepPlannedUpdate,
  keepReceipt,
  type KeptReceipt,
  type PlannedUpdate,
  settlePlannedUpdate,
  usePlannedUpdate,
  useReadyFills,
  useReceipts,
  useRestoreFills,
  useUndoFill,
} from './keptFills';
import { queries } from './queries';
import { queryClient } from './queryClient';

const receipt = (uid: string, fields: Partial<KeptReceipt> = {}): KeptReceipt => ({
  place: 'local',
  endpoint: 'influx',
  uid,
  name: `Source ${uid}`,
  before: { scheme: 'http://', host: 'old.example', port: '8086' },
  after: { scheme: 'http://', host: 'influx.internal.contoso.com', port: '8086' },
  version: 4,
  at: 1,
  sealed: '',
  ...fields,
});

/** A data source as a change left it. */
const filled = (uid: string) => influxSource(uid, { url: 'http://influx.internal.contoso.com:8086/api', version: 4 });

const plan = (endpoint: string, fields: Partial<PlannedUpdate> = {}): PlannedUpdate => ({
  endpoint,
  place: 'local',
  chosen: ['a', 'b'].map((uid) => ({ uid, name: uid, host: '' })),
  at: 1,
  ...fields,
});

const receipts = () => look(() => useReceipts().map(({ uid, at }) => `${uid} ${at}`));

it('shows nothing that is kept before the place is known', () => {
  server.use(hangs('GET /workspace'));
  keepReceipt(WORKSPACE, receipt('a'));
  keepPlannedUpdate(WORKSPACE, plan('influx'));
  expect(receipts()).toEqual([]);
  expect(look(() => usePlannedUpdate('influx'))).toBeUndefined();
});

describe('a receipt', () => {
  it.each<[Place, string[]]>([
    ['local', ['b 3', 'c 2', 'a 1']],
    ['remote', ['a 9']],
  ])('is kept for its workspace and place, the newest first: %s', async (place, expected) => {
    keepReceipt(WORKSPACE, receipt('a'));
    keepReceipt(WORKSPACE, receipt('b', { at: 3 }));
    keepReceipt(WORKSPACE, receipt('c', { at: 2 }));
    keepReceipt(WORKSPACE, receipt('a', { place: 'remote', at: 9, sealed: 'sealed' }));
    keepReceipt(`${WORKSPACE}-2`, receipt('d'));
    await standIn(place);
    expect(receipts()).toEqual(expected);
  });

  it('gives way to that of a later change of the same data source', async () => {
    await standIn('local');
    keepReceipt(WORKSPACE, receipt('a'));
    keepReceipt(WORKSPACE, receipt('a', { at: 2, version: 5 }));
    expect(receipts()).toEqual(['a 2']);
  });

  it.each(['place', 'endpoint', 'uid', 'name', 'before', 'after', 'version', 'at', 'sealed'])(
    'that can not be read counts as none: %s',
    async (field) => {
      await standIn('local');
      const key = storageKey('receipt~local-a', WORKSPACE);
      const value = { ...receipt('a'), [field]: field === 'after' || field === 'before' ? { scheme: 'http' } : null };
      localStorage.setItem(key, JSON.stringify({ savedAt: Date.now(), value }));
      expect(receipts()).toEqual([]);
    }
  );

  it('is kept whole, for the next visit', async () => {
    await standIn('local');
    keepReceipt(WORKSPACE, receipt('a'));
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(look(useReceipts)).toEqual([receipt('a')]);
  });
});

/** Opens what takes changes back, in a Grafana with data sources as changes left them. */
async function open(...uids: string[]) {
  const grafana = new FakeGrafana(...uids.map(filled));
  server.use(...grafana.handlers);
  await standIn('local');
  await queryClient.fetchQuery(queries.dataSources('local'));
  uids.forEach((uid) => keepReceipt(WORKSPACE, receipt(uid)));
  const { result } = renderHook(() => ({ ...useUndoFill(), restore: useRestoreFills(), kept: useReceipts() }));
  const listed = () =>
    Object.fromEntries(
      queryClient.getQueryData(queries.dataSources('local').queryKey)?.map((one) => [one.uid, one.url]) ?? []
    );
  return { grafana, result, listed, kept: () => result.current.kept.map(({ uid }) => uid) };
}

const OLD = 'http://old.example:8086/api';

describe('undoing', () => {
  it('writes the host before back, and drops that receipt alone', async () => {
    const { grafana, result, listed, kept } = await open('a', 'b');
    await act(() => result.current.undo.mutateAsync(receipt('a')));
    expect(grafana.source('a')).toMatchObject({ url: OLD, version: 5 });
    expect(listed()).toEqual({ a: OLD, b: filled('b').url });
    expect(kept()).toEqual(['b']);
  });

  it('leaves alone what someone changed since, and keeps the receipt until it is dismissed', async () => {
    const { grafana, result, kept } = await open('a', 'b');
    grafana.change('a', { user: 'kim' });
    await act(() => result.current.undo.mutateAsync(receipt('a')).catch(() => undefined));
    await waitFor(() => expect(result.current.undo.error?.failure.code).toBe('receipt_stale'));
    expect(grafana.written).toEqual([]);
    expect(kept()).toEqual(['a', 'b']);
    act(() => result.current.forget(receipt('a')));
    expect(kept()).toEqual(['b']);
    expect(grafana.written).toEqual([]);
  });

  it('happens in the Grafana that the receipt is from, wherever one looks now', async () => {
    const { grafana, result } = await open('a');
    const dataSource = { ...influxSource('a'), name: 'a', type: 'influxdb' };
    server.use(answers('POST /datasources/:uid/undo', { dataSource, unsafeNumbers: [] }));
    await act(() => result.current.undo.mutateAsync(receipt('a', { place: 'remote', sealed: 'the seal' })));
    expect(requestsSeen().at(-1)?.body).toBe('{"receipt":"the seal"}');
    expect(grafana.written).toEqual([]);
  });

  it('of several goes on after one that can not be, and tells of it', async () => {
    const { grafana, result, kept } = await open('a', 'b', 'c');
    grafana.change('b', { user: 'kim' });
    const restored: string[] = [];
    const all = result.current.kept;
    const refused = await act(() =>
      result.current.restore.mutateAsync({ receipts: all, onRestored: (uid) => restored.push(uid) })
    );
    expect(refused).toEqual([{ name: 'Source b', failure: expect.objectContaining({ code: 'receipt_stale' }) }]);
    expect(restored).toEqual(['a', 'c']);
    expect(grafana.written.map(({ uid, url }) => [uid, url])).toEqual([
      ['a', OLD],
      ['c', OLD],
    ]);
    expect(kept()).toEqual(['b']);
  });
});

describe('a plan', () => {
  const planned = (name: string) => look(() => usePlannedUpdate(name));

  it('is kept for its endpoint, place and workspace, whatever the casing', async () => {
    const own = plan('Influx', { chosen: [{ uid: 'a', name: 'A', host: '10.0.0.5', scheme: 'https', port: '9443' }] });
    keepPlannedUpdate(WORKSPACE, own);
    keepPlannedUpdate(WORKSPACE, plan('influx', { place: 'remote', at: 2 }));
    keepPlannedUpdate(`${WORKSPACE}-2`, plan('loki'));
    await standIn('local');
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(planned('influx')).toEqual(own);
    expect(planned('INFLUX')).toEqual(own);
    expect(planned('loki')).toBeUndefined();
    deletePlannedUpdate(WORKSPACE, { endpoint: 'INFLUX', place: 'local' });
    expect(planned('influx')).toBeUndefined();
    queryClient.clear();
    await standIn('remote');
    expect(planned('influx')).toMatchObject({ at: 2 });
  });

  it('loses what was filled in, and is gone with the last; nothing is kept for an empty one', async () => {
    await standIn('local');
    keepPlannedUpdate(WORKSPACE, plan('influx'));
    expect(Object.keys(localStorage)).toEqual([storageKey('planned~local-influx', WORKSPACE)]);
    settlePlannedUpdate(WORKSPACE, receipt('b', { endpoint: 'INFLUX' }));
    settlePlannedUpdate(WORKSPACE, receipt('a', { place: 'remote' }));
    settlePlannedUpdate(WORKSPACE, receipt('a', { endpoint: 'other' }));
    expect(planned('influx')?.chosen.map(({ uid }) => uid)).toEqual(['a']);
    settlePlannedUpdate(WORKSPACE, receipt('a'));
    keepPlannedUpdate(WORKSPACE, plan('loki', { chosen: [] }));
    expect(localStorage).toHaveLength(0);
  });

  it.each([
    { endpoint: null },
    { place: 'elsewhere' },
    { at: '1' },
    ...['uid', 'name', 'host', 'scheme', 'port'].map((field) => ({
      chosen: [{ uid: 'a', name: 'a', host: '', scheme: 'http', port: '1', [field]: 5 }],
    })),
  ])('that can not be read counts as none: %j', async (fields) => {
    await standIn('local');
    const value = { ...plan('influx'), ...fields };
    localStorage.setItem(storageKey('planned~local-influx', WORKSPACE), JSON.stringify({ savedAt: Date.now(), value }));
    expect(planned('influx')).toBeUndefined();
  });

  it('is offered once its endpoint is ready', async () => {
    await standIn('local');
    ['INFLUX', 'orders-sql', 'gone'].forEach((name) => keepPlannedUpdate(WORKSPACE, plan(name)));
    const { result, rerender } = renderHook(
      (endpoints: Endpoint[] | undefined) => useReadyFills(endpoints).map(({ endpoint }) => endpoint),
      [INFLUX, ORDERS] as Endpoint[] | undefined
    );
    expect(result.current).toEqual(['INFLUX']);
    rerender([INFLUX, { ...ORDERS, connectionState: 'Approved', privateIp: '10.0.0.6' }]);
    expect(result.current).toEqual(['INFLUX', 'orders-sql']);
    rerender(undefined);
    expect(result.current).toEqual([]);
    act(() => deletePlannedUpdate(WORKSPACE, plan('influx')));
    rerender([INFLUX]);
    expect(result.current).toEqual([]);
  });
});
