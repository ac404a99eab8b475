import { act, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { FakeGrafana, influxSource } from '../test/fakeGrafana';
import { INFLUX, ORDERS } from '../test/fixtures';
import { answers, fails, settingsStore } from '../test/handlers';
import { renderHook, standIn } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import { queryClient } from './queryClient';
import { type CheckSubject, useCheck } from './useCheck';

const sensors = influxSource('sensors', { url: 'http://influx.internal.contoso.com:8086' });
const billing = sampleEndpoint({
  name: 'billing',
  targetId: sampleTargetId('Microsoft.DocumentDB/databaseAccounts', 'billing'),
  subResources: ['Sql'],
  domainName: '',
});
const view = { name: 'influx', grade: 'confirmed', reason: 'The code.', readAt: '2026-11-23T00:00:00Z' } as const;
const target = { kind: 'GlobalDocumentDB', location: 'westeurope', sku: '', properties: {}, subResources: ['Sql'] };
const down = { code: 'azure_unavailable', message: 'Azure is not available.' };

/** The workspace's own Grafana with some data sources, and what Azure answers. */
async function prepare(...sources: Array<{ uid: string }>) {
  const grafana = new FakeGrafana(...sources);
  server.use(
    ...grafana.handlers,
    answers('GET /endpoints', { endpoints: [ORDERS, INFLUX, billing] }),
    answers('GET /endpoints/:name', { endpoint: INFLUX }),
    answers('GET /endpoints/:name/connection', view),
    answers('GET /target', { target, subResourcesRead: true })
  );
  await standIn('local');
  return grafana;
}

function check(subject: Partial<CheckSubject>) {
  const { result, rerender } = renderHook((props: CheckSubject) => useCheck(props), {
    uid: '',
    endpoint: '',
    ...subject,
  });
  const outcomes = () => result.current.steps?.map(({ id, outcome }) => `${id} ${outcome}`).join(', ');
  return { result, rerender, outcomes };
}

const PASSED = 'provisioned ok, approved ok, refreshed ok, address ok, connection ok, health';
const asked = (part: RegExp) => requestsSeen().filter(({ path }) => part.test(path)).length;

it('judges a data source over the endpoint that it leads to, then has its health checked', async () => {
  const grafana = await prepare(sensors);
  const { result, outcomes } = check({ uid: 'sensors' });
  expect(result.current).toMatchObject({ facts: undefined, steps: undefined, failure: undefined });
  await waitFor(() => expect(outcomes()).toBe(`${PASSED} ok`));
  expect(result.current.facts).toMatchObject({
    endpoint: { name: 'influx' },
    view: { grade: 'confirmed', reason: 'The code.' },
    dataSource: { uid: 'sensors', version: 3 },
    target: undefined,
    insideManagedNetwork: true,
    publicOnPurpose: false,
  });
  expect(result.current.health).toMatchObject({ status: 'ok', message: 'Fine.' });
  expect(grafana.calls).toEqual(['GET sensors', 'HEALTH sensors nocache=true']);
});

it('reads only the endpoint where that is named, whatever the data source leads to', async () => {
  await prepare(influxSource('other'));
  const { result, outcomes } = check({ uid: 'other', endpoint: 'Influx' });
  await waitFor(() => expect(outcomes()).toMatch(/address failed, connection skipped, health skipped/));
  expect(result.current.facts?.endpoint?.name).toBe('influx');
  expect(asked(/endpoints$/)).toBe(0);
  expect(asked(/endpoints\/Influx$/)).toBe(1);
});

it('reads no data source, and asks for no health, where an endpoint alone is checked', async () => {
  const grafana = await prepare(sensors);
  const { result, outcomes } = check({ endpoint: 'influx' });
  await waitFor(() => expect(outcomes()).toMatch(/address unknown/));
  expect(result.current.facts).toMatchObject({ dataSource: undefined, endpoint: { name: 'influx' } });
  expect(grafana.calls).toEqual([]);
  expect(asked(/health/)).toBe(0);
});

it('asks for no health where a step before it failed', async () => {
  const grafana = await prepare(sensors);
  server.use(answers('GET /endpoints', { endpoints: [{ ...INFLUX, connectionState: 'Rejected' }] }));
  const { result, outcomes } = check({ uid: 'sensors' });
  await waitFor(() => expect(outcomes()).toMatch(/approved failed/));
  expect(result.current.health).toBeUndefined();
  expect(grafana.count('HEALTH')).toBe(0);
});

it('goes on without what the owner’s side does not tell', async () => {
  await prepare(influxSource('docs', { type: 'prometheus', url: 'https://billing.documents.azure.com' }));
  server.use(fails('GET /endpoints/:name/connection', 502, down), fails('GET /target', 403, down));
  const { result } = check({ uid: 'docs' });
  await waitFor(() => expect(result.current.facts).toBeDefined());
  expect(result.current.facts).toMatchObject({ endpoint: { name: 'billing' }, view: undefined, target: undefined });
  expect(result.current.failure).toBeUndefined();
});

it('compares with the target of an Azure service, which alone keeps its own name', async () => {
  await prepare(influxSource('docs', { type: 'prometheus', url: 'https://billing.documents.azure.com' }));
  const { result } = check({ uid: 'docs' });
  await waitFor(() => expect(result.current.facts?.target).toEqual(target));
  expect(requestsSeen().find(({ path }) => path.endsWith('/target'))?.query).toContain(
    encodeURIComponent(billing.targetId)
  );
  server.use(answers('GET /endpoints/:name', { endpoint: { ...INFLUX, targetId: '/somebody/elses' } }));
  const other = check({ endpoint: 'influx' });
  await waitFor(() => expect(other.result.current.facts).toBeDefined());
  expect(other.result.current.facts?.target).toBeUndefined();
  expect(asked(/\/target$/)).toBe(1);
});

it('knows the names that admins confirmed', async () => {
  const stored = { workspaceId: sampleWorkspaceId, targetId: INFLUX.targetId, host: 'metrics.contoso.com' };
  server.use(...settingsStore({ enabled: true, pinned: true, jsonData: { confirmedHosts: [stored] }, secrets: [] }));
  await prepare(influxSource('sensors', { url: 'http://metrics.contoso.com:8086' }));
  const { result } = check({ uid: 'sensors' });
  await waitFor(() => expect(result.current.facts?.endpoint?.confirmedHosts).toEqual(['metrics.contoso.com']));
});

it('asks nothing of Azure about a data source that leads to no endpoint', async () => {
  await prepare(influxSource('other'));
  const { result } = check({ uid: 'other' });
  await waitFor(() => expect(result.current.facts).toBeDefined());
  expect(result.current.facts).toMatchObject({ endpoint: undefined, view: undefined, target: undefined });
  expect(asked(/connection|target/)).toBe(0);
});

it('only asks whether it responds where that is public on purpose', async () => {
  const jsonData = { publicOnPurpose: { local: ['other'] } };
  server.use(...settingsStore({ enabled: true, pinned: true, jsonData, secrets: [] }));
  await prepare(influxSource('other'), influxSource('third'));
  const { outcomes, rerender } = check({ uid: 'other' });
  await waitFor(() => expect(outcomes()).toBe('address ok, health ok'));
  rerender({ uid: 'third', endpoint: '' });
  await waitFor(() => expect(outcomes()).toMatch(/address failed/));
});

it.each<[string, Parameters<typeof fails>[0], Partial<CheckSubject>]>([
  ['the endpoints', 'GET /endpoints', { uid: 'sensors' }],
  ['the endpoint', 'GET /endpoints/:name', { endpoint: 'influx' }],
])('says why there is nothing to judge: %s', async (_, route, subject) => {
  const grafana = await prepare(sensors);
  server.use(fails(route, 502, down));
  const { result } = check(subject);
  await waitFor(() => expect(result.current.failure).toEqual(down));
  expect(result.current).toMatchObject({ facts: undefined, steps: undefined, health: undefined });
  expect(grafana.count('HEALTH')).toBe(0);
});

it.each([
  [{ hint: 'Try later.', cause: 'timeout' }, 'No answer.\nTry later.\ntimeout'],
  [{ cause: 'timeout' }, 'No answer.\ntimeout'],
])('says that the health check could not run, which says nothing about the data store: %j', async (more, raw) => {
  await prepare(sensors);
  const refusal = { code: 'grafana_unavailable', message: 'No answer.', ...more };
  const remote = { ...sensors, type: 'influxdb', name: 'sensors' };
  server.use(
    answers('GET /datasources/:uid', { dataSource: remote, unsafeNumbers: [] }),
    fails('POST /datasources/:uid/health', 502, refusal)
  );
  queryClient.clear();
  await standIn('remote');
  const { result, outcomes } = check({ uid: 'sensors' });
  await waitFor(() => expect(outcomes()).toBe(`${PASSED} unknown`));
  expect(result.current.health).toEqual({
    status: 'unknown',
    message: expect.stringContaining('No answer.'),
    raw,
  });
});

it('reads all anew when it starts over, and shows nothing of before meanwhile', async () => {
  const grafana = await prepare(sensors);
  const { result, outcomes } = check({ uid: 'sensors' });
  await waitFor(() => expect(outcomes()).toBe(`${PASSED} ok`));
  grafana.health.set('sensors', { status: 400, body: { status: 'ERROR', message: 'no such host' } });
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  server.use(http.get('*/api/datasources/uid/sensors', () => held));
  act(() => result.current.again());
  await waitFor(() => expect(result.current.steps).toBeUndefined());
  expect(result.current).toMatchObject({ facts: undefined, health: undefined });
  goOn();
  await waitFor(() => expect(outcomes()).toBe(`${PASSED} failed`));
  expect([grafana.count('GET sensors'), grafana.count('HEALTH')]).toEqual([2, 2]);
});

it('keeps nothing: the next visit checks anew', async () => {
  const grafana = await prepare(sensors);
  const { unmount } = renderHook(() => useCheck({ uid: 'sensors', endpoint: '' }));
  await waitFor(() => expect(grafana.count('HEALTH')).toBe(1));
  unmount();
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  const { outcomes } = check({ uid: 'sensors' });
  expect(outcomes()).toBeUndefined();
  await waitFor(() => expect(outcomes()).toBe(`${PASSED} ok`));
  expect(grafana.count('HEALTH')).toBe(2);
});
