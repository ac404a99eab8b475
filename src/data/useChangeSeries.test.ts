import { act } from '@testing-library/react';
import { type Change } from '../domain/changes/change';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { INFLUX, ORDERS, STRANGE } from '../test/fixtures';
import { fails } from '../test/handlers';
import { asksBeforeUnload } from '../test/leaving';
import { renderHook } from '../test/renderHook';
import { server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { useChangeSeries } from './useChangeSeries';

const deletions = [INFLUX, ORDERS, STRANGE].map(({ name, createdAt }): Change => ({ kind: 'delete', name, createdAt }));
const failure = { code: 'azure_forbidden', message: 'Not allowed.' };
const busy = { status: 409, failure: { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 30 } };

let azure: FakeWorkspace;
let taken: string[];
let whole: boolean | undefined;

function open() {
  return renderHook(() => useChangeSeries(({ name }) => taken.push(name)));
}

type Shown = ReturnType<typeof open>['result'];

const wait = (seconds: number) => act(() => pass(seconds));
const start = ({ current }: Shown, changes = deletions) =>
  act(() => void current.send(changes).then((is) => (whole = is)));
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
  act(() => result.current.stop());
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

it('asks nobody to stay once nothing is left to send', async () => {
  const goOn = azure.hold();
  const { result } = open();
  start(result, deletions.slice(0, 1));
  await wait(1);
  expect([result.current.isRunning, asksBeforeUnload()]).toEqual([true, false]);
  goOn();
  await wait(1);
  expect([result.current.isRunning, whole]).toEqual([false, true]);
});

it.each([
  [busy, true],
  ['lostAfter' as const, false],
])('asks before the last is left only where it may not have been sent', async (meeting, asks) => {
  azure.meetings.push(meeting);
  const { result } = open();
  start(result, deletions.slice(0, 1));
  await wait(1);
  expect([result.current.isRunning, asksBeforeUnload()]).toEqual([true, asks]);
});

it('sends nothing more where it is stopped while one is on its way', async () => {
  const goOn = azure.hold();
  const { result } = open();
  start(result);
  await wait(1);
  act(() => result.current.stop());
  goOn();
  await wait(5);
  expect([statuses(result), result.current.isRunning, whole]).toEqual([['taken', 'stopped', 'stopped'], false, false]);
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
  open().unmount();
});
