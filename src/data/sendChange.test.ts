import { type BackendError } from '../api/errors';
import { type Change, type Waiting } from '../domain/changes/change';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { INFLUX, ORDERS } from '../test/fixtures';
import { fails } from '../test/handlers';
import { server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { sendChange } from './sendChange';

const { name, createdAt } = INFLUX;
const deletion: Change = { kind: 'delete', name, createdAt };
const rename: Change = {
  kind: 'update',
  name,
  createdAt,
  fields: { domainName: { seen: INFLUX.domainName, wanted: 'new.contoso.com' } },
};
const refresh: Change = { kind: 'refresh', name: '' };
const creation: Change = {
  kind: 'create',
  name: 'billing',
  request: { ...ORDERS, requestMessage: 'Kim asks. MPE-7K3M-X9QT', subResources: ['sqlServer'] },
};
const busy = (retryAfter?: number) => ({
  status: 409,
  failure: { code: 'azure_conflict', message: 'Another change runs.', retryAfter },
});

let azure: FakeWorkspace;
let waits: Array<Waiting | undefined>;
let cancel: AbortController;

/** Sends a change; what becomes of it is the name of its operation, or the failure. */
function send(change: Change) {
  const result = sendChange(change, cancel.signal, (waiting) => waits.push(waiting));
  return result.then(
    ({ operation: { kind, statusPath } }) => ({ kind, isKnown: statusPath !== '' }),
    (error: BackendError) => error.failure
  );
}

const sent = () => azure.calls.filter((call) => !call.startsWith('GET'));

beforeEach(() => {
  stopTime();
  azure = new FakeWorkspace([INFLUX, ORDERS]);
  server.use(...azure.handlers);
  waits = [];
  cancel = new AbortController();
});

afterEach(() => jest.useRealTimers());

it.each([deletion, rename, refresh, creation])('sends $kind once', async (change) => {
  expect(await send(change)).toEqual({ kind: change.kind, isKnown: true });
  expect(sent()).toHaveLength(1);
  expect(waits).toEqual([]);
});

it.each([
  [busy(40), 'Another change to the workspace is in progress.', 40],
  [busy(), 'Another change to the workspace is in progress.', 15],
  [
    { status: 429, failure: { code: 'azure_throttled', message: 'Slow down.', retryAfter: 20 } },
    'Azure is throttling requests of this identity.',
    20,
  ],
])('waits as long as it is told, and says for what: %j', async (meeting, reason, seconds) => {
  azure.meetings.push(meeting, meeting);
  const until = Date.now() + seconds * 1_000;
  const result = send(refresh);
  await pass(seconds - 2);
  expect(sent()).toHaveLength(1);
  expect(waits).toEqual([{ reason, until: expect.any(Number), sent: false }]);
  expect(Math.abs((waits[0]?.until ?? 0) - until)).toBeLessThan(1_500);
  await pass(4);
  expect(sent()).toHaveLength(2);
  await pass(seconds + 2);
  expect(await result).toEqual({ kind: 'refresh', isKnown: true });
  expect(sent()).toHaveLength(3);
  expect(waits.at(-1)).toBeUndefined();
});

it('sends nothing more when it is called off', async () => {
  azure.meetings.push(busy(60));
  const result = send(deletion);
  await pass(2);
  cancel.abort();
  expect(await result).toMatchObject({ code: 'change_canceled' });
  await pass(120);
  expect(sent()).toEqual(['DELETE influx']);
});

it('leaves an endpoint alone that someone created anew while it waited', async () => {
  azure.meetings.push(busy(30));
  const result = send(deletion);
  await pass(2);
  const another = { ...INFLUX, createdAt: '2026-11-23T00:00:10Z', targetId: ORDERS.targetId };
  azure.endpoints.set('influx', another);
  await pass(40);
  expect(await result).toMatchObject({ code: 'endpoint_replaced' });
  expect(azure.endpoints.get('influx')).toBe(another);
});

describe('when the answer gets lost', () => {
  it.each([deletion, rename, creation])('reads, and sends nothing again that Azure took: $kind', async (change) => {
    azure.meetings.push('lostAfter');
    const result = send(change);
    await pass(8);
    expect(await result).toEqual({ kind: change.kind, isKnown: false });
    expect(sent()).toHaveLength(1);
    expect(waits.at(-1)).toMatchObject({ sent: true });
  });

  it.each([deletion, rename, creation])(
    'says that Azure does not show it, and leaves it to people: $kind',
    async (change) => {
      azure.meetings.push('lostBefore');
      const result = send(change);
      await pass(60);
      expect(await result).toMatchObject({ hint: 'Azure didn’t apply the change. You can try again.' });
      expect(sent()).toHaveLength(1);
    }
  );

  it.each([deletion, rename, creation])('knows the endpoint that it is about: $kind', async (change) => {
    azure.meetings.push('lostAfter');
    const result = sendChange(change, cancel.signal, () => undefined);
    await pass(8);
    expect((await result).operation).toEqual({
      kind: change.kind,
      name: change.name,
      statusPath: '',
      createdAt: azure.endpoints.get(change.name)?.createdAt ?? createdAt,
    });
  });

  it('gives Azure a moment to show what it took', async () => {
    azure.meetings.push('lostBefore');
    const result = send(deletion);
    await pass(3);
    azure.endpoints.delete('influx');
    await pass(6);
    expect(await result).toEqual({ kind: 'delete', isKnown: false });
  });

  it('says that nobody knows where it can not be read', async () => {
    azure.meetings.push('lostBefore');
    server.use(fails('GET /endpoints/:name', 503, { code: 'azure_unavailable', message: 'Azure is not available.' }));
    const result = send(rename);
    await pass(10);
    expect(await result).toMatchObject({ hint: expect.stringContaining('isn’t known') });
  });

  it('takes a deletion for done where another endpoint has the name since', async () => {
    azure.meetings.push('lostBefore');
    const result = send(deletion);
    azure.endpoints.set('influx', { ...INFLUX, createdAt: '2026-11-23T00:00:02Z' });
    await pass(10);
    expect(await result).toEqual({ kind: 'delete', isKnown: false });
    expect(sent()).toHaveLength(1);
  });

  it('never repeats a refresh on its own', async () => {
    azure.meetings.push('lostAfter');
    expect(await send(refresh)).toMatchObject({ hint: expect.stringContaining('safely refresh again') });
    expect(sent()).toHaveLength(1);
  });
});

it('takes a name that is suddenly in use for its own only where it is', async () => {
  azure.endpoints.set('billing', { ...ORDERS, ...creation.request, name: 'billing' });
  expect(await send(creation)).toEqual({ kind: 'create', isKnown: false });
  azure.endpoints.set('billing', { ...ORDERS, name: 'billing' });
  expect(await send(creation)).toMatchObject({ code: 'endpoint_exists', hint: 'Enter another name.' });
});

it('tells a refusal at once', async () => {
  const failure = { code: 'azure_forbidden', message: 'The identity may not delete.', hint: 'Assign the role.' };
  azure.meetings.push({ status: 403, failure });
  expect(await send(deletion)).toEqual(failure);
  expect(sent()).toHaveLength(1);
});
