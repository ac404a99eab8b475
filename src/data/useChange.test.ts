import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { QueryObserver } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { type Change } from '../domain/changes/change';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { demoWorkspace, INFLUX, ORDERS } from '../test/fixtures';
import { fails } from '../test/handlers';
import { asksBeforeUnload } from '../test/leaving';
import { renderHook } from '../test/renderHook';
import { server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { useChange, useIsChanging, useLastOperation } from './useChange';

const { name, createdAt } = INFLUX;
const deletion: Change = { kind: 'delete', name, createdAt };
const refresh: Change = { kind: 'refresh', name: '' };
const rename: Change = {
  ...{ kind: 'update', name, createdAt },
  fields: { domainName: { seen: INFLUX.domainName, wanted: 'new.contoso.com' } },
};
const tagging: Change = {
  ...{ kind: 'update', name, createdAt },
  fields: { tags: { seen: INFLUX.tags, wanted: { ...INFLUX.tags, team: 'payments' } } },
};
const approval: Change = { kind: 'approve', name, createdAt, connectionId: '/c/1', comment: 'ok' };
const busy = { status: 409, failure: { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 30 } };
const refused = { status: 403, failure: { code: 'azure_forbidden', message: 'Not allowed.', hint: 'Ask for a role.' } };

let azure: FakeWorkspace;
let toasts: unknown[];
let taken: unknown[];

function open() {
  return renderHook(() => useChange((change, here) => taken.push([change.kind, here])));
}

/** Another part of the page, which stays when the one that changes something is left. */
function elsewhere() {
  return renderHook(() => ({ isDeleting: useIsChanging('delete'), last: useLastOperation(name.toUpperCase()) }));
}

const wait = (seconds: number) => act(() => pass(seconds));
const sent = () => azure.calls.filter((call) => !/^GET|operations/.test(call));

beforeEach(() => {
  stopTime();
  azure = new FakeWorkspace([INFLUX, ORDERS]);
  server.use(...azure.handlers);
  toasts = [];
  taken = [];
  for (const { name: event } of [AppEvents.alertSuccess, AppEvents.alertWarning, AppEvents.alertError]) {
    getAppEvents()
      .getStream({ type: event } as never)
      .subscribe(({ payload }: { payload?: unknown[] }) => toasts.push([event, ...(payload ?? [])]));
  }
});
afterEach(() => {
  getAppEvents().removeAllListeners();
  jest.useRealTimers();
});

it.each<[Change, string, string]>([
  [deletion, 'influx deleted', ''],
  [refresh, 'Refresh finished', 'Connection states are up to date.'],
  [rename, 'Domain name of influx updated', ''],
  [tagging, 'Tags of influx updated', ''],
  [approval, 'influx approved', 'A refresh applies the approval to the managed network.'],
])('tells the end of a change once, and reads again what it may have touched', async (change, title, detail) => {
  const stop = new QueryObserver(queryClient, queries.endpoints).subscribe(() => undefined);
  queryClient.setQueryData(queries.workspace.queryKey, demoWorkspace);
  await wait(1);
  const { result } = open();
  act(() => result.current.send(change));
  await wait(2);
  expect(taken).toEqual([[change.kind, true]]);
  expect(result.current).toMatchObject({ isPending: false, waiting: undefined, failure: undefined });
  expect(azure.count('GET /endpoints')).toBe(2);
  expect(toasts).toEqual([]);
  azure.finish();
  await wait(60);
  expect(toasts).toEqual([['alert-success', title, detail]]);
  expect(azure.calls.filter((call) => call === 'GET /endpoints')).toHaveLength(3);
  const isReadToCompare = change.kind !== 'refresh' && change.kind !== 'approve';
  expect(azure.count(`GET /endpoints/${name}`)).toBe(isReadToCompare ? 1 : 0);
  expect(queryClient.getQueryState(queries.workspace.queryKey)?.isInvalidated).toBe(false);
  stop();
});

it.each([
  [{ code: 'azure_failed', message: 'It failed.', cause: 'The subnet is full.' }, 'The subnet is full.'],
  [{ code: 'azure_failed', message: 'It failed.' }, 'It failed.'],
  [undefined, 'Azure gave no reason.'],
])('tells why a change ended without success', async (error, reason) => {
  const { result } = open();
  act(() => result.current.send(deletion));
  await wait(1);
  azure.finish('failed', error);
  await wait(30);
  expect(toasts).toEqual([['alert-error', 'Couldn’t delete influx', reason]]);
});

it('warns where the endpoint shows something else in the end', async () => {
  const { result } = open();
  act(() => result.current.send(rename));
  await wait(1);
  azure.endpoints.set(name, { ...INFLUX, domainName: 'other.contoso.com' });
  azure.finish();
  await wait(30);
  expect(toasts).toEqual([
    ['alert-warning', 'Couldn’t update the domain name of influx', expect.stringContaining('Someone else')],
  ]);
});

it('takes Azure’s word where the endpoint can’t be read in the end', async () => {
  const { result } = open();
  act(() => result.current.send(rename));
  await wait(1);
  server.use(fails('GET /endpoints/:name', 503, { code: 'azure_unavailable', message: 'Try later.' }));
  azure.finish();
  await wait(30);
  expect(toasts).toEqual([['alert-success', 'Domain name of influx updated', '']]);
});

it.each<[string, Change, Record<string, string> | undefined, string[]]>([
  ['a tag that someone else set', rename, { ...INFLUX.tags, cost: '42' }, ['cost: 42']],
  ['each of them', rename, { ...INFLUX.tags, cost: '42', owner: 'kim' }, ['cost: 42, owner: kim']],
  ['only what wasn’t changed here', tagging, { ...INFLUX.tags, team: 'theirs', cost: '42' }, ['cost: 42']],
  ['nothing where nothing was lost', rename, INFLUX.tags, []],
  ['nothing where nothing is known to be overwritten', rename, undefined, []],
])('names as overwritten %s', async (_, change, overwritten, lost) => {
  azure.overwritten = overwritten;
  const { result } = open();
  act(() => result.current.send(change));
  await wait(1);
  azure.finish();
  await wait(30);
  const warnings = toasts.slice(1);
  expect(warnings).toEqual(
    lost.map((tag) => [
      ...['alert-warning', 'Tags of influx were overwritten'],
      `Someone else had set them meanwhile: ${tag}. Set them again.`,
    ])
  );
});

it('says on the page why a change was refused', async () => {
  azure.meetings.push(refused);
  const { result } = open();
  act(() => result.current.send(deletion));
  await wait(1);
  expect(result.current.failure).toMatchObject(refused.failure);
  expect(toasts).toEqual([]);
});

describe('whoever left while it was on its way', () => {
  async function leave() {
    const { result, unmount } = open();
    const goOn = azure.hold();
    act(() => result.current.send(deletion));
    await wait(1);
    unmount();
    goOn();
    await wait(1);
  }

  it.each([
    [refused, 'Not allowed. Ask for a role.'],
    [{ status: 400, failure: { code: 'azure_rejected', message: 'Not allowed.' } }, 'Not allowed.'],
  ])('is told why it was refused, as far as that is known', async (meeting, reason) => {
    azure.meetings.push(meeting);
    await leave();
    expect(toasts).toEqual([['alert-error', 'Couldn’t delete influx', reason]]);
  });

  it('is told how it ended, and nobody is taken for being here', async () => {
    await leave();
    expect(taken).toEqual([['delete', false]]);
    azure.finish();
    await wait(30);
    expect(toasts).toEqual([['alert-success', 'influx deleted', '']]);
  });
});

it('waits as long as Azure says, and sends nothing once it is called off', async () => {
  azure.meetings.push(busy);
  const { result } = open();
  act(() => result.current.cancel());
  act(() => result.current.send(deletion));
  await wait(1);
  expect(result.current.waiting).toMatchObject({ reason: 'Another change to the workspace is in progress.' });
  expect(asksBeforeUnload()).toBe(true);
  act(() => result.current.cancel());
  await wait(60);
  expect(asksBeforeUnload()).toBe(false);
  expect(result.current).toMatchObject({ isPending: false, waiting: undefined, failure: undefined });
  expect(sent()).toEqual(['DELETE influx']);
  expect(toasts).toEqual([]);
});

it('asks nobody to stay for a change that may have been made', async () => {
  azure.meetings.push('lostAfter');
  const { result } = open();
  act(() => result.current.send(deletion));
  await wait(1);
  expect(result.current.waiting).toMatchObject({ sent: true });
  expect(asksBeforeUnload()).toBe(false);
  await wait(10);
  expect(taken).toEqual([['delete', true]]);
  azure.hold();
  act(() => result.current.send(rename));
  await wait(1);
  expect(result.current).toMatchObject({ isPending: true, waiting: undefined });
});

it('sends nothing more once the page that waits is left', async () => {
  azure.meetings.push(busy);
  const { result, unmount } = open();
  act(() => result.current.send(deletion));
  await wait(1);
  unmount();
  await wait(60);
  expect(sent()).toEqual(['DELETE influx']);
  expect(toasts).toEqual([]);
});

it('sends one change after the other, and tells the second what it waits for', async () => {
  const [first, second, other] = [open(), open(), elsewhere()];
  const goOn = azure.hold();
  act(() => first.result.current.send(rename));
  await wait(1);
  expect(other.result.current.isDeleting).toBe(false);
  act(() => second.result.current.send(deletion));
  await wait(1);
  expect(sent()).toEqual(['PATCH influx']);
  expect(first.result.current.waiting).toBeUndefined();
  expect(second.result.current.waiting).toEqual({
    ...{ reason: 'Another change from this page is in progress.', until: 0, sent: false },
  });
  expect(other.result.current.isDeleting).toBe(true);
  goOn();
  await wait(1);
  expect(sent()).toEqual(['PATCH influx', 'DELETE influx']);
  expect(second.result.current.waiting).toBeUndefined();
  expect(other.result.current.isDeleting).toBe(false);
});

it('knows the last operation on an endpoint that was started here', async () => {
  const { result } = open();
  const other = elsewhere();
  expect(other.result.current.last).toBeUndefined();
  act(() => result.current.send(rename));
  await wait(1);
  act(() => result.current.send({ ...deletion, name: 'orders-sql', createdAt: ORDERS.createdAt }));
  await wait(1);
  expect(other.result.current.last).toMatchObject({ kind: 'update', name, status: 'running' });
  azure.finish('failed', { code: 'azure_failed', message: 'It failed.' });
  await wait(30);
  expect(other.result.current.last).toMatchObject({ status: 'failed', error: { message: 'It failed.' } });
});
