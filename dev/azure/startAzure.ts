import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DataSourceHealthCheck } from '../grafana/dataSourceHealth';
import { type Listener } from '../listenOn';
import { type Connection } from './applyFault';
import { createCertificateAuthority, type ServerCertificate } from './certificates';
import { type Context, type Urls, createContext } from './context';
import { controlApp } from './control/app';
import { demo } from './demo';
import { entraApp } from './entra/app';
import { writeMaterial, type SignInFiles } from './entra/material';
import { grafanaApp } from './grafana/app';
import { listen, observed } from './listener';
import { managedIdentityPath, managedIdentityApp } from './managedIdentity/app';
import { checkHealth } from './network/health';
import { startProxy } from './network/proxy';
import { Stores } from './network/stores';
import { type Host } from './requestLog';
import { resourceManagerApp } from './resourceManager/app';

export interface AzureOptions {
  /** Ports to listen on; absent or 0 takes a free one. */
  ports?: Partial<Record<keyof Urls, number>>;
  /** The name in the URLs and the certificate. */
  hostname?: string;
  /** The address to listen on; only this machine's own by default. */
  address?: string;
  /** Where run-time files go: the authority's certificate, and what identities sign in with. */
  directory?: string;
}

export interface AzureStandIn {
  urls: Urls;
  /** PEM file of the authority that signed the stand-in's certificates, for SSL_CERT_FILE or NODE_EXTRA_CA_CERTS. */
  caFile: string;
  /** JSON for GFAZPL_AZURE_CLOUDS_CONFIG. */
  cloudsConfig: string;
  /** What a sign-in without a secret needs: files, and the environment of a machine with a managed identity. */
  signIn: SignInFiles & { managedIdentity: { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string } };
  /**
   * Health checks for the Grafana at this origin: from the managed network where it is the workspace's own, from
   * outside of it elsewhere.
   */
  dataSourceHealthAt(origin: () => string): DataSourceHealthCheck;
  close(): Promise<void>;
}

/** Starts the stand-in for Azure. Rejects with EADDRINUSE when a given port is taken. */
export async function startAzure(options: AzureOptions = {}): Promise<AzureStandIn> {
  const { ports = {}, hostname = 'localhost', address = '127.0.0.1', directory = '.dev/azure' } = options;
  const authority = await createCertificateAuthority();
  const certificate = await authority.issue([...new Set([hostname, 'localhost', '127.0.0.1', '::1'])]);
  const context = await createContext();

  const signIn = await writeMaterial(directory, context.material);
  const caFile = path.resolve(directory, 'ca.pem');
  await writeFile(caFile, authority.cert);

  const stores = new Stores(authority, context.clock);
  const listeners = await startListeners(context, stores, certificate, address, ports);
  const { resourceManager, entra, grafana, control, network } = listeners;
  Object.assign(context.urls, {
    resourceManager: `https://${hostname}:${resourceManager.port}`,
    entra: `https://${hostname}:${entra.port}`,
    grafana: `https://${hostname}:${grafana.port}`,
    control: `http://${hostname}:${control.port}`,
    network: `http://${demo.workspaces.main}@${hostname}:${network.port}`,
  });
  context.checkDataSource = (source, workspace) =>
    checkHealth(source, `http://${workspace}@${address}:${network.port}`, caFile);
  return {
    urls: context.urls,
    caFile,
    cloudsConfig: JSON.stringify([cloudSettings(context.urls)]),
    signIn: { ...signIn, managedIdentity: managedIdentityEnvironment(context) },
    dataSourceHealthAt: (origin) => (source) => context.checkDataSource(source, networkOf(context, origin())),
    close: async () => {
      await Promise.all(Object.values(listeners).map((listener) => listener.close()));
    },
  };
}

/** How a Grafana operator would describe this cloud in `[azure] clouds_config`. */
export function cloudSettings(urls: { entra: string; resourceManager: string; control?: string }) {
  return {
    name: demo.cloudName,
    displayName: demo.cloudDisplayName,
    aadAuthority: `${urls.entra}/`,
    properties: { resourceManager: urls.resourceManager, portal: urls.control },
  };
}

const managedIdentityEnvironment = ({ urls, material }: Context) => ({
  IDENTITY_ENDPOINT: `${urls.control}${managedIdentityPath}`,
  IDENTITY_HEADER: material.identityHeader,
});

/** The workspace whose own Grafana is at this origin; empty when there is none. */
const networkOf = ({ world }: Context, origin: string): string =>
  world.workspaces.find(({ endpoint }) => endpoint !== undefined && new URL(endpoint).origin === origin)?.name ?? '';

/** Azure's hosts over https; the control origin and the closed network's proxy over plain http. */
async function startListeners(
  context: Context,
  stores: Stores,
  certificate: ServerCertificate,
  address: string,
  ports: Partial<Record<keyof Urls, number>>
): Promise<Record<keyof Urls, Listener>> {
  const azureHost = (
    host: Exclude<Host, 'managedIdentity'>,
    app: { fetch: (request: Request) => Response | Promise<Response> }
  ) => listen(observed(app.fetch, { host, ...context }), address, ports[host] ?? 0, certificate);
  return {
    resourceManager: await azureHost('resourceManager', resourceManagerApp(context)),
    entra: await azureHost('entra', entraApp(context)),
    grafana: await azureHost('grafana', grafanaApp(context)),
    control: await listen(controlOrigin(context), address, ports.control ?? 0),
    network: await startProxy(context, stores, address, ports.network ?? 0),
  };
}

/** Control routes, and the managed identity endpoint, which speaks plain http to its own machine too. */
function controlOrigin(context: Context) {
  const control = controlApp(context);
  const managedIdentity = observed(managedIdentityApp(context).fetch, { host: 'managedIdentity', ...context });
  return (request: Request, connection: Connection) =>
    new URL(request.url).pathname === managedIdentityPath
      ? managedIdentity(request, connection)
      : control.fetch(request);
}
