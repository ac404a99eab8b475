/** @jest-environment node */
import {
  KnownManagedPrivateEndpointConnectionStatus,
  KnownProvisioningState,
  type ManagedPrivateEndpointModel,
} from '@azure/arm-dashboard';
import { demo, demoWorkspaceId } from '../demo';
import { type AzureStandIn } from '../startAzure';
import { armToken, dashboardClient, secretCredential, startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';
import { rawRequest } from '../testing/rawRequest';

let azure: AzureStandIn;
beforeAll(async () => {
  azure = await startTestAzure();
});
afterAll(() => azure.close());
beforeEach(() => controlOf(azure).reset());

async function endpointsOf(workspace: string): Promise<ManagedPrivateEndpointModel[]> {
  const found: ManagedPrivateEndpointModel[] = [];
  for await (const endpoint of dashboardClient(azure).managedPrivateEndpoints.list(demo.resourceGroup, workspace)) {
    found.push(endpoint);
  }
  return found;
}

const arm = async (path: string, token?: string) =>
  rawRequest(azure, `${azure.urls.resourceManager}${path}`, {
    headers: { authorization: `Bearer ${token ?? (await armToken(azure))}` },
  });
const version = 'api-version=2025-08-01';

it('sends an entity tag for a resource, which changes with it, and none for a list', async () => {
  const resource = `${demoWorkspaceId()}/managedPrivateEndpoints/metrics-prod`;
  const tagOf = async (path: string) => (await arm(`${path}?${version}`)).headers.etag;
  const first = await tagOf(resource);
  expect(first).toMatch(/^"[0-9a-f]{32}"$/);
  expect(await tagOf(resource)).toBe(first);
  expect(await tagOf(demoWorkspaceId())).not.toBe(first);
  await dashboardClient(azure).managedPrivateEndpoints.beginUpdate(
    demo.resourceGroup,
    demo.workspaces.main,
    'metrics-prod',
    {
      tags: { team: 'sre' },
    }
  );
  expect(await tagOf(resource)).not.toBe(first);
  expect(await tagOf(`${demoWorkspaceId()}/managedPrivateEndpoints`)).toBeUndefined();
});

describe('@azure/arm-dashboard reads', () => {
  it('the workspaces of the subscription, of the resource group, and one', async () => {
    const client = dashboardClient(azure);
    const names: Array<string | undefined> = [];
    for await (const { name } of client.grafana.list()) {
      names.push(name);
    }
    expect(names).toEqual(Object.values(demo.workspaces));
    const pages = client.grafana.listByResourceGroup('OBSERVABILITY').byPage();
    expect((await pages.next()).value).toHaveLength(names.length);

    const workspace = await client.grafana.get(demo.resourceGroup, demo.workspaces.main);
    expect(workspace).toMatchObject({
      id: demoWorkspaceId(),
      sku: { name: 'Standard' },
      properties: { provisioningState: 'Succeeded', endpoint: azure.urls.grafana, publicNetworkAccess: 'Enabled' },
    });
    expect((await client.grafana.get(demo.resourceGroup, demo.workspaces.essential)).sku?.name).toBe('Essential');
  });

  it('the demonstration: ten kinds and one more, every connection state and every provisioning state', async () => {
    const endpoints = await endpointsOf(demo.workspaces.main);
    const kinds = new Set(
      endpoints.map((it) =>
        it.privateLinkResourceId?.toLowerCase().split('/providers/')[1]?.split('/').slice(0, 2).join('/')
      )
    );
    expect(kinds.size).toBe(11);
    const states = endpoints.map((it) => String(it.connectionState?.status));
    expect(states).toEqual(expect.arrayContaining(Object.keys(KnownManagedPrivateEndpointConnectionStatus)));
    const provisioning = endpoints.map((it) => String(it.provisioningState));
    expect(provisioning).toEqual(expect.arrayContaining(Object.keys(KnownProvisioningState)));
    for (const { name } of endpoints) {
      expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9-]{0,18}[a-zA-Z0-9]$/);
    }
  });

  it('a thousand endpoints over as many pages as the page size says', async () => {
    await controlOf(azure).turn({ pageSize: 300 });
    const names = (await endpointsOf(demo.workspaces.large)).map(({ name }) => name);
    expect(new Set(names).size).toBe(1000);
    const { count } = await controlOf(azure).requests({ host: 'resourceManager', path: 'managedPrivateEndpoints$' });
    expect(count).toBe(4);
  });

  it('one endpoint with all its properties, whatever the casing of its id', async () => {
    const endpoint = await dashboardClient(azure).managedPrivateEndpoints.get(
      'Observability',
      'CONTOSO-Grafana',
      'Loki-AKS'
    );
    expect(endpoint).toMatchObject({
      name: 'loki-aks',
      type: 'microsoft.dashboard/grafana/managedprivateendpoints',
      privateLinkServiceUrl: 'loki.obs.contoso.com',
      privateLinkServicePrivateIP: '10.174.0.21',
      connectionState: { status: 'Approved', description: 'Approved by the AKS team' },
    });
  });

  it.each([
    ['the workspace', 'no-such', 'x', 'ResourceNotFound'],
    ['the endpoint', demo.workspaces.main, 'no-such', 'ResourceNotFound'],
  ])('that %s does not exist', async (_, workspace, endpoint, code) => {
    const reading = dashboardClient(azure).managedPrivateEndpoints.get(demo.resourceGroup, workspace, endpoint);
    await expect(reading).rejects.toMatchObject({ statusCode: 404, code });
  });

  it('that it may not, with the action and the scope', async () => {
    const stranger = dashboardClient(azure, secretCredential(azure, { clientId: demo.strangerClientId }));
    await expect(stranger.grafana.get(demo.resourceGroup, demo.workspaces.main)).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthorizationFailed',
      message: expect.stringContaining("perform action 'Microsoft.Dashboard/grafana/read' over scope"),
    });
  });
});

describe('Resource Manager on the wire', () => {
  it.each([
    ['nothing', undefined, 'AuthenticationFailed'],
    ['something that is no token', 'Bearer nonsense', 'InvalidAuthenticationToken'],
  ])('refuses %s as a sign-in', async (_, authorization, code) => {
    const url = `${azure.urls.resourceManager}/subscriptions?api-version=2022-12-01`;
    const answer = await rawRequest(azure, url, { headers: authorization ? { authorization } : {} });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Bearer authorization_uri="https://localhost');
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('refuses a token for another audience, a forged one, an expired and a revoked one', async () => {
    const path = '/subscriptions?api-version=2022-12-01';
    const other = await secretCredential(azure).getToken('https://dashboard.azure.com/.default');
    expect(JSON.parse((await arm(path, other.token)).text)).toMatchObject({
      error: { code: 'InvalidAuthenticationTokenAudience' },
    });

    const token = await armToken(azure);
    const forged = `${token.slice(0, -8)}AAAAAAAA`;
    expect(JSON.parse((await arm(path, forged)).text)).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });

    await controlOf(azure).turn({ tokenLifetimeSeconds: 1 });
    const short = await armToken(azure);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(JSON.parse((await arm(path, short)).text)).toMatchObject({ error: { code: 'ExpiredAuthenticationToken' } });

    await controlOf(azure).call('POST', '/tokens/revoke');
    expect((await arm(path, token)).status).toBe(401);
  });

  it.each([
    ['/subscriptions', 400, 'MissingApiVersionParameter'],
    ['/subscriptions?api-version=newest', 400, 'InvalidApiVersionParameter'],
    [`${demoWorkspaceId()}?api-version=2020-01-01`, 400, 'NoRegisteredProviderFound'],
    [`/subscriptions/00000000-0000-0000-0000-000000000000?${version}`, 404, 'SubscriptionNotFound'],
    [
      `/subscriptions/${demo.observabilitySubscriptionId}/resourceGroups/x/providers/Microsoft.Dashboard/grafana?${version}`,
      404,
      'ResourceGroupNotFound',
    ],
    [`${demoWorkspaceId()}/managedPrivateEndpoints?${version}&$skiptoken=forged`, 400, 'BadRequest'],
  ])('answers %s with %d %s', async (path, status, code) => {
    const answer = await arm(path);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      status,
      { error: { code, message: expect.any(String) } },
    ]);
  });

  it('tells whether the resource provider is registered, and the permissions at a scope', async () => {
    const provider = await arm(
      `/subscriptions/${demo.observabilitySubscriptionId}/providers/Microsoft.Dashboard?api-version=2022-12-01`
    );
    expect(JSON.parse(provider.text)).toMatchObject({
      namespace: 'Microsoft.Dashboard',
      registrationState: 'Registered',
    });
    const permissions = await arm(
      `${demoWorkspaceId()}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`
    );
    expect(JSON.parse(permissions.text)).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ actions: ['*/read'], notActions: [] })]),
    });
  });

  it('leaves unset properties away, or writes null where the knob says so', async () => {
    const path = `${demoWorkspaceId()}/managedPrivateEndpoints/metrics-prod?${version}`;
    expect((await arm(path)).text).not.toContain('privateLinkServiceUrl');
    await controlOf(azure).turn({ nullsInsteadOfAbsent: true });
    expect(JSON.parse((await arm(path)).text)).toMatchObject({ properties: { privateLinkServiceUrl: null } });
  });

  it('shows properties that nobody knows yet when a test asks for them', async () => {
    await controlOf(azure).call('PUT', `/workspaces/${demo.workspaces.main}/endpoints/loki-aks/raw`, {
      properties: { connectionState: { status: 'Quarantined' }, shape: 'new' },
    });
    expect(
      JSON.parse((await arm(`${demoWorkspaceId()}/managedPrivateEndpoints/loki-aks?${version}`)).text)
    ).toMatchObject({
      properties: { connectionState: { status: 'Quarantined', description: 'Approved by the AKS team' }, shape: 'new' },
    });
  });
});
