import { useQuery } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { type Endpoint } from '../domain/endpoint';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { demoWorkspace, INFLUX, ORDERS } from '../test/fixtures';
import { fails } from '../test/handlers';
import { renderHook } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { FOLLOW, queries } from './queries';
import { queryClient } from './queryClient';
import { useFollow, useFollowing, useLastRefresh, useRefresh, useTargetView, useTargetViews } from './useFollow';

let azure: FakeWorkspace;

/** So many minutes before the moment at which time stands. */
const ago = (minutes: number) => new Date(Date.UTC(2026, 10, 23) - minutes * 60_000).toISOString();

function follow(endpoints: Endpoint[], prepare: (azure: FakeWorkspace) => void = () => undefined) {
  azure = new FakeWorkspace(endpoints);
  server.use(...azure.handlers);
  prepare(azure);
  return renderHook(() => {
    const again = useFollowing(true, 'orders-sql');
    return { again, viewOf: useTargetViews(), last: useLastRefresh(), answer: useFollow() };
  });
}

/** How often the backend followed within so many seconds. */
async function followed(seconds: number) {
  const before = azure.count('POST /follow');
  for (let passed = 0; passed < seconds; passed++) {
    await act(() => pass(1));
  }
  return azure.count('POST /follow') - before;
}

beforeEach(stopTime);
afterEach(() => jest.useRealTimers());

it.each([
  ['nothing is awaited', [INFLUX], 0],
  ['a request waits', [INFLUX, ORDERS], 7],
  ['a private IP is awaited', [{ ...INFLUX, privateIp: '' }], 7],
  ['Azure works on one', [ORDERS, { ...INFLUX, provisioningState: 'Updating', lastModifiedAt: '' }], 15],
  ['Azure has been working on one for weeks', [{ ...INFLUX, provisioningState: 'Creating' }], 0],
  [
    'Azure has been working on one for half an hour',
    [{ ...INFLUX, provisioningState: 'Creating', lastModifiedAt: ago(29) }],
    15,
  ],
  [
    'Azure comes to have been working on one for longer',
    [{ ...INFLUX, provisioningState: 'Creating', lastModifiedAt: ago(29.5) }],
    8,
  ],
  [
    'Azure has been working on one for longer',
    [{ ...INFLUX, provisioningState: 'Creating', lastModifiedAt: ago(31) }],
    0,
  ],
])('while %s', async (_, endpoints, callsAMinute) => {
  follow(endpoints);
  expect(await followed(1)).toBe(1);
  expect(await followed(60)).toBe(callsAMinute);
});

it('asks nothing while nobody sees the page, or after it was left', async () => {
  const { unmount } = follow([ORDERS]);
  await followed(1);
  const state = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(await followed(60)).toBe(0);
  state.mockRestore();
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(await followed(20)).toBeGreaterThan(0);
  unmount();
  expect(await followed(60)).toBe(0);
});

it('names the endpoint that someone looks at, and shows what its target says', async () => {
  const connection = { id: '/c/1', name: 'c1', status: 'Approved', description: 'OK' };
  const { result } = follow([ORDERS], (one) =>
    one.targets.set('orders-sql', { grade: 'probable', reason: 'The name fits.', connection })
  );
  await followed(1);
  expect(requestsSeen()[0]?.body).toBe('{"first":"orders-sql"}');
  expect(result.current.viewOf(ORDERS)).toMatchObject({ grade: 'probable', status: 'Approved', connectionId: '/c/1' });
  // The workspace says something else since, or another endpoint has the name.
  expect(result.current.viewOf({ ...ORDERS, connectionState: 'Disconnected' })).toBeUndefined();
  expect(result.current.viewOf({ ...ORDERS, createdAt: '2026-11-23T00:00:00Z' })).toBeUndefined();
});

it('tells the list and the page of each endpoint what it read', async () => {
  queryClient.setQueryData(queries.endpoints.queryKey, [INFLUX]);
  queryClient.setQueryData(queries.endpoint('ORDERS-SQL').queryKey, { ...ORDERS, connectionState: 'Approved' });
  follow([INFLUX, ORDERS]);
  await followed(1);
  expect(queryClient.getQueryData(queries.endpoints.queryKey)).toEqual([INFLUX, ORDERS]);
  expect(queryClient.getQueryData(queries.endpoint('orders-sql').queryKey)).toEqual(ORDERS);
  expect(azure.count('GET')).toBe(0);
});

it('follows a refresh that the backend started to its end, then reads again', async () => {
  const operation = { kind: 'refresh', name: '', statusPath: '/status/auto', createdAt: '' } as const;
  queryClient.setQueryData(queries.workspace.queryKey, demoWorkspace);
  const { result } = follow([INFLUX], (one) => {
    one.refresh = { lastOperation: operation, lastStartedAt: '2026-11-23T00:00:00Z' };
  });
  await followed(3);
  expect(result.current.last).toMatchObject({ isRunning: true, progress: { status: 'running' } });
  await followed(4);
  azure.finish();
  expect(await followed(4)).toBe(1);
  expect(azure.count('GET /endpoints')).toBe(0);
  expect(result.current.last).toMatchObject({ isRunning: false, progress: { status: 'succeeded' } });
  const asked = azure.count('POST /operations');
  await followed(60);
  expect(azure.count('POST /operations')).toBe(asked);
  expect(queryClient.getQueryState(queries.workspace.queryKey)?.isInvalidated).toBe(false);
});

it('looks again soon after it started a refresh', async () => {
  follow([INFLUX], (one) => (one.refresh = { startedNow: true }));
  expect(await followed(1)).toBe(1);
  expect(await followed(60)).toBe(15);
});

it('says why it couldn’t, and tries again four times a minute', async () => {
  const failure = { code: 'azure_unavailable', message: 'Try later.' };
  const { result } = follow([INFLUX], () => server.use(fails('POST /follow', 503, failure)));
  await followed(1);
  expect(result.current.answer).toEqual({ data: undefined, failure });
  expect(requestsSeen()).toHaveLength(1);
  await followed(60);
  expect(requestsSeen()).toHaveLength(5);
});

it('looks at once when it is asked to', async () => {
  queryClient.setQueryData(queries.workspace.queryKey, demoWorkspace);
  const { result } = follow([INFLUX]);
  await followed(20);
  act(() => result.current.again());
  expect(await followed(1)).toBe(1);
  expect(queryClient.getQueryState(queries.workspace.queryKey)?.isInvalidated).toBe(false);
});

it('reads once what shows a workspace that is followed, whoever looks', async () => {
  follow([ORDERS]);
  await followed(1);
  const second = renderHook(() => useFollowing(false));
  expect(await followed(5)).toBe(0);
  second.unmount();
});

it('names no endpoint where the page is about none', async () => {
  azure = new FakeWorkspace([INFLUX]);
  server.use(...azure.handlers);
  renderHook(() => useFollowing(true));
  await followed(1);
  expect(requestsSeen()[0]?.body).toBe('{"first":""}');
});

it('reads again an endpoint that is gone, and no other', async () => {
  queryClient.setQueryData(queries.dataSources('local').queryKey, []);
  follow([INFLUX]);
  renderHook(() => [useQuery(queries.endpoint('influx')), useQuery(queries.endpoint('billing'))]);
  await followed(1);
  const before = [azure.count('GET /endpoints/influx'), azure.count('GET /endpoints/billing')];
  act(() => void queryClient.invalidateQueries({ queryKey: FOLLOW }));
  await followed(2);
  expect([azure.count('GET /endpoints/influx'), azure.count('GET /endpoints/billing')]).toEqual([
    before[0],
    (before[1] ?? 0) + 1,
  ]);
  expect(azure.calls).not.toContain('GET /endpoints');
  expect(queryClient.getQueryState(queries.dataSources('local').queryKey)?.isInvalidated).toBe(false);
});

it('shows nothing of what a target says before it is read, or of an endpoint that wasn’t', async () => {
  const { result } = follow([INFLUX, ORDERS]);
  expect(result.current.viewOf(ORDERS)).toBeUndefined();
  expect(result.current.last).toEqual({ refresh: undefined, progress: undefined, isRunning: false });
  await followed(1);
  expect(result.current.viewOf({ ...ORDERS, name: 'billing' })).toBeUndefined();
  expect(result.current.viewOf(ORDERS)).toMatchObject({ grade: 'unknown' });
});

describe('what the target of one endpoint says', () => {
  const approved = { grade: 'confirmed', reason: 'It fits.' } as const;

  function view(endpoint: Endpoint) {
    azure = new FakeWorkspace([endpoint]);
    azure.targets.set(endpoint.name, approved);
    server.use(...azure.handlers);
    return renderHook((one: Endpoint) => useTargetView(one), endpoint);
  }

  it('is read for its page, and again where its own state changed or another one has the name', async () => {
    const { result, rerender } = view(INFLUX);
    expect(result.current).toMatchObject({ view: undefined, isReading: true, failure: undefined });
    await followed(1);
    expect(result.current).toMatchObject({ view: approved, isReading: false, failure: undefined });
    rerender({ ...INFLUX, name: 'INFLUX' });
    await followed(1);
    expect(azure.count('/connection')).toBe(1);
    rerender({ ...INFLUX, connectionState: 'Disconnected' });
    await followed(1);
    rerender({ ...INFLUX, createdAt: ago(1) });
    await followed(1);
    expect(azure.count('/connection')).toBe(3);
    await act(() => result.current.readAgain());
    expect(azure.count('/connection')).toBe(4);
  });

  it.each([
    ['waits', ORDERS],
    ['is worked on', { ...INFLUX, provisioningState: 'Updating' }],
  ])('isn’t read for an endpoint that %s', async (_, endpoint) => {
    const { result } = view(endpoint);
    await followed(1);
    expect(result.current).toMatchObject({ view: undefined, isReading: false });
    expect(azure.count('/connection')).toBe(0);
  });

  it('comes from following while the endpoint waits', async () => {
    const { result } = view(ORDERS);
    renderHook(() => useFollowing(true));
    await followed(1);
    expect(result.current.view).toMatchObject(approved);
  });

  it('says why it couldn’t be read, by the backend’s word or the target’s own', async () => {
    const failure = { code: 'azure_forbidden', message: 'Not allowed.' };
    azure = new FakeWorkspace([INFLUX]);
    azure.targets.set('influx', { error: failure });
    server.use(...azure.handlers);
    const { result } = renderHook(() => useTargetView(INFLUX));
    await followed(1);
    expect(result.current.failure).toEqual(failure);
    server.use(fails('GET /endpoints/:name/connection', 503, { code: 'azure_unavailable', message: 'Try later.' }));
    act(() => void result.current.readAgain());
    await followed(1);
    expect(result.current.failure).toMatchObject({ message: 'Try later.' });
  });
});

it('refreshes from one part of the page, and is busy on all of them until it has ended', async () => {
  azure = new FakeWorkspace([INFLUX]);
  server.use(...azure.handlers);
  const { result } = renderHook(() => ({ here: useRefresh(), there: useRefresh(), follow: useFollowing(true) }));
  await followed(1);
  expect([result.current.here.busy, result.current.there.busy]).toEqual([false, false]);
  const goOn = azure.hold();
  act(() => result.current.here.start());
  await followed(1);
  expect([result.current.here.busy, result.current.there.busy]).toEqual([true, true]);
  goOn();
  await followed(5);
  expect([result.current.here.busy, result.current.there.busy]).toEqual([true, true]);
  azure.finish();
  await followed(5);
  expect([result.current.here.busy, result.current.there.busy]).toEqual([false, false]);
  expect(result.current.here.failure).toBeUndefined();
  expect(azure.count('POST /refresh')).toBe(1);
});
