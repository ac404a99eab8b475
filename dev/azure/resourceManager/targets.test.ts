/** @jest-environment node */
import { demo } from '../demo';
import { freeTargets, targetId, targetSpecs, type TargetSpec } from '../demo/targets';
import { type AzureStandIn } from '../startAzure';
import { kindOf } from '../targets/kinds';
import { armToken, dashboardClient, startTestAzure } from '../testing/azureClients';
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

async function call(method: string, path: string, body?: unknown) {
  const answer = await rawRequest(azure, path.startsWith('/') ? `${azure.urls.resourceManager}${path}` : path, {
    method,
    headers: { authorization: `Bearer ${await armToken(azure)}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { ...answer, json: (answer.text === '' ? {} : JSON.parse(answer.text)) as Answer };
}

interface Answer {
  id?: string;
  name?: string;
  kind?: string;
  value?: Answer[];
  status?: string;
  properties?: Record<string, unknown> & { privateEndpoint?: { id: string } };
  error?: { code: string; message: string };
}

const specs = Object.entries<TargetSpec>(freeTargets);
const versionOf = (spec: TargetSpec) => `api-version=${kindOf(spec.type)?.apiVersions.at(-1) ?? '2023-01-01'}`;

function request(spec: TargetSpec) {
  const groupIds = (kindOf(spec.type)?.subResources ?? []).slice(0, 1).map(({ groupId }) => groupId);
  return { location: 'westeurope', privateLinkResourceId: targetId(spec), groupIds, requestMessage: 'PE-TEST01' };
}

async function connect(spec: TargetSpec) {
  const { managedPrivateEndpoints } = dashboardClient(azure);
  const options = { updateIntervalInMs: 1 };
  await managedPrivateEndpoints.beginCreateAndWait(
    demo.resourceGroup,
    demo.workspaces.main,
    'fresh',
    request(spec),
    options
  );
  const list = await call('GET', `${targetId(spec)}/privateEndpointConnections?${versionOf(spec)}`);
  const [connection] = list.json.value ?? [];
  if (!connection) {
    throw new Error('the target has no connection');
  }
  return connection;
}

async function mayApprove(spec: TargetSpec) {
  await control.call('PUT', `/identities/${demo.clientId}/assignments`, [
    {
      scope: '/',
      actions: [
        '*/read',
        'Microsoft.Dashboard/*',
        `${spec.type}/privateEndpointConnections/*`,
        `${spec.type}/privateEndpointConnectionsApproval/action`,
      ],
    },
  ]);
}

describe('targets', () => {
  it.each(specs)('of kind %s can be read, whatever the casing of the id, with their sub-resources', async (_, spec) => {
    const target = await call('GET', `${targetId(spec).toLowerCase()}?${versionOf(spec)}`);
    expect(target.json).toMatchObject({ id: targetId(spec), name: spec.name, properties: expect.any(Object) });
    const list = await call('GET', `${targetId(spec)}/privateLinkResources?${versionOf(spec)}`);
    const kind = kindOf(spec.type);
    expect(list.status).toBe(kind?.listsSubResources ? 200 : 404);
    if (kind?.listsSubResources) {
      expect(list.json.value?.map(({ properties }) => properties?.['groupId'])).toEqual(
        kind.subResources.map(({ groupId }) => groupId)
      );
    }
  });

  it.each(specs)('of kind %s show the request with its message', async (_, spec) => {
    const groups = kindOf(spec.type)?.groups ?? 'none';
    const { properties } = await connect(spec);
    expect(properties?.privateEndpoint?.id).toMatch(/\/privateEndpoints\/grafana-contoso-grafana-fresh$/);
    expect(properties).toMatchObject({
      privateLinkServiceConnectionState: { status: 'Pending', description: 'PE-TEST01' },
    });
    expect(properties).toHaveProperty(groups === 'none' ? 'linkIdentifier' : groups);
  });

  it.each(specs)('of kind %s take a decision in their dialect from who may decide', async (_, spec) => {
    const dialect = kindOf(spec.type)?.decision;
    const { id = '' } = await connect(spec);
    const url = `${id}?${versionOf(spec)}`;
    const body = { properties: { privateLinkServiceConnectionState: { status: 'Rejected', description: 'No' } } };
    expect((await call('PUT', url, body)).json.error?.code).toBe('AuthorizationFailed');
    await mayApprove(spec);

    const decided = await call('PUT', url, body);
    expect(decided.status).toBe(dialect === 'sync' ? 200 : 202);
    const status = decided.headers[dialect === 'location' ? 'location' : 'azure-asyncoperation'];
    expect(status === undefined).toBe(dialect === 'sync');
    if (status !== undefined) {
      const { json } = await call('GET', String(status));
      // Where there is no status of its own, the location answers what the write itself would have.
      expect(json).toMatchObject(dialect === 'location' ? { name: id.split('/').at(-1) } : { status: 'Succeeded' });
    }
    expect((await call('GET', url)).json.properties).toMatchObject({
      privateLinkServiceConnectionState: { status: 'Rejected' },
    });
    expect((await call('DELETE', url)).status).toBe(202);
    expect((await call('GET', url)).json.error?.code).toBe('ResourceNotFound');
  });

  it('carry their connections themselves where their provider does so', async () => {
    const monitor = await call('GET', `${targetId(targetSpecs.metrics)}?api-version=2023-04-03`);
    expect(monitor.json.properties?.['privateEndpointConnections']).toHaveLength(1);
    const kusto = await call('GET', `${targetId(targetSpecs.telemetry)}?api-version=2023-08-15`);
    expect(kusto.json.properties).not.toHaveProperty('privateEndpointConnections');
  });

  it('show the approval that the workspace does not see yet, and connections of others', async () => {
    const mimir = await call('GET', `${targetId(targetSpecs.mimir)}/privateEndpointConnections?api-version=2025-05-01`);
    expect(mimir.json.value?.[0]?.properties).toMatchObject({
      privateLinkServiceConnectionState: { status: 'Approved' },
    });
    const tempo = await call('GET', `${targetId(targetSpecs.tempo)}/privateEndpointConnections?api-version=2025-05-01`);
    expect(tempo.json.value).toHaveLength(2);
  });

  it('answer only to versions that their provider has', async () => {
    const answer = await call('GET', `${targetId(targetSpecs.telemetry)}?api-version=2011-01-01`);
    expect(answer.json.error?.code).toBe('NoRegisteredProviderFound');
  });
});

describe('the owner over the control origin', () => {
  const page = async (path: string) => (await fetch(`${azure.urls.control}${path}`)).text();

  it('sees requests, and decides by the page', async () => {
    const id = targetId(targetSpecs.tempo);
    expect(await page('/owner')).toContain('pls-tempo');
    const before = await page(`/owner?target=${encodeURIComponent(id)}`);
    expect(before).toContain('Traces of the observability cluster (MPE-M8VC-3DT5)');
    const connection = /data-connection="(grafana-contoso-grafana-tempo-aks[^"]+)"/.exec(before)?.[1] ?? '';
    const decide = (decision: string) =>
      fetch(`${azure.urls.control}/owner/decide`, {
        method: 'POST',
        body: new URLSearchParams({ target: id, connection, decision, description: '<b>Fine</b>' }),
      });
    const after = await (await decide('Approved')).text();
    expect(after).toContain('&lt;b&gt;Fine&lt;/b&gt;');
    expect(after).toContain('Approved grafana-contoso-grafana-tempo-aks.');
    const own = `/workspaces/${demo.workspaces.main}/endpoints/tempo-aks/connection`;
    expect(await control.call('GET', own)).toMatchObject({
      properties: { privateLinkServiceConnectionState: { status: 'Approved', description: '<b>Fine</b>' } },
    });
    await decide('Remove');
    await expect(control.call('GET', own)).rejects.toThrow('404');
  });

  it('applies the manifest of a Service by the page, and says what is wrong with it', async () => {
    const apply = async (manifest: string) => {
      const body = new URLSearchParams({ manifest });
      const answer = await fetch(`${azure.urls.control}/owner/service`, { method: 'POST', body });
      return `${answer.status} ${await answer.text()}`;
    };
    const refused = await apply('kind: <b>Pod</b>');
    expect(refused).toMatch(/^422 /);
    expect(refused).toContain('role="alert"');
    expect(refused).toContain('kind: &lt;b&gt;Pod&lt;/b&gt;');
    const service = {
      ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'made', annotations: {} as Record<string, string> } },
      spec: { type: 'LoadBalancer', selector: { app: 'x' }, ports: [{ port: 80 }] },
    };
    for (const name of ['load-balancer-internal', 'pls-create']) {
      service.metadata.annotations[`service.beta.kubernetes.io/azure-${name}`] = 'true';
    }
    expect(await apply(JSON.stringify(service))).toMatch(/^200 [^]*privateLinkServices\/pls-made/);
    await control.reset();
    expect(await page('/owner')).not.toContain('pls-made');
  });

  it('can make the workspace see decisions by itself, where the knob says so', async () => {
    await control.turn({ syncsByItself: true });
    await control.call('PUT', `/workspaces/${demo.workspaces.main}/endpoints/tempo-aks/connection`, {
      status: 'Approved',
    });
    const endpoint = await dashboardClient(azure).managedPrivateEndpoints.get(
      demo.resourceGroup,
      demo.workspaces.main,
      'tempo-aks'
    );
    expect(endpoint.connectionState?.status).toBe('Approved');
  });
});
