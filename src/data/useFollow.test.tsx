import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { type Endpoint } from '../domain/endpoint';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { INFLUX, ORDERS } from '../test/fixtures';
import { requestsSeen, server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { useFollowing, useLastRefresh, useTargetViews } from './useFollow';

let azure: FakeWorkspace;

function follow(endpoints: Endpoint[], prepare: (azure: FakeWorkspace) => void = () => undefined) {
  azure = new FakeWorkspace(endpoints);
  prepare(azure);
  server.use(...azure.handlers);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return renderHook(
    () => {
      useFollowing(true, 'orders-sql');
      return { viewOf: useTargetViews(), last: useLastRefresh() };
    },
    { wrapper }
  );
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
});
