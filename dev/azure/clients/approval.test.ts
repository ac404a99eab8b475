/** @jest-environment node */
import { startBackend, type TestBackend } from '../../faults/backend';
import { demo, demoWorkspaceId } from '../demo';
import { freeTargets, targetId, targetSpecs, type TargetSpec } from '../demo/targets';
import { kindOf } from '../targets/kinds';
import { dashboardClient } from '../testing/azureClients';

jest.setTimeout(180_000);

const CODE = 'MPE-APPR-0VE5';
const names = [demo.resourceGroup, demo.workspaces.main] as const;
const often = { updateIntervalInMs: 1 };
const specs = Object.entries<TargetSpec>({ ...freeTargets, vCore: targetSpecs.reviews });

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend({ pluginIni: { approve_requests: 'true' } });
});
afterAll(() => backend.close());
beforeEach(async () => {
  await backend.reset();
  backend.configure({ approveRequests: true });
});

/** Microsoft's own client, in which nothing of the plugin is. */
const endpoints = () => dashboardClient(backend.standIn).managedPrivateEndpoints;

const groupIds = (spec: TargetSpec) =>
  (kindOf(spec.type)?.subResources ?? []).slice(0, 1).map(({ groupId }) => groupId);

/** An endpoint asked for by Microsoft's client, whose identity may decide on its target. */
async function requested(spec: TargetSpec, mayApprove = true) {
  await endpoints().beginCreateAndWait(
    ...names,
    'fresh',
    { location: 'westeurope', privateLinkResourceId: targetId(spec), groupIds: groupIds(spec), requestMessage: CODE },
    often
  );
  const scope = '/';
  const actions = ['*/read', 'Microsoft.Dashboard/*'];
  const approval = [
    `${spec.type}/privateEndpointConnections/write`,
    `${spec.type}/privateEndpointConnectionsApproval/action`,
  ];
  await backend.control.call('PUT', `/identities/${demo.clientId}/assignments`, [
    { scope, actions: mayApprove ? [...actions, ...approval] : actions },
  ]);
  return (await backend.ask('GET', 'endpoints/fresh/approval')).body as Offer;
}

interface Offer {
  [name: string]: unknown;
  createdAt: string;
  connectionId: string;
}

const decide = ({ createdAt, connectionId }: Offer, decision: 'approve' | 'reject', comment = 'Fine.') =>
  backend.ask('POST', 'endpoints/fresh/approval', { createdAt, connectionId, decision, comment });

/** The connection as the owner sees it. */
const connection = () =>
  backend.control.call<{ properties: Record<string, unknown> }>(
    'GET',
    `/workspaces/${demo.workspaces.main}/endpoints/fresh/connection`
  );
const pending = { properties: { privateLinkServiceConnectionState: { status: 'Pending', description: CODE } } };

const written = () => backend.control.requests({ method: 'PUT', path: 'privateEndpointConnections' });

describe.each(specs)('a request to a %s', (_, spec) => {
  it.each([
    ['approve', 'Approved'],
    ['reject', 'Rejected'],
  ] as const)('%s by the plugin is %s to Microsoft’s client after a refresh', async (decision, status) => {
    const offer = await requested(spec);
    expect(offer).toMatchObject({ code: CODE, targetId: targetId(spec), permission: { state: 'granted' } });
    const { status: answered, body } = await decide(offer, decision);
    expect({ answered, body }).toMatchObject({ answered: 202, body: { operation: { kind: decision, name: 'fresh' } } });
    const ended = await backend.ask('POST', 'operations', body.operation);
    expect(ended.body).toMatchObject({ status: 'succeeded' });

    const { connectionState: before } = await endpoints().get(...names, 'fresh');
    expect(before?.status).toBe('Pending');
    await endpoints().beginRefreshAndWait(...names, often);
    const now = await endpoints().get(...names, 'fresh');
    expect(now.connectionState).toEqual({ status, description: `Fine. ${CODE}` });
    expect(Boolean(now.privateLinkServicePrivateIP)).toBe(decision === 'approve');
  });
});

describe('nothing is written', () => {
  const refused = async (answer: Promise<{ status: number; body: object }>, status: number, code: string) => {
    expect(await answer).toMatchObject({ status, body: { code } });
  };

  it('by a click that arrives twice, whatever it decides', async () => {
    const offer = await requested(freeTargets.sql);
    expect((await decide(offer, 'approve')).status).toBe(202);
    for (const again of ['approve', 'reject'] as const) {
      await refused(decide(offer, again), 409, 'request_decided');
    }
    expect((await written()).count).toBe(1);
    expect(await connection()).toMatchObject({
      properties: { privateLinkServiceConnectionState: { status: 'Approved' } },
    });
  });

  it('where the owner decided meanwhile', async () => {
    const offer = await requested(freeTargets.kusto);
    const path = `/workspaces/${demo.workspaces.main}/endpoints/fresh/connection`;
    await backend.control.call('PUT', path, { status: 'Rejected', description: `No. ${CODE}` });
    await refused(decide(offer, 'approve'), 409, 'request_decided');
    expect((await written()).count).toBe(0);
  });

  it('where the endpoint was created again meanwhile', async () => {
    const offer = await requested(freeTargets.service);
    await endpoints().beginDeleteAndWait(...names, 'fresh', often);
    await backend.control.advance(60);
    await requested(freeTargets.service);
    await refused(decide(offer, 'approve'), 409, 'endpoint_replaced');
    expect(await connection()).toMatchObject(pending);
    expect((await written()).count).toBe(0);
  });

  it('on a request of another workspace that has the same code', async () => {
    const spec = freeTargets.flexible;
    const offer = await requested(spec);
    await endpoints().beginCreateAndWait(
      demo.resourceGroup,
      demo.workspaces.large,
      'fresh',
      { location: 'westeurope', privateLinkResourceId: targetId(spec), groupIds: groupIds(spec), requestMessage: CODE },
      often
    );
    await refused(decide(offer, 'approve'), 409, 'request_not_confirmed');
    backend.configure({ workspaceId: demoWorkspaceId(demo.workspaces.large) });
    await refused(decide(offer, 'approve'), 409, 'endpoint_replaced');
    expect((await written()).count).toBe(0);
  });

  it('without the permission, whose action and role are named', async () => {
    const offer = await requested(freeTargets.mongo, false);
    const action = 'Microsoft.DocumentDB/databaseAccounts/privateEndpointConnectionsApproval/action';
    expect(offer.permission).toEqual({ state: 'notGranted', action, role: 'Contributor' });
    const { status, body } = await decide(offer, 'approve');
    expect({ status, body }).toMatchObject({ status: 403, body: { code: 'azure_forbidden' } });
    expect(body.message).toMatch(/Missing action: Microsoft\.DocumentDB\/databaseAccounts\/privateEndpointConnections/);
    expect(body.hint).toContain('Assign the identity the role Contributor on the target');
    expect(await connection()).toMatchObject(pending);
  });

  it('where the admin has it off', async () => {
    const offer = await requested(freeTargets.sql);
    backend.configure({ approveRequests: false });
    await refused(decide(offer, 'approve'), 403, 'approval_off');
    await refused(backend.ask('GET', 'endpoints/fresh/approval'), 403, 'approval_off');
    expect((await written()).count).toBe(0);
  });

  it('where the operator doesn’t allow it', async () => {
    const { createdAt, connectionId } = await requested(freeTargets.sql);
    const other = await startBackend({ standIn: backend.standIn });
    try {
      other.configure({ approveRequests: true });
      const body = { createdAt, connectionId, decision: 'approve', comment: '' };
      await refused(other.ask('POST', 'endpoints/fresh/approval', body), 403, 'approval_not_allowed');
      await refused(other.ask('GET', 'endpoints/fresh/approval'), 403, 'approval_not_allowed');
      expect((await written()).count).toBe(0);
    } finally {
      await other.close();
    }
  });
});

it('a decision that the target couldn’t apply fails, and can be sent again', async () => {
  const offer = await requested(freeTargets.databricks);
  await backend.control.call('POST', '/operations/fail-next', { kind: 'decide' });
  const { body } = await decide(offer, 'approve');
  expect((await backend.ask('POST', 'operations', body.operation)).body).toMatchObject({ status: 'failed' });
  expect(await connection()).toMatchObject(pending);
  const again = await decide(offer, 'approve');
  expect((await backend.ask('POST', 'operations', again.body.operation)).body).toMatchObject({ status: 'succeeded' });
});
