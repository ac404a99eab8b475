/** @jest-environment node */
import { demo } from '../demo';
import { freeTargets, targetId } from '../demo/targets';
import { type AzureStandIn } from '../startAzure';
import { dashboardClient, secretCredential, startTestAzure } from '../testing/azureClients';
import { controlOf } from '../testing/control';
import { rawRequest } from '../testing/rawRequest';

jest.setTimeout(120_000);

let azure: AzureStandIn;
let control: ReturnType<typeof controlOf>;
beforeAll(async () => {
  azure = await startTestAzure();
  control = controlOf(azure);
});
afterAll(() => azure.close());
beforeEach(async () => {
  await control.reset();
  await control.turn({ operationSeconds: 0, dialTimeoutSeconds: 0.3 });
});

interface Source extends Record<string, unknown> {
  uid: string;
  version: number;
  url: string;
}

async function grafana(
  method: string,
  path: string,
  options: { token?: string; body?: unknown; fresh?: boolean } = {}
) {
  const { token = demo.grafanaToken, body, fresh = true } = options;
  const answer = await rawRequest(azure, `${azure.urls.grafana}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(fresh ? { 'x-grafana-nocache': 'true' } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, text: answer.text, json: () => JSON.parse(answer.text) as Record<string, unknown> };
}

const read = async (uid: string) => (await grafana('GET', `/api/datasources/uid/${uid}`)).json() as Source;
const health = async (uid: string, fresh = true) => {
  const answer = await grafana('GET', `/api/datasources/uid/${uid}/health`, { fresh });
  return { code: answer.status, ...answer.json() };
};
const setUrl = async (uid: string, url: string) => {
  const answer = await grafana('PUT', `/api/datasources/uid/${uid}`, { body: { ...(await read(uid)), url } });
  expect(answer.status).toBe(200);
};

describe("the workspace's Grafana", () => {
  it('knows Entra tokens by the role of their identity, and service account tokens', async () => {
    const token = async (clientId: string, audience = 'https://dashboard.azure.com') =>
      (await secretCredential(azure, { clientId }).getToken(`${audience}/.default`)).token;
    const asks = async (given: string) =>
      (await grafana('POST', '/api/datasources', { token: given, body: {} })).status;
    expect(await asks(await token(demo.clientId))).toBe(400);
    expect(await asks(await token(demo.readerClientId))).toBe(403);
    expect(await asks(await token(demo.strangerClientId))).toBe(403);
    expect(await asks(await token(demo.clientId, azure.urls.resourceManager))).toBe(401);
    expect(await asks(demo.grafanaViewerToken)).toBe(403);
    expect(await asks('glsa_other')).toBe(401);
  });

  it('tells the role by its permissions, and by access control on a data source', async () => {
    const admin = (await grafana('GET', '/api/access-control/user/permissions')).json();
    expect(admin).toMatchObject({ 'datasources:write': ['datasources:*'] });
    const viewer = await grafana('GET', '/api/datasources/uid/plant7?accesscontrol=true', {
      token: demo.grafanaViewerToken,
    });
    expect(viewer.json()['accessControl']).toEqual({ 'datasources:read': true, 'datasources:query': true });
  });

  it('answers nobody while public access is off', async () => {
    await control.call('PATCH', `/workspaces/${demo.workspaces.main}`, { publicNetworkAccess: 'Disabled' });
    expect((await grafana('GET', '/api/datasources')).status).toBe(403);
  });
});

describe('health from the managed network', () => {
  it.each([
    ['prod-metrics', 'OK', ''],
    ['shop-metrics', 'OK', ''],
    ['cluster-logs', 'OK', ''],
    ['plant7', 'OK', ''],
    ['telemetry', 'OK', ''],
    ['revenue', 'OK', ''],
    ['catalogue', 'OK', ''],
    ['cluster-logs-ip', 'ERROR', 'Unable to connect with Loki.'],
    ['long-term', 'ERROR', 'dial tcp: lookup mimir.obs.contoso.com on 168.63.129.16:53: no such host'],
    ['traces', 'ERROR', 'no such host'],
    ['edge-metrics', 'ERROR', 'dial tcp 10.174.0.77:9090: i/o timeout'],
  ])('%s is %s %s', async (uid, status, message) => {
    expect(await health(uid)).toMatchObject({
      code: status === 'OK' ? 200 : 400,
      status,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['cluster-logs-ip', "x509: cannot validate certificate for 10.174.0.21 because it doesn't contain any IP SANs"],
    ['cluster-logs-old', '401 Unauthorized'],
  ])('%s tells by a query: %s', async (uid, error) => {
    const body = { from: 'now-1m', to: 'now', queries: [{ refId: 'A', datasource: { uid, type: 'loki' } }] };
    expect((await grafana('POST', '/api/ds/query', { body })).json()).toMatchObject({
      results: { A: { error: expect.stringContaining(error), status: 500 } },
    });
  });

  it('fails where the type has no backend', async () => {
    expect(await health('orders')).toMatchObject({ code: 500, messageId: 'plugin.unavailable' });
    expect(await health('no-such')).toMatchObject({ code: 500 });
  });

  it('names the wrong port, and the name that is not in the certificate', async () => {
    await setUrl('shop-metrics', 'http://prometheus.shop.contoso.com:9091');
    expect(await health('shop-metrics')).toMatchObject({
      message: expect.stringContaining('connect: connection refused'),
    });
    await setUrl('plant7', 'https://influx.plant7.contoso.com:443');
    expect(await health('plant7')).toMatchObject({ message: expect.stringContaining('i/o timeout') });
  });

  it('keeps a record for five seconds unless told not to', async () => {
    expect(await health('shop-metrics', false)).toMatchObject({ code: 200 });
    await setUrl('shop-metrics', 'http://nowhere.shop.contoso.com:9090');
    expect(await health('shop-metrics', false)).toMatchObject({ code: 200 });
    expect(await health('shop-metrics')).toMatchObject({ code: 400 });
    await control.advance(6);
    expect(await health('shop-metrics', false)).toMatchObject({ code: 400 });
  });
});

describe('a store behind a private link service', () => {
  const { resourceGroup, workspaces } = demo;
  const connection = `/workspaces/${workspaces.main}/endpoints/payments/connection`;
  const options = { updateIntervalInMs: 1 };
  const ask = (privateLinkServiceUrl: string) =>
    dashboardClient(azure).managedPrivateEndpoints.beginCreateAndWait(
      resourceGroup,
      workspaces.main,
      'payments',
      { location: 'westeurope', privateLinkResourceId: targetId(freeTargets.service), privateLinkServiceUrl },
      options
    );
  const refresh = () =>
    dashboardClient(azure).managedPrivateEndpoints.beginRefreshAndWait(resourceGroup, workspaces.main, options);
  const fails = (message: string) => ({ code: 400, message: expect.stringContaining(message) });

  it('answers only once its endpoint is approved and refreshed, under its name, and no longer than it is approved', async () => {
    await setUrl('payments-metrics', 'https://prometheus.payments.contoso.com:9443');
    expect(await health('payments-metrics')).toMatchObject(fails('no such host'));
    await ask('prometheus.payments.contoso.com');
    expect(await health('payments-metrics')).toMatchObject(fails('no such host'));
    await control.call('PUT', connection, { status: 'Approved' });
    expect(await health('payments-metrics')).toMatchObject(fails('no such host'));
    await refresh();
    expect(await health('payments-metrics')).toMatchObject({ code: 200, status: 'OK' });

    await control.call('PUT', connection, { status: 'Rejected' });
    expect(await health('payments-metrics')).toMatchObject(fails('i/o timeout'));
    await refresh();
    expect(await health('payments-metrics')).toMatchObject(fails('no such host'));
  });

  it('is not believed under a name that its certificate does not have', async () => {
    await ask('metrics.payments.contoso.com');
    await control.call('PUT', connection, { status: 'Approved' });
    await refresh();
    await setUrl('payments-metrics', 'https://metrics.payments.contoso.com:9443');
    expect(await health('payments-metrics')).toMatchObject(
      fails('x509: certificate is valid for prometheus.payments.contoso.com, not metrics.payments.contoso.com')
    );
  });

  it('is out of reach for a Grafana outside, which meets only the public face of Azure services', async () => {
    const outside = azure.dataSourceHealthAt(() => 'http://localhost:3000');
    const source = { uid: 'x', type: 'prometheus', jsonData: {}, secureJsonData: {} };
    const stored = {
      ...source,
      id: 1,
      name: 'x',
      access: 'proxy',
      user: '',
      database: '',
      basicAuth: false,
      basicAuthUser: '',
      withCredentials: false,
      isDefault: false,
      version: 1,
      readOnly: false,
      apiVersion: '',
    };
    expect(await outside({ ...stored, url: 'https://prometheus.shop.contoso.com:9443' })).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('no such host'),
    });
    const azureUrl = 'https://amw-contoso-weu-k2f7.westeurope.prometheus.monitor.azure.com';
    expect(await outside({ ...stored, url: azureUrl })).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('Access through public network is disabled'),
    });

    await control.call('PATCH', `/workspaces/${workspaces.main}`, { endpoint: 'http://localhost:3000' });
    expect(await outside({ ...stored, url: azureUrl })).toMatchObject({ status: 'OK' });
  });
});
