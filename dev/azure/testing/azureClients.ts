import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DashboardManagementClient } from '@azure/arm-dashboard';
import { ClientSecretCredential, type TokenCredential } from '@azure/identity';
import { demo } from '../demo';
import { startAzure, type AzureStandIn } from '../startAzure';

/** A stand-in of its own, with its files in a fresh temporary folder. */
export async function startTestAzure(): Promise<AzureStandIn> {
  return startAzure({ directory: await mkdtemp(path.join(tmpdir(), 'azure-')) });
}

/** What a client needs of a stand-in, whatever process it runs in. */
type Reachable = Pick<AzureStandIn, 'urls' | 'caFile'>;

export const trust = (azure: Reachable) => ({ tlsOptions: { ca: readFileSync(azure.caFile, 'utf8') } });
const noRetries = { retryOptions: { maxRetries: 0 } };

interface SignInOptions {
  tenantId?: string;
  clientId?: string;
  clientSecret?: string;
}

/** Microsoft's own credential, signing in to the stand-in. */
export function secretCredential(azure: Reachable, options: SignInOptions = {}): ClientSecretCredential {
  const { tenantId = demo.tenantId, clientId = demo.clientId, clientSecret = demo.clientSecret } = options;
  return new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: azure.urls.entra,
    disableInstanceDiscovery: true,
    ...trust(azure),
    ...noRetries,
  });
}

/** Microsoft's own Resource Manager client for Grafana workspaces; it does not retry unless told to. */
export function dashboardClient(
  azure: Reachable,
  credential: TokenCredential = secretCredential(azure),
  retries = 0
): DashboardManagementClient {
  return new DashboardManagementClient(credential, demo.observabilitySubscriptionId, {
    endpoint: azure.urls.resourceManager,
    credentialScopes: `${azure.urls.resourceManager}/.default`,
    retryOptions: { maxRetries: retries, retryDelayInMs: 1 },
    tlsOptions: trust(azure).tlsOptions,
  });
}

export async function armToken(
  azure: Reachable,
  credential: TokenCredential = secretCredential(azure)
): Promise<string> {
  const token = await credential.getToken(`${azure.urls.resourceManager}/.default`);
  if (!token) {
    throw new Error('no token');
  }
  return token.token;
}
