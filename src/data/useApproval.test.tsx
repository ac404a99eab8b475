import { act } from '@testing-library/react';
import { http } from 'msw';
import { type Failure } from '../domain/failure';
import { type KnownView } from '../domain/following';
import { type EndpointStatus } from '../domain/state/status';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { ORDERS } from '../test/fixtures';
import { settingsStore } from '../test/handlers';
import { renderHook } from '../test/renderHook';
import { server } from '../test/server';
import { pass, stopTime } from '../test/time';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { useApproval } from './useApproval';
import { useChange } from './useChange';

const CONNECTION = `${ORDERS.targetId}/privateEndpointConnections/c1`;
const VIEW: KnownView = {
  grade: 'confirmed',
  reason: '',
  status: 'Pending',
  description: '',
  connectionId: CONNECTION,
  connectionName: 'c1',
  error: undefined,
  readAt: 0,
};

/** Whether the identity has permission on the target, or why nothing can be decided on. */
type Permission = 'granted' | 'notGranted' | 'unknown' | Failure;

interface Page {
  endpoint: typeof ORDERS;
  status: EndpointStatus;
  view: KnownView | undefined;
}

let azure: FakeWorkspace;
beforeEach(stopTime);
afterEach(() => jest.useRealTimers());

/** Opens what a page knows of the request, where requests are decided on from here. */
async function open(page: Partial<Page> = {}, { approveRequests = true, permission = 'granted' as Permission } = {}) {
  azure = new FakeWorkspace([ORDERS]);
  azure.targets.set('orders-sql', {
    grade: 'confirmed',
    connection: { id: CONNECTION, name: 'c1', status: '', description: '' },
  });
  azure.permission = typeof permission === 'string' ? { state: permission, action: 'a', role: 'r' } : permission;
  server.use(
    ...azure.handlers,
    ...settingsStore({ enabled: true, pinned: true, jsonData: { approveRequests }, secrets: [] })
  );
  await queryClient.fetchQuery(queries.settings);
  const first: Page = { endpoint: ORDERS, status: 'waiting', view: VIEW, ...page };
  const rendered = renderHook(
    ({ endpoint, status, view }: Page) => ({ approval: useApproval(endpoint, status, view), ...useChange() }),
    first
  );
  await act(() => pass(1));
  return { ...rendered, first, approval: () => rendered.result.current.approval };
}

const asked = () => azure.count('/approval');

it('knows the request that can be decided on', async () => {
  const { approval } = await open();
  expect(approval()).toMatchObject({
    pending: { connectionId: CONNECTION, createdAt: ORDERS.createdAt },
    failure: undefined,
    sent: undefined,
    canDecide: true,
  });
});

it.each<[string, Partial<Page>]>([
  ['isn’t waiting', { status: 'approved' }],
  ['isn’t known on its target', { view: undefined }],
  ['is only probably known on its target', { view: { ...VIEW, grade: 'probable' } }],
  ['has no connection', { view: { ...VIEW, connectionId: '' } }],
])('asks nothing where the request %s', async (_, page) => {
  const { approval, rerender, first } = await open(page);
  expect([approval(), asked()]).toEqual([undefined, 0]);
  rerender({ ...first, status: 'waiting', view: VIEW });
  await act(() => pass(1));
  expect(approval()?.pending).toBeDefined();
});

it('asks nothing where requests aren’t decided on from here', async () => {
  const { approval } = await open({}, { approveRequests: false });
  expect([approval(), asked()]).toEqual([undefined, 0]);
});

it('asks nothing while it isn’t known whether requests are decided on from here', async () => {
  azure = new FakeWorkspace([ORDERS]);
  server.use(
    ...azure.handlers,
    http.get('*/api/plugins/:id/settings', () => new Promise(() => undefined))
  );
  const { result } = renderHook(() => useApproval(ORDERS, 'waiting', VIEW));
  await act(() => pass(1));
  expect([result.current, asked()]).toEqual([undefined, 0]);
});

it.each(['approval_not_allowed', 'approval_off'])('is silent where the backend says %s', async (code) => {
  const { approval } = await open({}, { permission: { code, message: 'No.' } });
  expect([approval(), asked()]).toEqual([undefined, 1]);
});

it('says why it can’t be decided on, and asks again on demand', async () => {
  const failure = { code: 'request_decided', message: 'Decided already.' };
  const { approval } = await open({}, { permission: failure });
  expect(approval()).toMatchObject({ pending: undefined, failure, canDecide: false });
  azure.permission = { state: 'granted', action: '', role: '' };
  approval()?.readAgain();
  await act(() => pass(1));
  expect(approval()).toMatchObject({ failure: undefined, canDecide: true });
  // What was known before isn't to be decided on once it can't be read.
  azure.permission = failure;
  approval()?.readAgain();
  await act(() => pass(1));
  expect(approval()).toMatchObject({ pending: undefined, failure, canDecide: false });
});

it.each([
  ['granted', true],
  ['unknown', true],
  ['notGranted', false],
] as const)('leaves it to Azure where the permission may be there: %s', async (permission, canDecide) => {
  const { approval } = await open({}, { permission });
  expect(approval()?.pending).toBeDefined();
  expect(approval()?.canDecide).toBe(canDecide);
});

it('never decides on the request of another endpoint with that name', async () => {
  const { approval, rerender, first } = await open();
  rerender({ ...first, endpoint: { ...ORDERS, createdAt: '2026-11-23T00:00:00Z' } });
  expect(approval()).toMatchObject({ pending: undefined, canDecide: false });
});

it('asks anew on each visit: others decide too', async () => {
  const { unmount } = await open();
  unmount();
  expect(asked()).toBe(1);
  renderHook(() => useApproval(ORDERS, 'waiting', VIEW));
  await act(() => pass(1));
  expect(asked()).toBe(2);
});

describe('a decision that was sent', () => {
  const decision = { name: 'orders-sql', createdAt: ORDERS.createdAt, connectionId: CONNECTION, comment: '' };

  it.each(['approve', 'reject'] as const)('is told, and isn’t sent twice: %s', async (kind) => {
    const { result, approval } = await open();
    act(() => result.current.send({ kind, ...decision }));
    await act(() => pass(1));
    expect(approval()).toMatchObject({ sent: kind, canDecide: false });
    azure.finish();
    await act(() => pass(5));
    expect(approval()).toMatchObject({ sent: kind, canDecide: false });
  });

  it.each(['failed', 'canceled'] as const)('can be sent again where it %s', async (status) => {
    const { result, approval } = await open();
    act(() => result.current.send({ kind: 'approve', ...decision }));
    await act(() => pass(1));
    azure.finish(status);
    await act(() => pass(5));
    expect(approval()).toMatchObject({ sent: undefined, canDecide: true });
  });

  it('concerns no other endpoint with that name, and no other change', async () => {
    const { result, approval, rerender, first } = await open();
    act(() => result.current.send({ kind: 'approve', ...decision }));
    await act(() => pass(1));
    rerender({ ...first, endpoint: { ...ORDERS, createdAt: '2026-11-23T00:00:00Z' } });
    expect(approval()?.sent).toBeUndefined();
    rerender(first);
    expect(approval()?.sent).toBe('approve');
    const { createdAt } = ORDERS;
    act(() =>
      result.current.send({
        kind: 'update',
        name: 'orders-sql',
        createdAt,
        fields: { tags: { seen: {}, wanted: { a: 'b' } } },
      })
    );
    await act(() => pass(1));
    expect(approval()).toMatchObject({ sent: undefined, canDecide: true });
  });
});
