/** @jest-environment node */
import { demo, demoWorkspaceId } from './demo';
import { type AzureStandIn } from './startAzure';
import { armToken, dashboardClient, startTestAzure } from './testing/azureClients';
import { controlOf } from './testing/control';
import { rawRequest } from './testing/rawRequest';

let azure: AzureStandIn;
beforeAll(async () => {
  azure = await startTestAzure();
});
afterAll(() => azure.close());
beforeEach(() => controlOf(azure).reset());

const read = async () =>
  rawRequest(
    azure,
    `${azure.urls.resourceManager}${demoWorkspaceId()}/managedPrivateEndpoints?api-version=2025-08-01`,
    {
      headers: { authorization: `Bearer ${await armToken(azure)}` },
    }
  );
const fault = (effect: Parameters<ReturnType<typeof controlOf>['fault']>[0]['effect']) =>
  controlOf(azure).fault({ host: 'resourceManager', path: 'managedPrivateEndpoints', effect });

describe('faults', () => {
  it('answers with status, headers and body, as often as told, to the requests meant', async () => {
    await controlOf(azure).fault({
      host: 'resourceManager',
      method: 'GET',
      path: '/managedPrivateEndpoints$',
      times: 2,
      skip: 1,
      effect: {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '7' },
        body: { error: { code: 'TooManyRequests', message: 'Slow down.' } },
      },
    });
    const statuses = [];
    for (let index = 0; index < 4; index++) {
      statuses.push((await read()).status);
    }
    expect(statuses).toEqual([200, 429, 429, 200]);
    const { requests } = await controlOf(azure).requests({ host: 'resourceManager' });
    expect(requests.map(({ status }) => status)).toEqual(statuses);
  });

  it("makes Microsoft's client fail with the code, and retry what can be retried", async () => {
    const throttled = {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '0' },
      body: { error: { code: 'TooManyRequests', message: '' } },
    } as const;
    await fault(throttled);
    const get = (retries: number) =>
      dashboardClient(azure, undefined, retries).managedPrivateEndpoints.get(
        demo.resourceGroup,
        demo.workspaces.main,
        'loki-aks'
      );
    await expect(get(0)).rejects.toMatchObject({ statusCode: 429, code: 'TooManyRequests' });
    await fault(throttled);
    await expect(get(1)).resolves.toMatchObject({ name: 'loki-aks' });
  });

  it('cuts connections', async () => {
    await fault({ kind: 'reset' });
    await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
    await fault({ kind: 'truncated' });
    await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await read()).status).toBe(200);
  });

  it('spoils bodies', async () => {
    await fault({ kind: 'brokenJson' });
    const broken = (await read()).text;
    expect(() => JSON.parse(broken)).toThrow();

    await fault({ kind: 'huge', bytes: 5_000_000 });
    expect((await read()).text.length).toBeGreaterThan(5_000_000);

    await fault({ kind: 'nulls' });
    const { value } = JSON.parse((await read()).text) as { value: Array<{ properties: Record<string, unknown> }> };
    expect(value[0]?.properties['privateLinkServiceUrl']).toBeNull();

    await fault({ kind: 'oddCasing' });
    const odd = (await read()).text;
    expect(odd).toContain('/resourcegroups/observability/providers/MICROSOFT.Dashboard/grafana/');
    expect(odd).toContain('"name":"loki-aks"');
  });

  it('delays', async () => {
    await fault({ kind: 'delay', milliseconds: 300 });
    const start = Date.now();
    await read();
    expect(Date.now() - start).toBeGreaterThanOrEqual(290);
  });

  it('says what is wrong with a fault it does not understand', async () => {
    const adding = controlOf(azure).call('POST', '/faults', { path: '(', effect: { kind: 'status', status: 999 } });
    await expect(adding).rejects.toThrow(/400.*is not a regular expression/s);
  });
});
