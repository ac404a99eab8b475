import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { type Change } from '../domain/changes/change';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { INFLUX, ORDERS, STRANGE } from '../test/fixtures';
import { fails } from '../test/handlers';
import { asksBeforeUnload } from '../test/leaving';
import { server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { queryClient } from './queryClient';
import { useChangeSeries } from './useChangeSeries';

const deletions = [INFLUX, ORDERS, STRANGE].map(({ name, createdAt }): Change => ({ kind: 'delete', name, createdAt }));
const failure = { code: 'azure_forbidden', message: 'Not allowed.' };
const busy = { status: 409, failure: { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 30 } };

let azure: FakeWorkspace;
let taken: string[];
let whole: boolean | undefined;

function open() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return renderHook(() => useChangeSeries(({ name }) => taken.push(name)), { wrapper });
}

type Shown = ReturnType<typeof open>['result'];

const wait = (seconds: number) => act(() => pass(seconds));
const start = ({ current }: Shown) => act(() => void current.send(deletions).then((is) => (whole = is)));
const statuses = ({ current }: Shown) => deletions.map(({ name }) => current.stepOf(name)?.status);
const sent = () => azure.calls.filter((call) => call.startsWith('DELETE'));

beforeEach(() => {
  stopTime();
  azure = new FakeWorkspace([INFLUX, ORDERS, STRANGE]);
  server.use(...azure.handlers);
  taken = [];
  whole = undefined;
});
afterEach(() => jest.useRealTimers());

it('sends each once the one before it has ended, and doesn’t wait for the end of the last', async () => {
  const { result } = open();
  expect([statuses(result), result.current.isRunning]).toEqual([[undefined, undefined, undefined], false]);
  const goOn = azure.hold();
  start(result);
  await wait(1);
  expect([statuses(result), result.current.isRunning]).toEqual([['sending', 'queued', 'queued'], true]);
  goOn();
  await wait(10);
  expect(statuses(result)).toEqual(['taken', 'queued', 'queued']);
  azure.finish();
  await wait(10);
  expect(statuses(result)).toEqual(['taken', 'taken', 'queued']);
  expect([result.current.isRunning, whole, asksBeforeUnload()]).toEqual([true, undefined, true]);
  azure.finish('failed');
  await wait(10);
  expect(statuses(result)).toEqual(['taken', 'taken', 'taken']);
  expect([result.current.isRunning, whole, asksBeforeUnload()]).toEqual([false, true, false]);
  expect(taken).toEqual(['influx', 'orders-sql', 'strange']);
});

it('goes on after one that is refused, and says why', async () => {
  azure.meetings.push({ status: 403, failure });
  const { result } = open();
  start(result);
  await wait(5);
  expect(result.current.stepOf('influx')).toMatchObject({ status: 'failed', failure });
  expect(result.current.stepOf('orders-sql')).toMatchObject({ status: 'taken' });
  azure.finish();
  await wait(10);
  expect([statuses(result), whole]).toEqual([['failed', 'taken', 'taken'], false]);
  expect(taken).toEqual(['orders-sql', 'strange']);
});

it('goes on where the end of one can’t be read', async () => {
  server.use(fails('POST /operations', 400, { code: 'bad_request', message: 'No such operation.' }));
  const { result } = open();
  start(result);
  await wait(20);
  expect([statuses(result), whole]).toEqual([['taken', 'taken', 'taken'], true]);
});

it('says what one waits for, and asks before the page is left until the last is sent', async () => {
  azure.meetings.push(busy);
  const { result } = open();
  expect(asksBeforeUnload()).toBe(false);
  start(result);
  await wait(1);
  expect(result.current.stepOf('influx')).toMatchObject({
    ...{ status: 'sending', waiting: { reason: 'Another change to the workspace is in progress.', sent: false } },
  });
  expect(asksBeforeUnload()).toBe(true);
});

it('sends nothing more once it is stopped; what was taken goes on', async () => {
  const { result } = open();
  start(result);
  await wait(5);
  act(() => result.current.stop());
  await wait(60);
  expect([statuses(result), result.current.isRunning, whole]).toEqual([['taken', 'stopped', 'stopped'], false, false]);
  expect(sent()).toHaveLength(1);
});

it('stops one that waits', async () => {
  azure.meetings.push(busy);
  const { result } = open();
  start(result);
  await wait(1);
  act(() => result.current.stop());
  await wait(60);
  expect([statuses(result), whole]).toEqual([['stopped', 'stopped', 'stopped'], false]);
  expect(sent()).toHaveLength(1);
});

it('sends nothing more once the page is left', async () => {
  const { result, unmount } = open();
  start(result);
  await wait(5);
  unmount();
  azure.finish();
  await wait(60);
  expect(sent()).toHaveLength(1);
});
