import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { demoWorkspace, INFLUX, ORDERS } from '../../test/fixtures';
import { installLocks } from '../../test/fakeLocks';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { keepDraft } from '../../test/renderCreate';
import { server } from '../../test/server';
import { pass, stopTime } from '../../test/time';
import { keys } from '../keys';
import { timedId } from '../newId';
import { operations, trackOperation } from '../operations';
import { queryClient } from '../queryClient';
import { cancelWrite, queueAfterConflict, queueWrite, waitingWrites } from '../writeQueue';
import { startFollowing } from './follow';
import { queueReason } from './runQueue';

const { id } = demoWorkspace;
let azure: FakeWorkspace;
let stop: () => void;

const states = () =>
  operations.all(id).map(({ value }) => `${value.kind} ${value.name} ${value.status}`.replace('  ', ' '));

beforeEach(() => {
  stopTime();
  installLocks();
  azure = new FakeWorkspace([INFLUX, ORDERS]);
  server.use(...azure.handlers);
  queryClient.setQueryData(keys.workspace, demoWorkspace);
  stop = startFollowing(demoWorkspace);
});

afterEach(async () => {
  waitingWrites.all(id).forEach((item) => waitingWrites.remove(id, item.id));
  operations.all(id).forEach((item) => operations.remove(id, item.id));
  stop();
  await pass(1);
  jest.useRealTimers();
});

describe('the queue', () => {
  it('sends one change at a time and follows it to its end', async () => {
    queueWrite({ kind: 'delete', name: 'influx' });
    queueWrite({ kind: 'delete', name: 'orders-sql' });
    await pass(10);
    expect(azure.calls.filter((call) => call.startsWith('DELETE'))).toEqual(['DELETE influx']);
    expect(states()).toEqual(['delete influx running']);
    expect(queueReason(id, Date.now())).toContain('Waiting for Azure to finish: Deleting influx');

    azure.finish();
    await pass(10);
    expect(azure.calls.filter((call) => call.startsWith('DELETE'))).toEqual(['DELETE influx', 'DELETE orders-sql']);
    azure.finish();
    await pass(10);
    expect(states()).toEqual(['delete influx succeeded', 'delete orders-sql succeeded']);
    expect(waitingWrites.all(id)).toEqual([]);
  });

  describe('a request for an endpoint', () => {
    const request = {
      targetId: sampleTargetId('Microsoft.Sql/servers', 'billing'),
      targetRegion: '',
      subResources: ['sqlServer'],
      requestMessage: 'Kim asks. MPE-7K3M-X9QT',
      domainName: '',
      tags: {},
    };
    const conflict = { code: 'azure_conflict', message: 'Another change runs.', retryAfter: 20 };
    const drafts = () => Object.keys(window.localStorage).filter((key) => key.includes('draft~'));
    const sent = () => azure.calls.filter((call) => call.startsWith('PUT'));

    beforeEach(() => keepDraft({ name: 'billing', requestMessage: request.requestMessage }));

    it('that met another change is sent when it was told to, and its draft is kept until then', async () => {
      queueAfterConflict({ kind: 'create', name: 'billing', request }, conflict);
      await pass(18);
      expect(sent()).toEqual([]);
      expect(drafts()).toHaveLength(1);
      await pass(5);
      expect(sent()).toEqual(['PUT billing']);
      expect(states()).toEqual(['create billing running']);
      expect(drafts()).toEqual([]);
    });

    it('is not sent twice when its answer gets lost', async () => {
      azure.meetings.push('lostAfter');
      queueWrite({ kind: 'create', name: 'billing', request });
      await pass(20);
      expect(sent()).toEqual(['PUT billing']);
      expect(states().map((state) => state.split(' ').slice(0, 2).join(' '))).toEqual(['create billing']);
      expect(drafts()).toEqual([]);
    });

    it('whose name is in use by itself was taken', async () => {
      azure.endpoints.set('billing', { ...ORDERS, name: 'billing', ...request });
      queueWrite({ kind: 'create', name: 'billing', request });
      await pass(3);
      expect(states()).toEqual(['create billing running']);
      expect(drafts()).toEqual([]);
    });

    it('whose name is in use by another fails, says so, and keeps the draft', async () => {
      azure.endpoints.set('billing', { ...ORDERS, name: 'billing' });
      queueWrite({ kind: 'create', name: 'billing', request });
      await pass(3);
      expect(states()).toEqual(['create billing failed']);
      expect(operations.all(id)[0]?.value.failure).toContain('There is billing already');
      expect(drafts()).toHaveLength(1);
    });

    it('leaves a draft alone that was changed meanwhile', async () => {
      keepDraft({ name: 'billing', requestMessage: 'Another request. MPE-0000-0000' });
      queueWrite({ kind: 'create', name: 'billing', request });
      await pass(3);
      expect(states()).toEqual(['create billing running']);
      expect(drafts()).toHaveLength(1);
    });
  });

  it('waits as long as it is told after a conflict, says so, and goes on', async () => {
    const failure = { code: 'azure_conflict', message: 'Another change is running.', retryAfter: 40 };
    azure.meetings.push({ status: 409, failure });
    queueWrite({ kind: 'refresh', name: '', byItself: false });
    await pass(38);
    expect(azure.count('POST /refresh')).toBe(1);
    expect(queueReason(id, Date.now())).toContain('Somebody else is changing this workspace');
    expect(waitingWrites.all(id)[0]?.value.failure).toEqual(failure);
    await pass(5);
    expect(azure.count('POST /refresh')).toBe(2);
    expect(states()).toEqual(['refresh running']);
  });

  it('reads before it sends again when an answer got lost, and sends nothing that Azure took', async () => {
    azure.meetings.push('lostAfter');
    queueWrite({ kind: 'update', name: 'influx', change: { domainName: 'new.contoso.com' } });
    await pass(10);
    expect(azure.calls.slice(0, 2)).toEqual(['PATCH influx', 'GET /endpoints/influx']);
    expect(azure.count('PATCH')).toBe(1);
    expect(states()).toEqual(['update influx succeeded']);
  });

  it('sends again what Azure did not take', async () => {
    azure.meetings.push('lostBefore');
    queueWrite({ kind: 'delete', name: 'influx' });
    await pass(10);
    expect(azure.calls.slice(0, 3)).toEqual(['DELETE influx', 'GET /endpoints/influx', 'DELETE influx']);
    expect(states()).toEqual(['delete influx running']);
  });

  it('gives up when answers keep getting lost, and says that nobody knows', async () => {
    azure.meetings.push('lostBefore', 'lostBefore', 'lostBefore');
    queueWrite({ kind: 'delete', name: 'influx' });
    await pass(30);
    expect(azure.count('DELETE')).toBe(3);
    expect(states()).toEqual(['delete influx failed']);
    expect(operations.all(id)[0]?.value.error?.message).toContain('got lost 3 times');
  });

  it('does not give up while the browser is offline, and reads what became of it afterwards', async () => {
    const onLine = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    azure.meetings.push('lostBefore', 'lostBefore', 'lostBefore', 'lostBefore');
    queueWrite({ kind: 'delete', name: 'influx' });
    await pass(60);
    expect(azure.count('DELETE')).toBeGreaterThan(4);
    onLine.mockRestore();
    expect(states()).toEqual(['delete influx running']);
  });

  it('tells a refusal and goes on with the next', async () => {
    const failure = { code: 'azure_forbidden', message: 'The identity may not delete.', hint: 'Assign the role.' };
    azure.meetings.push({ status: 403, failure });
    queueWrite({ kind: 'delete', name: 'influx' });
    queueWrite({ kind: 'refresh', name: '', byItself: false });
    await pass(3);
    expect(states()).toEqual(['delete influx failed', 'refresh running']);
    expect(operations.all(id)[0]?.value.error).toEqual(failure);
  });

  it('takes a second change of the same field in place of the first, and of another field beside it', async () => {
    azure.meetings.push({ status: 409, failure: { code: 'azure_conflict', message: 'x', retryAfter: 20 } });
    queueWrite({ kind: 'refresh', name: '', byItself: false });
    await pass(2);
    queueWrite({ kind: 'update', name: 'influx', change: { tags: { a: '1' } } });
    queueWrite({ kind: 'update', name: 'influx', change: { domainName: 'x.y.z' } });
    queueWrite({ kind: 'update', name: 'influx', change: { tags: { a: '2' } } });
    queueWrite({ kind: 'refresh', name: '', byItself: false });
    expect(waitingWrites.all(id).map(({ value }) => value.command)).toEqual([
      { kind: 'refresh', name: '', byItself: false },
      { kind: 'update', name: 'influx', change: { tags: { a: '2' } } },
      { kind: 'update', name: 'influx', change: { domainName: 'x.y.z' } },
    ]);
  });

  it('does not send what was asked for days ago: the name may be another endpoint by now', async () => {
    stop();
    await pass(1);
    const longAgo = timedId(Date.now() - 25 * 60 * 60_000);
    const write = {
      id: longAgo,
      kind: 'delete',
      name: 'influx',
      state: 'waiting',
      notBefore: 0,
      conflicts: 0,
    } as const;
    waitingWrites.put(id, longAgo, { write, command: { kind: 'delete', name: 'influx' }, lost: 0 });
    stop = startFollowing(demoWorkspace);
    await pass(10);
    expect(azure.count('DELETE')).toBe(0);
    expect(waitingWrites.all(id)).toEqual([]);
    expect(operations.all(id)[0]?.value).toMatchObject({ kind: 'delete', name: 'influx', status: 'failed' });
    expect(operations.all(id)[0]?.value.error?.message).toContain('too long');
  });

  it('does not send what was taken back', async () => {
    azure.meetings.push({ status: 409, failure: { code: 'azure_conflict', message: 'x', retryAfter: 20 } });
    const write = queueWrite({ kind: 'delete', name: 'influx' });
    await pass(2);
    cancelWrite(id, write);
    await pass(60);
    expect(azure.count('DELETE')).toBe(1);
  });
});

describe('an operation', () => {
  it('that another page started is followed', async () => {
    trackOperation({ kind: 'create', name: 'influx', statusPath: '/status/1' });
    await pass(5);
    expect(azure.count('GET /operations create influx')).toBeGreaterThan(0);
    azure.finish('failed', { code: 'azure_operation_failed', message: 'Azure could not.', cause: 'QuotaExceeded' });
    await pass(5);
    expect(operations.all(id)[0]?.value).toMatchObject({ status: 'failed', failure: 'QuotaExceeded' });
  });

  it('is asked about less and less often', async () => {
    trackOperation({ kind: 'create', name: 'influx', statusPath: '/status/1' });
    await pass(60);
    const first = azure.count('GET /operations');
    await pass(4 * 60);
    const before = azure.count('GET /operations');
    await pass(60);
    const later = azure.count('GET /operations') - before;
    expect(first).toBeLessThanOrEqual(20);
    expect(later).toBeLessThanOrEqual(5);
    expect(later).toBeGreaterThan(0);
  });

  it('is never asked about more than 20 times a minute, however many run', async () => {
    for (let i = 0; i < 30; i++) {
      trackOperation({ kind: 'create', name: `e${i}`, statusPath: `/status/${i}` });
    }
    await pass(60);
    expect(azure.count('GET /operations')).toBeLessThanOrEqual(21);
  });
});

describe('a reload in the middle', () => {
  it('reads what became of a change that was being sent', async () => {
    stop();
    await pass(1);
    const started = { conflicts: 0, notBefore: 0, state: 'started', kind: 'delete', name: 'influx' } as const;
    azure.endpoints.set('influx', { ...INFLUX, provisioningState: 'Deleting' });
    waitingWrites.put(id, 'w', {
      write: { ...started, id: 'w' },
      command: { kind: 'delete', name: 'influx' },
      lost: 0,
    });
    stop = startFollowing(demoWorkspace);
    await pass(5);
    expect(azure.calls[0]).toBe('GET /endpoints/influx');
    expect(azure.count('DELETE')).toBe(0);
    expect(states()).toEqual(['delete influx running']);
  });

  it('goes on following what runs, also when no page asks for it any more', async () => {
    trackOperation({ kind: 'delete', name: 'influx', statusPath: '/status/1' });
    await pass(2);
    stop();
    azure.finish();
    await pass(10);
    expect(states()).toEqual(['delete influx succeeded']);
    const calls = azure.calls.length;
    await pass(120);
    expect(azure.calls).toHaveLength(calls);
    stop = startFollowing(demoWorkspace);
  });
});
