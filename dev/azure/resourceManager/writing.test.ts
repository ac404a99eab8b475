/** @jest-environment node */
import { demo, demoWorkspaceId } from '../demo';
import { freeTargets, targetId, type TargetSpec } from '../demo/targets';
import { type AzureStandIn } from '../startAzure';
import { kindOf } from '../targets/kinds';
import { armToken, dashboardClient, secretCredential, startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';
import { rawRequest } from '../testing/rawRequest';

let azure: AzureStandIn;
let control: ReturnType<typeof controlOf>;
beforeAll(async () => {
  azure = await startTestAzure();
  control = controlOf(azure);
});
afterAll(() => azure.close());
beforeEach(async () => {
  await control.reset();
  await control.turn({ operationSeconds: 0 });
});

const { resourceGroup, workspaces } = demo;
const endpoints = () => dashboardClient(azure).managedPrivateEndpoints;
const request = (spec: TargetSpec, more = {}) => ({
  location: 'westeurope',
  privateLinkResourceId: targetId(spec),
  privateLinkResourceRegion: 'westeurope',
  groupIds: (kindOf(spec.type)?.subResources ?? []).slice(0, 1).map(({ groupId }) => groupId),
  requestMessage: 'Grafana needs it (PE-TEST01)',
  ...more,
});
const create = (name: string, spec: TargetSpec = freeTargets.service, more = {}) =>
  endpoints().beginCreateAndWait(resourceGroup, workspaces.main, name, request(spec, more), { updateIntervalInMs: 1 });
const get = (name: string) => endpoints().get(resourceGroup, workspaces.main, name);
const refresh = () => endpoints().beginRefreshAndWait(resourceGroup, workspaces.main, { updateIntervalInMs: 1 });
const connection = (name: string) => `/workspaces/${workspaces.main}/endpoints/${name}/connection`;
const approve = (name: string) => control.call('PUT', connection(name), { status: 'Approved', description: 'OK' });

describe('@azure/arm-dashboard writes', () => {
  it.each(Object.entries(freeTargets))(
    'creates, has approved and refreshes an endpoint to a target of kind %s',
    async (_, spec) => {
      expect(await create('fresh', spec)).toMatchObject({
        provisioningState: 'Succeeded',
        connectionState: { status: 'Pending' },
      });
      await approve('fresh');
      const before = await get('fresh');
      expect(before.connectionState?.status).toBe('Pending');
      expect(before.privateLinkServicePrivateIP).toBeUndefined();
      await refresh();
      expect(await get('fresh')).toMatchObject({
        connectionState: { status: 'Approved', description: 'OK' },
        privateLinkServicePrivateIP: expect.stringMatching(/^10\.174\.\d+\.\d+$/),
      });
    }
  );

  it('shows a rejection with its words, and a removal, only after a refresh', async () => {
    await create('fresh');
    await control.call('PUT', connection('fresh'), { status: 'Rejected', description: 'Not yet' });
    await refresh();
    expect((await get('fresh')).connectionState).toEqual({ status: 'Rejected', description: 'Not yet' });
    await control.call('DELETE', connection('fresh'));
    expect((await get('fresh')).connectionState?.status).toBe('Rejected');
    await refresh();
    expect((await get('fresh')).connectionState?.status).toBe('Disconnected');
  });

  it('changes the domain name with a second PUT, ignores the rest, and tags with PATCH', async () => {
    await create('fresh', freeTargets.service, { privateLinkServiceUrl: 'old.payments.contoso.com' });
    await create('fresh', freeTargets.sql, { privateLinkServiceUrl: 'new.payments.contoso.com' });
    expect(await get('fresh')).toMatchObject({
      privateLinkServiceUrl: 'new.payments.contoso.com',
      privateLinkResourceId: targetId(freeTargets.service),
    });
    const tags = { owner: 'payments' };
    await endpoints().beginUpdateAndWait(resourceGroup, workspaces.main, 'fresh', { tags }, { updateIntervalInMs: 1 });
    expect((await get('fresh')).tags).toEqual(tags);
  });

  it('deletes, also on the target, and answers a repeated deletion', async () => {
    await create('fresh');
    const remove = () =>
      endpoints().beginDeleteAndWait(resourceGroup, workspaces.main, 'fresh', { updateIntervalInMs: 1 });
    await remove();
    await expect(get('fresh')).rejects.toMatchObject({ code: 'ResourceNotFound' });
    const target = await control.call<{ connections: unknown[] }>(
      'GET',
      `/targets?id=${encodeURIComponent(targetId(freeTargets.service))}`
    );
    expect(target.connections).toEqual([]);
    await remove();
  });

  it('fails when the operation fails: planned, unknown target, wrong sub-resource', async () => {
    await control.call('POST', '/operations/fail-next', {
      kind: 'create',
      code: 'NetworkError',
      message: 'No address left.',
    });
    await expect(create('fresh')).rejects.toThrow();
    expect((await get('fresh')).provisioningState).toBe('Failed');
    const gone = { privateLinkResourceId: `${targetId(freeTargets.service)}-gone` };
    await expect(create('fresh2', freeTargets.service, gone)).rejects.toThrow();
    await expect(create('fresh3', freeTargets.sql, { groupIds: ['sqlserver'] })).rejects.toThrow();
  });

  it('lets one write at a time settle on a workspace', async () => {
    await control.turn({ operationSeconds: 60 });
    await endpoints().beginCreate(resourceGroup, workspaces.main, 'fresh', request(freeTargets.service));
    const conflict = { statusCode: 409, code: 'ConflictInProcessing' };
    await expect(endpoints().beginRefresh(resourceGroup, workspaces.main)).rejects.toMatchObject(conflict);
    await expect(endpoints().beginDelete(resourceGroup, workspaces.main, 'loki-aks')).rejects.toMatchObject(conflict);
    await control.advance(61);
    await control.turn({ operationSeconds: 0 });
    await refresh();
    expect((await get('fresh')).provisioningState).toBe('Succeeded');
  });

  it('refuses who may not, naming the action', async () => {
    const reader = dashboardClient(
      azure,
      secretCredential(azure, { clientId: demo.readerClientId })
    ).managedPrivateEndpoints;
    const forbidden = (action: string) => ({ code: 'AuthorizationFailed', message: expect.stringContaining(action) });
    await expect(
      reader.beginCreate(resourceGroup, workspaces.main, 'x1', request(freeTargets.sql))
    ).rejects.toMatchObject(forbidden('Microsoft.Dashboard/grafana/managedPrivateEndpoints/write'));
    await expect(reader.beginRefresh(resourceGroup, workspaces.main)).rejects.toMatchObject(
      forbidden('Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action')
    );
    await control.call('PUT', `/identities/${demo.readerClientId}/assignments`, [{ scope: '/', actions: ['*'] }]);
    await reader.beginRefresh(resourceGroup, workspaces.main);
  });
});

describe('long-running operations on the wire', () => {
  const call = async (method: string, url: string, body?: unknown) =>
    rawRequest(azure, url, {
      method,
      headers: { authorization: `Bearer ${await armToken(azure)}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const endpointUrl = (name: string) =>
    `${azure.urls.resourceManager}${demoWorkspaceId()}/managedPrivateEndpoints/${name}?api-version=2025-08-01`;

  it('look as in recorded traffic: 201, a long signed tenant-level URL, Accepted, then an empty error', async () => {
    await control.turn({ operationSeconds: 30 });
    const { requestMessage, privateLinkResourceId } = request(freeTargets.service);
    const created = await call('PUT', endpointUrl('Fresh'), {
      location: 'westeurope',
      properties: { requestMessage, privateLinkResourceId },
    });
    expect(created.status).toBe(201);
    expect(JSON.parse(created.text)).toMatchObject({ name: 'Fresh', properties: { provisioningState: 'Accepted' } });
    const url = String(created.headers['azure-asyncoperation']);
    expect(created.headers.location).toBe(url);
    expect(created.headers['retry-after']).toBeUndefined();
    expect(url.length).toBeGreaterThan(2_500);
    expect(new URL(url).pathname).toMatch(
      /^\/providers\/Microsoft\.Dashboard\/locations\/WESTEUROPE\/operationStatuses\/[0-9a-f-]{36}\*[0-9A-F]{64}$/
    );
    expect(JSON.parse((await call('GET', url)).text)).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      resourceId: `${demoWorkspaceId()}/managedPrivateEndpoints/Fresh`,
      status: 'Accepted',
      startTime: expect.any(String),
    });
    await control.advance(31);
    expect(JSON.parse((await call('GET', url)).text)).toMatchObject({
      status: 'Succeeded',
      error: {},
      properties: null,
    });
    expect((await call('GET', url.replace('api-version=2025-08-01', 'api-version=2023-09-01'))).status).toBe(400);
  });

  it('answer 204 for a deletion of nothing, and can be told to send Retry-After', async () => {
    expect((await call('DELETE', endpointUrl('no-such'))).status).toBe(204);
    await control.turn({ retryAfterSeconds: 7 });
    const deleted = await call('DELETE', endpointUrl('backup-blob'));
    expect([deleted.status, deleted.headers['retry-after'], deleted.text]).toEqual([202, '7', '']);
  });

  it('refuses bodies it cannot read', async () => {
    const answer = await call('PUT', endpointUrl('fresh'), { properties: {} });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: 'InvalidRequestContent', message: expect.stringContaining('location') },
    });
  });
});
