import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Connection } from './applyFault';
import { createCertificateAuthority } from './certificates';
import { Clock } from './clock';
import { type Context, type Urls } from './context';
import { controlApp } from './control/app';
import { demo } from './demo';
import { demoWorld } from './demo/world';
import { entraApp } from './entra/app';
import { createMaterial, writeMaterial, type SignInFiles } from './entra/material';
import { TokenAuthority } from './entra/tokens';
import { Faults } from './faults';
import { grafanaApp } from './grafana/app';
import { defaultKnobs } from './knobs';
import { listen, observed } from './listener';
import { managedIdentityApp, managedIdentityPath } from './managedIdentity/app';
import { RequestLog, type Host } from './requestLog';
import { resourceManagerApp } from './resourceManager/app';
import { StatusUrls } from './statusUrls';

export interface AzureOptions {
  /** Ports to listen on; absent or 0 takes a free one. */
  ports?: Partial<Record<keyof Urls, number>>;
  /** The name in the URLs and the certificate. */
  hostname?: string;
  /** The address to listen on; only this machine's own by default. */
  address?: string;
  /** Where run-time files go (the authority's certificate). */
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
  close(): Promise<void>;
}

/** Starts the stand-in for Azure. Rejects with EADDRINUSE when a given port is taken. */
export async function startAzure(options: AzureOptions = {}): Promise<AzureStandIn> {
  const { ports = {}, hostname = 'localhost', address = '127.0.0.1', directory = '.dev/azure' } = options;
  const authority = await createCertificateAuthority();
  const certificate = await authority.issue([...new Set([hostname, 'localhost', '127.0.0.1', '::1'])]);
  const context = await createContext();

  const azureHost = (
    host: Exclude<Host, 'managedIdentity'>,
    fetch: (request: Request) => Response | Promise<Response>
  ) => listen(observed(fetch, { host, ...context }), address, ports[host] ?? 0, certificate);
  const listeners = {
    resourceManager: await azureHost('resourceManager', resourceManagerApp(context).fetch),
    entra: await azureHost('entra', entraApp(context).fetch),
    grafana: await azureHost('grafana', grafanaApp().fetch),
    control: await listen(controlOrigin(context), address, ports.control ?? 0),
  };
  Object.assign(context.urls, {
    resourceManager: `https://${hostname}:${listeners.resourceManager.port}`,
    entra: `https://${hostname}:${listeners.entra.port}`,
    grafana: `https://${hostname}:${listeners.grafana.port}`,
    control: `http://${hostname}:${listeners.control.port}`,
  });

  const signIn = await writeMaterial(directory, context.material);
  const caFile = path.resolve(directory, 'ca.pem');
  await writeFile(caFile, authority.cert);
  return {
    urls: context.urls,
    caFile,
    cloudsConfig: JSON.stringify([cloudSettings(context.urls)]),
    signIn: {
      ...signIn,
      managedIdentity: {
        IDENTITY_ENDPOINT: `${context.urls.control}${managedIdentityPath}`,
        IDENTITY_HEADER: context.material.identityHeader,
      },
    },
    close: async () => {
      await Promise.all(Object.values(listeners).map((listener) => listener.close()));
    },
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

async function createContext(): Promise<Context> {
  const clock = new Clock();
  const material = await createMaterial();
  return {
    clock,
    faults: new Faults(),
    knobs: defaultKnobs(),
    plannedFailures: [],
    requests: new RequestLog(),
    statusUrls: new StatusUrls(),
    tokens: await TokenAuthority.create(),
    urls: { resourceManager: '', entra: '', grafana: '', control: '' },
    material,
    world: demoWorld(clock, material),
  };
}

/** How a Grafana operator would describe this cloud in `[azure] clouds_config`. */
function cloudSettings(urls: Urls) {
  return {
    name: demo.cloudName,
    displayName: demo.cloudDisplayName,
    aadAuthority: `${urls.entra}/`,
    properties: { resourceManager: urls.resourceManager, portal: urls.control },
  };
}
