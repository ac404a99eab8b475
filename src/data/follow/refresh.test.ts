import { QueryObserver } from '@tanstack/react-query';
import { sampleEndpoint, sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { installLocks } from '../../test/fakeLocks';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { demoWorkspace } from '../../test/fixtures';
import { server } from '../../test/server';
import { pass, stopTime } from '../../test/time';
import { tellOperation } from '../activity';
import { keys } from '../keys';
import { operations } from '../operations';
import { queryClient } from '../queryClient';
import { targetViews } from '../targetViews';
import { queueWrite, waitingWrites } from '../writeQueue';
import { refreshByHand, refreshVerdict, switchRefreshing } from './autoRefresh';
import { startFollowing } from './follow';
import { watchFirst } from './watchTargets';

const { id } = demoWorkspace;
const CODE = 'MPE-7K3M-X9QT';
const PENDING = sampleEndpoint({
  name: 'orders',
  targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
  connectionState: 'Pending',
  requestMessage: `For the orders team ${CODE}`,
  domainName: '',
  privateIp: '',
});
const ours = { id: '/c/1', status: 'Pending', description: PENDING.requestMessage };

let azure: FakeWorkspace;
let stop: () => void = () => undefined;

function follow(endpoints = [PENDING]) {
  azure = new FakeWorkspace(endpoints);
  server.use(...azure.handlers);
  queryClient.setQueryData(keys.workspace, demoWorkspace);
  queryClient.setQueryData(keys.endpoints, endpoints);
  // A page shows the list, so it stays in the cache.
  const page = new QueryObserver(queryClient, { queryKey: keys.endpoints, enabled: false }).subscribe(() => undefined);
  const following = startFollowing(demoWorkspace);
  stop = () => {
    page();
    following();
  };
}

beforeEach(() => {
  stopTime();
  installLocks();
});

afterEach(async () => {
  waitingWrites.all(id).forEach((item) => waitingWrites.remove(id, item.id));
  operations.all(id).forEach((item) => operations.remove(id, item.id));
  stop();
  watchFirst('');
  await pass(1);
  jest.useRealTimers();
});

describe('refreshing by itself', () => {
  it('starts once when the owner decided on what is certainly ours', async () => {
    follow();
    azure.connections.set('orders', ours);
    await pass(5);
    expect(targetViews.find(id, 'orders')).toMatchObject({ grade: 'certain', status: 'Pending' });
    // The owner writes over the description: the connection was noted while it held the code.
    azure.connections.set('orders', { ...ours, status: 'Approved', description: 'Welcome' });
    await pass(30);
    expect(targetViews.find(id, 'orders')).toMatchObject({ grade: 'certain', status: 'Approved' });
    expect(azure.count('POST /refresh')).toBe(1);
    expect(azure.calls.indexOf('GET /endpoints/orders')).toBeLessThan(azure.calls.indexOf('POST /refresh'));
    const [refresh] = operations.all(id).map((item) => tellOperation(item, Date.now()));
    expect(refresh?.detail).toMatch(/^Started by itself, because the owner approved orders\. Running for/);
    expect(operations.all(id)[0]?.value.byItself).toBe(true);

    // It ended, and the workspace still says Pending: the decision had its refresh.
    azure.finish();
    await pass(300);
    expect(azure.count('POST /refresh')).toBe(1);
    expect(refreshVerdict(id, PENDING, Date.now()).reason).toContain('already started for this decision');
  });

  it('waits two minutes after the last refresh', async () => {
    follow();
    queueWrite({ kind: 'refresh', name: '', byItself: false });
    await pass(2);
    azure.finish();
    azure.connections.set('orders', { ...ours, status: 'Approved' });
    await pass(100);
    expect(azure.count('POST /refresh')).toBe(1);
    await pass(60);
    expect(azure.count('POST /refresh')).toBe(2);
  });

  it.each([
    ['it is switched off', () => switchRefreshing(id, false), { ...ours, status: 'Approved' }],
    ['the match is only likely', () => undefined, { ...ours, status: 'Approved', description: 'Welcome' }],
    ['nothing was decided', () => undefined, ours],
  ])('does not start when %s', async (_, prepare, connection) => {
    prepare();
    follow();
    azure.connections.set('orders', connection);
    await pass(120);
    expect(azure.count('POST /refresh')).toBe(0);
    expect(azure.count('/connection')).toBeGreaterThan(3);
  });

  it('does not start when somebody else refreshed meanwhile', async () => {
    follow();
    azure.endpoints.set('orders', { ...PENDING, connectionState: 'Approved' });
    azure.connections.set('orders', { ...ours, status: 'Approved' });
    await pass(60);
    expect(azure.count('GET /endpoints/orders')).toBeGreaterThan(0);
    expect(azure.count('POST /refresh')).toBe(0);
  });

  it('does not start after a refresh by hand for the same decision', async () => {
    switchRefreshing(id, false);
    follow();
    azure.connections.set('orders', { ...ours, status: 'Rejected' });
    await pass(15);
    refreshByHand(id);
    await pass(2);
    azure.finish();
    switchRefreshing(id, true);
    await pass(300);
    expect(azure.count('POST /refresh')).toBe(1);
    expect(refreshVerdict(id, PENDING, Date.now()).reason).toContain('already started for this decision');
  });

  it('takes over all decisions with one refresh', async () => {
    const other = { ...PENDING, name: 'other', requestMessage: 'Other MPE-AAAA-BBBB' };
    switchRefreshing(id, false);
    follow([PENDING, other]);
    azure.connections.set('orders', { ...ours, status: 'Approved' });
    azure.connections.set('other', { id: '/c/2', status: 'Rejected', description: other.requestMessage });
    await pass(40);
    switchRefreshing(id, true);
    await pass(10);
    azure.finish();
    await pass(300);
    expect(azure.count('POST /refresh')).toBe(1);
  });
});

describe('calls per minute', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...PENDING, name: `e${i}`, id: `${PENDING.id}${i}` }));

  // The bounds that the documentation states.
  it.each([
    [1, 3],
    [50, 6],
    [1000, 6],
  ])('while %i requests are pending: at most %i', async (count, bound) => {
    follow(many(count));
    await pass(60);
    const before = azure.calls.length;
    await pass(120);
    const perMinute = (azure.calls.length - before) / 2;
    expect(perMinute).toBeLessThanOrEqual(bound);
    expect(perMinute).toBeGreaterThan(bound / 2);
  });

  it('reads every target in turn, and the one whose page is open most often', async () => {
    follow(many(12));
    watchFirst('e7');
    await pass(300);
    const reads = many(12).map(({ name }) => azure.count(`/${name}/connection`));
    expect(Math.min(...reads)).toBeGreaterThan(0);
    expect(Math.max(...reads)).toBe(reads[7]);
    expect(reads[7]).toBeGreaterThan(8);
  });

  it('rarely asks for a target that can not be read', async () => {
    follow();
    azure.readable = false;
    await pass(14 * 60);
    expect(azure.count('/connection')).toBe(1);
    await pass(2 * 60);
    expect(azure.count('/connection')).toBe(2);
  }, 30_000);

  it('asks nothing while no page is open', async () => {
    follow();
    stop();
    await pass(60);
    expect(azure.calls).toEqual([]);
  });
});
