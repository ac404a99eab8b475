/** @jest-environment node */
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

interface Event {
  caller: string;
  claims: Record<string, string>;
  correlationId: string;
  eventTimestamp: string;
  operationName: { value: string };
  properties: Record<string, string>;
  resourceId: string;
  status: { value: string };
  subStatus: { value: string };
}

const day = 86_400_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
const between = (from: number) => `eventTimestamp ge '${ago(from)}' and eventTimestamp le '${ago(-60_000)}'`;
const inGroup = (from = 89 * day) => `${between(from)} and resourceGroupName eq '${demo.resourceGroup.toUpperCase()}'`;

async function ask(url: string, clientId: string = demo.clientId) {
  const token = await armToken(azure, secretCredential(azure, { clientId }));
  const { status, text } = await rawRequest(azure, url, { headers: { authorization: `Bearer ${token}` } });
  return { status, ...(JSON.parse(text) as { value: Event[]; nextLink?: string; error?: { code: string } }) };
}

function log(filter: string, clientId?: string, more = '') {
  const query = new URLSearchParams({ 'api-version': '2015-04-01', $filter: filter });
  const path = `/subscriptions/${demo.observabilitySubscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`;
  return ask(`${azure.urls.resourceManager}${path}?${query.toString()}${more}`, clientId);
}

const told = ({ value }: { value: Event[] }) =>
  value.map(({ operationName, status, subStatus }) =>
    [operationName.value.split('/').slice(1).join('/'), status.value, subStatus.value].join(' ').trim()
  );

it('tells what the product and its people did, newest first', async () => {
  await controlOf(azure).turn({ operationSeconds: 0.1 });
  const client = dashboardClient(azure).managedPrivateEndpoints;
  const target = `/subscriptions/${demo.dataPlatformSubscriptionId}/resourceGroups/shop/providers/Microsoft.Sql/servers/none`;
  await client
    .beginCreateAndWait(
      demo.resourceGroup,
      demo.workspaces.main,
      'new-one',
      { location: 'westeurope', privateLinkResourceId: target },
      { updateIntervalInMs: 50 }
    )
    .catch(() => undefined);
  await client.beginRefreshAndWait(demo.resourceGroup, demo.workspaces.main, { updateIntervalInMs: 50 });
  const answer = await log(inGroup(60_000));
  expect(told(answer).sort()).toEqual([
    'grafana/managedPrivateEndpoints/write Accepted Created',
    'grafana/managedPrivateEndpoints/write Failed',
    'grafana/managedPrivateEndpoints/write Started',
    'grafana/refreshManagedPrivateEndpoints/action Accepted Accepted',
    'grafana/refreshManagedPrivateEndpoints/action Started',
    'grafana/refreshManagedPrivateEndpoints/action Succeeded',
  ]);
  expect(new Set(answer.value.map(({ correlationId }) => correlationId)).size).toBe(2);
  expect(answer.value.every(({ claims }) => claims.appid === demo.clientId)).toBe(true);
  const failed = answer.value.find(({ status }) => status.value === 'Failed');
  expect(failed?.resourceId).toBe(`${demoWorkspaceId()}/managedPrivateEndpoints/new-one`);
  expect(failed?.properties.statusMessage).toContain('could not be found');
  const times = answer.value.map(({ eventTimestamp }) => Date.parse(eventTimestamp));
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

it('answers pages, whose links keep the filter', async () => {
  await controlOf(azure).turn({ pageSize: 50 });
  let answer = await log(inGroup());
  let count = answer.value.length;
  expect(count).toBe(50);
  while (answer.nextLink) {
    answer = await ask(answer.nextLink);
    count += answer.value.length;
  }
  await controlOf(azure).turn({ pageSize: 1000 });
  expect((await log(inGroup())).value).toHaveLength(count);
});

it('finds by resource, provider and correlation ID, and leaves out what was not asked for', async () => {
  const all = (await log(inGroup())).value;
  const own = await log(`${between(89 * day)} and resourceUri eq '${demoWorkspaceId()}'`);
  expect(own.value.every(({ operationName }) => operationName.value.includes('/refresh'))).toBe(true);
  expect(own.value.length).toBeGreaterThan(5);
  const correlationId = all[0]?.correlationId ?? '';
  const one = await log(`${between(89 * day)} and correlationId eq '${correlationId}'`);
  expect(new Set(one.value.map((event) => event.correlationId))).toEqual(new Set([correlationId]));
  expect((await log(`${between(89 * day)} and resourceProvider eq 'Microsoft.Sql'`)).value).toEqual([]);
  const [event] = (await log(inGroup(), undefined, '&$select=caller,%20eventTimestamp')).value;
  expect(Object.keys(event ?? {}).sort()).toEqual(['caller', 'eventTimestamp']);
});

it.each([
  '',
  'caller eq 1',
  "resourceGroupName eq 'observability'",
  "eventTimestamp ge 'soon'",
  `${inGroup()} and caller eq 'x'`,
  inGroup(91 * day),
])('refuses the filter %s', async (filter) => {
  expect(await log(filter)).toMatchObject({ status: 400, error: { code: 'BadRequest' } });
});

it('needs the permission, and may hide that it is missing', async () => {
  expect((await log(inGroup(), demo.readerClientId)).value).not.toEqual([]);
  expect(await log(inGroup(), demo.strangerClientId)).toMatchObject({
    status: 403,
    error: { code: 'AuthorizationFailed' },
  });
  await controlOf(azure).turn({ activityHidesRefusal: true });
  expect(await log(inGroup(), demo.strangerClientId)).toMatchObject({ status: 200, value: [] });
});

it('knows of a change only after a while', async () => {
  await controlOf(azure).turn({ activityDelaySeconds: 600, operationSeconds: 0 });
  await dashboardClient(azure).managedPrivateEndpoints.beginRefresh(demo.resourceGroup, demo.workspaces.main);
  expect((await log(inGroup(60_000))).value).toEqual([]);
  await controlOf(azure).advance(700);
  expect((await log(inGroup(900_000))).value).toHaveLength(3);
});
