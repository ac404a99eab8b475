/** @jest-environment node */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import { generateKeyPair } from 'jose';
import { generate } from 'selfsigned';
import { demo } from '../demo';
import { type AzureStandIn } from '../startAzure';
import { dashboardClient, startTestAzure, trust } from '../testing/azureClients';
import { controlOf } from '../testing/control';
import { federatedToken } from './material';

let azure: AzureStandIn;
beforeAll(async () => {
  azure = await startTestAzure();
});
afterAll(() => azure.close());
beforeEach(() => controlOf(azure).reset());

const options = () => ({
  authorityHost: azure.urls.entra,
  disableInstanceDiscovery: true,
  retryOptions: { maxRetries: 0 },
  ...trust(azure),
});

const readsWith = async (credential: TokenCredential) =>
  (await dashboardClient(azure, credential).grafana.get(demo.resourceGroup, demo.workspaces.main)).name;

const withCertificate = (pem: string, clientId: string = demo.clientId) =>
  new ClientCertificateCredential(demo.tenantId, clientId, { certificate: pem }, options());

describe('signing in with a certificate', () => {
  const registered = async () =>
    (
      await Promise.all(
        [azure.signIn.certificateFile, azure.signIn.privateKeyFile].map((file) => readFile(file, 'utf8'))
      )
    ).join('\n');

  it('works with the registered one', async () => {
    expect(await readsWith(withCertificate(await registered()))).toBe(demo.workspaces.main);
  });

  it('is refused with another, and for an app that has none', async () => {
    const other = await generate([{ name: 'commonName', value: 'other' }], { keyType: 'rsa', algorithm: 'sha256' });
    await expect(readsWith(withCertificate(`${other.cert}\n${other.private}`))).rejects.toThrow('AADSTS700027');
    const forged = `${await readFile(azure.signIn.certificateFile, 'utf8')}\n${other.private}`;
    await expect(readsWith(withCertificate(forged))).rejects.toThrow('AADSTS700027');
    await expect(readsWith(withCertificate(await registered(), demo.readerClientId))).rejects.toThrow('AADSTS700027');
  });

  it('is refused while the app is switched off', async () => {
    await controlOf(azure).call('PATCH', `/identities/${demo.clientId}`, { disabled: true });
    await expect(readsWith(withCertificate(await registered()))).rejects.toThrow('AADSTS7000112');
  });
});

describe('signing in with a workload identity', () => {
  const withToken = async (token?: string) => {
    const tokenFilePath = path.join(await mkdtemp(path.join(tmpdir(), 'token-')), 'token');
    await writeFile(tokenFilePath, token ?? (await readFile(azure.signIn.federatedTokenFile, 'utf8')));
    return new WorkloadIdentityCredential({
      tenantId: demo.tenantId,
      clientId: demo.clientId,
      tokenFilePath,
      ...options(),
    });
  };

  it("works with the cluster's token", async () => {
    expect(await readsWith(await withToken())).toBe(demo.workspaces.main);
  });

  it.each([
    ['another issuer', { issuer: 'https://elsewhere.example/' }, 'AADSTS700211'],
    ['another subject', { subject: 'system:serviceaccount:default:other' }, 'AADSTS700213'],
    ['a forged signature', {}, 'AADSTS700027'],
  ])('is refused with %s', async (_, claims, number) => {
    const { privateKey } = await generateKeyPair('RS256');
    await expect(readsWith(await withToken(await federatedToken(privateKey, claims)))).rejects.toThrow(number);
  });

  it('is refused with something that is no token', async () => {
    const credential = new ClientAssertionCredential(
      demo.tenantId,
      demo.clientId,
      () => Promise.resolve('nonsense'),
      options()
    );
    await expect(readsWith(credential)).rejects.toThrow('AADSTS50027');
  });
});

describe('signing in with a managed identity', () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });
  const onMachine = () => Object.assign(process.env, azure.signIn.managedIdentity);

  it('works for the system-assigned one, and for one named by its client id', async () => {
    onMachine();
    expect(await readsWith(new ManagedIdentityCredential(options()))).toBe(demo.workspaces.main);
    const named = new ManagedIdentityCredential({ clientId: demo.managedClientId, ...options() });
    expect(await readsWith(named)).toBe(demo.workspaces.main);
    const { count } = await controlOf(azure).requests({ host: 'managedIdentity' });
    expect(count).toBe(2);
  });

  it('is refused with an unknown client id', async () => {
    onMachine();
    const credential = new ManagedIdentityCredential({ clientId: demo.clientId, ...options() });
    await expect(readsWith(credential)).rejects.toThrow('No User Assigned or Delegated Managed Identity found');
  });

  // The library remembers the header for the whole process, so this one asks without it.
  it('is refused with a wrong header', async () => {
    const url = `${azure.signIn.managedIdentity.IDENTITY_ENDPOINT}?api-version=2019-08-01&resource=https://management.azure.com/`;
    expect((await fetch(url, { headers: { 'x-identity-header': 'guess' } })).status).toBe(401);
    expect((await fetch(url)).status).toBe(401);
  });
});
