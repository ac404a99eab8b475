/** @jest-environment node */
import { demo } from '../demo';
import { type AzureStandIn } from '../startAzure';
import { secretCredential, startTestAzure } from '../testing/azureClients';
import { rawRequest } from '../testing/rawRequest';

let azure: AzureStandIn;
beforeAll(async () => {
  azure = await startTestAzure();
});
afterAll(() => azure.close());

const unknownId = '11111111-2222-4333-8444-555555555555';
const scope = () => `${azure.urls.resourceManager}/.default`;

describe('signing in with @azure/identity', () => {
  it('gets a token for Resource Manager that runs out', async () => {
    const token = await secretCredential(azure).getToken(scope());
    const claims = JSON.parse(Buffer.from(token.token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    expect(claims).toMatchObject({ aud: azure.urls.resourceManager, appid: demo.clientId, tid: demo.tenantId });
    expect(token.expiresOnTimestamp).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it('gets a token for the workspace Grafana', async () => {
    const token = await secretCredential(azure).getToken('https://dashboard.azure.com/.default');
    expect(token.token).toBeTruthy();
  });

  it.each([
    ['a wrong secret', { clientSecret: 'guess' }, 'AADSTS7000215'],
    ['an expired secret', { clientSecret: demo.expiredClientSecret }, 'AADSTS7000222'],
    ['an unknown app', { clientId: unknownId }, 'AADSTS700016'],
    // The library asks for a tenant's discovery document first and words its absence itself.
    ['an unknown tenant', { tenantId: unknownId }, 'endpoints_resolution_error'],
  ])('is told about %s', async (_, options, text) => {
    await expect(secretCredential(azure, options).getToken(scope())).rejects.toThrow(text);
  });

  it('is refused a token for something that is not registered', async () => {
    const asking = secretCredential(azure).getToken('https://vault.azure.net/.default');
    await expect(asking).rejects.toThrow('AADSTS500011');
  });
});

describe('the token endpoint on the wire', () => {
  const post = (form: Record<string, string>, tenant: string = demo.tenantId) =>
    rawRequest(azure, `${azure.urls.entra}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  const client = { grant_type: 'client_credentials', client_id: demo.clientId };

  it.each([
    ['no secret', { ...client, scope: 'https://management.azure.com/.default' }, 'invalid_client', 7000218],
    ['no scope', { ...client, client_secret: demo.clientSecret }, 'invalid_request', 900144],
    [
      'a scope without /.default',
      { ...client, client_secret: demo.clientSecret, scope: 'x' },
      'invalid_scope',
      1002012,
    ],
    ['another grant', { ...client, grant_type: 'password' }, 'unsupported_grant_type', 70003],
  ])('refuses a request with %s in its own envelope', async (_, form, code, number) => {
    const answer = await post(form);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: code,
      error_codes: [number],
      error_description: expect.stringMatching(/^AADSTS\d+: .+ Trace ID: .+ Correlation ID: .+ Timestamp: .+Z$/),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
    });
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, demo.tenantId, 401, 7000215],
    ['an expired secret', { client_secret: demo.expiredClientSecret }, demo.tenantId, 401, 7000222],
    ['an unknown app', { client_id: unknownId, client_secret: 'x' }, demo.tenantId, 400, 700016],
    ['an unknown tenant', { client_secret: demo.clientSecret }, unknownId, 400, 90002],
  ])('refuses %s with its number', async (_, form, tenant, status, number) => {
    const answer = await post({ ...client, scope: scope(), ...form }, tenant);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ error_codes: [number] });
  });

  it('names its own endpoints in the discovery documents', async () => {
    const configuration = await rawRequest(
      azure,
      `${azure.urls.entra}/${demo.tenantId}/v2.0/.well-known/openid-configuration`
    );
    expect(JSON.parse(configuration.text)).toMatchObject({
      token_endpoint: `${azure.urls.entra}/${demo.tenantId}/oauth2/v2.0/token`,
    });
    const instance = await rawRequest(azure, `${azure.urls.entra}/common/discovery/instance?api-version=1.1`);
    expect(JSON.parse(instance.text)).toMatchObject({ metadata: [{ aliases: [new URL(azure.urls.entra).host] }] });
  });
});
