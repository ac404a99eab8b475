/** @jest-environment node */
import { demo, demoWorkspaceId } from '../demo';
import { freeTargets, targetId } from '../demo/targets';
import { type AzureStandIn } from '../startAzure';
import { armToken, startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';
import { rawRequest } from '../testing/rawRequest';

// What Azure CLI, azurerm and the SDKs ask besides; `npm run azure-clients` runs some of them for real.

let azure: AzureStandIn;
let control: ReturnType<typeof controlOf>;
beforeAll(async () => {
  azure = await startTestAzure();
  control = controlOf(azure);
});
afterAll(() => azure.close());
beforeEach(() => control.reset());

async function arm(method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${await armToken(azure)}`, 'content-type': 'application/json' };
  const url = path.startsWith('https:') ? path : `${azure.urls.resourceManager}${path}`;
  const answer = await rawRequest(azure, url, { method, headers, body: body && JSON.stringify(body) });
  return { ...answer, json: answer.text === '' ? undefined : JSON.parse(answer.text) };
}
const values = async (path: string): Promise<Array<{ name: string }>> =>
  (await arm('GET', `${path}?api-version=2022-12-01`)).json.value;

it.each([
  ['2015-01-01', { portalEndpoint: expect.any(String) }],
  ['2019-05-01', [expect.objectContaining({ name: demo.cloudName })]],
  ['2022-09-01', { name: demo.cloudName, authentication: expect.objectContaining({ tenant: 'common' }) }],
])('describes the cloud to who has no token yet, in version %s', async (version, expected) => {
  const { text } = await rawRequest(azure, `${azure.urls.resourceManager}/metadata/endpoints?api-version=${version}`);
  expect(JSON.parse(text)).toEqual(Array.isArray(expected) ? expected : expect.objectContaining(expected));
});

it('signs in by the first version of the token endpoint too', async () => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: demo.clientId,
    client_secret: demo.clientSecret,
    resource: 'https://management.azure.com/',
  });
  const { text } = await rawRequest(azure, `${azure.urls.entra}/${demo.tenantId}/oauth2/token`, {
    method: 'POST',
    body: body.toString(),
  });
  const token: string = JSON.parse(text).access_token;
  const path = `${demoWorkspaceId()}?api-version=2025-08-01`;
  const headers = { authorization: `Bearer ${token}` };
  expect((await rawRequest(azure, `${azure.urls.resourceManager}${path}`, { headers })).status).toBe(200);
});

it('lists tenants, locations, resource groups, resources and providers, as far as the identity may see them', async () => {
  const subscription = `/subscriptions/${demo.observabilitySubscriptionId}`;
  expect(await values('/tenants')).toEqual([expect.objectContaining({ tenantId: demo.tenantId })]);
  expect(await values(`${subscription}/locations`)).toContainEqual(expect.objectContaining({ name: 'westeurope' }));
  const namesOf = async (path: string) => (await values(path)).map(({ name }) => name);
  expect(await namesOf(`${subscription}/resourcegroups`)).toContain(demo.resourceGroup);
  expect(await namesOf(`${subscription}/resources`)).toContain(demo.workspaces.main);
  expect(await namesOf(`${subscription}/resourceGroups/${demo.resourceGroup}/resources`)).toContain(
    demo.workspaces.large
  );
  expect(await values(`${subscription}/providers`)).toContainEqual(
    expect.objectContaining({ namespace: 'Microsoft.Kusto' })
  );
  expect(await namesOf('/providers/Microsoft.Dashboard/operations')).toContain('Microsoft.Dashboard/grafana/read');
  await control.call('PUT', `/identities/${demo.clientId}/assignments`, []);
  expect(await values(`${subscription}/resources`)).toEqual([]);
  expect(await values(`${subscription}/resourcegroups`)).toEqual([]);
});

const newEndpoint = {
  location: 'westeurope',
  properties: { privateLinkResourceId: targetId(freeTargets.scope), groupIds: ['azuremonitor'] },
};
const create = () =>
  arm('PUT', `${demoWorkspaceId()}/managedPrivateEndpoints/fresh?api-version=2025-08-01`, newEndpoint);

it('writes with the headers and nulls of recorded traffic, and counts against the limit of writes', async () => {
  const { status, headers, json } = await create();
  expect(status).toBe(201);
  expect(json.properties).toMatchObject({ provisioningState: 'Accepted', connectionState: null, requestMessage: null });
  expect(headers).toMatchObject({
    'x-ms-ratelimit-remaining-subscription-writes': expect.any(String),
    'x-ms-providerhub-traffic': 'True',
    'api-supported-versions': expect.stringContaining('2025-08-01'),
  });
  expect(headers).not.toHaveProperty('x-ms-ratelimit-remaining-subscription-reads');
});

it('asks to come back later on statuses too', async () => {
  await control.turn({ retryAfterSeconds: 7 });
  const { headers } = await create();
  const polled = await arm('GET', String(headers['azure-asyncoperation']));
  expect(polled.json).toMatchObject({
    status: 'Accepted',
    id: expect.stringMatching(/^\/providers\/Microsoft\.Dashboard\//),
  });
  expect(polled.headers['retry-after']).toBe('7');
});

it('leads by Location alone to what a decision answers: 202 while it runs, then the connection', async () => {
  await control.turn({ operationSeconds: 0 });
  await create();
  await control.call('PUT', `/identities/${demo.clientId}/assignments`, [{ scope: '/', actions: ['*'] }]);
  const connections = `${targetId(freeTargets.scope)}/privateEndpointConnections`;
  const [connection] = (await arm('GET', `${connections}?api-version=2021-09-01`)).json.value;
  await control.turn({ operationSeconds: 60 });
  const state = { status: 'Approved', description: 'OK' };
  const { status, headers } = await arm('PUT', `${connections}/${connection.name}?api-version=2021-09-01`, {
    properties: { privateLinkServiceConnectionState: state },
  });
  expect(status).toBe(202);
  expect(headers).not.toHaveProperty('azure-asyncoperation');
  const location = String(headers.location);
  expect(location).toContain('/providers/Microsoft.Insights/');
  expect(await arm('GET', location)).toMatchObject({ status: 202, headers: { location } });
  await control.advance(61);
  const ended = await arm('GET', location);
  expect(ended.status).toBe(200);
  expect(ended.json.properties.privateLinkServiceConnectionState).toMatchObject(state);
});
