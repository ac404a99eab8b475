import path from 'node:path';

import { clientSecretSettings, demo, demoWorkspaceId } from '../azure/demo';
import { startTestAzure } from '../azure/testing/azureClients';
import { controlOf } from '../azure/testing/control';
import { type AzureIni, defaultAzureIni, pluginEnvironment } from '../preview/backend/environment';
import { pluginContext } from '../preview/backend/pluginContext';
import { PluginSupervisor } from '../preview/backend/supervisor';
import { backendBinary, readManifest } from '../preview/manifest';
import { type StoredPluginSettings } from '../preview/state/pluginSettings';
import { Users } from '../preview/state/users';
import { buildIfChanged } from '../tasks/buildIfChanged';
import { backend as backendPart } from '../tasks/buildParts';
import { root } from '../tasks/paths';

/** An answer of the backend; `status` is 0 when it broke off without one, as when its process was killed. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export type Ask = (method: string, route: string, body?: unknown) => Promise<Answer>;

/** The built backend, spoken to over its own protocol, with a stand-in for Azure behind it. */
export interface TestBackend {
  ask: Ask;
  control: ReturnType<typeof controlOf>;
  /** Changes the stored settings until the next reset. */
  configure(change: { workspaceId?: string; tenantId?: string; clientId?: string; clientSecret?: string }): void;
  /** Stand-in, settings and faults as at the start, and a backend that remembers no token. */
  reset(): Promise<void>;
  kill(): Promise<void>;
  /** A new process, which remembers nothing. */
  restart(): Promise<void>;
  /** What the backend logged so far. */
  log(): string;
  close(): Promise<void>;
}

/** Settings with which everything works. */
export const workingSettings = () => ({
  workspaceId: demoWorkspaceId(),
  tenantId: demo.tenantId as string,
  clientId: demo.clientId as string,
  clientSecret: demo.clientSecret as string,
});

/** Builds the backend if its sources changed, and starts it. */
export async function startBackend(): Promise<TestBackend> {
  await buildIfChanged({ quiet: true, parts: [backendPart] });
  const [admin] = new Users().list();
  const manifest = await readManifest(path.join(root, 'src'));
  const standIn = await startTestAzure();
  const control = controlOf(standIn);
  const azure: AzureIni = { ...defaultAzureIni, cloudsConfig: standIn.cloudsConfig, forwardSettings: true };
  const log: string[] = [];
  const supervisor = new PluginSupervisor(
    {
      binary: backendBinary(path.join(root, 'dist'), manifest.executable ?? ''),
      environment: () =>
        pluginEnvironment({
          grafanaVersion: '12.4.10',
          azure,
          pluginIni: {},
          forwarded: { SSL_CERT_FILE: standIn.caFile },
        }),
      log: (line) => log.push(line),
    },
    200
  );
  await supervisor.start();

  let configured = workingSettings();
  let updated = 1;
  const settings = (): StoredPluginSettings => ({
    enabled: true,
    pinned: true,
    ...clientSecretSettings(configured.workspaceId, configured),
    updated,
  });

  let asked = 0;
  const ask: Ask = async (method, route, body) => {
    const [pathname = ''] = route.split('?');
    // One read serves all who ask for the same within two seconds: no two ask for the same here.
    const url = method === 'GET' ? `${route}${route.includes('?') ? '&' : '?'}asked=${++asked}` : route;
    const client = supervisor.connection();
    if (!client || !admin) {
      return { status: 0, body: {} };
    }
    const parts = client.callResource({
      pluginContext: pluginContext({
        pluginId: manifest.id,
        pluginVersion: '1.0.0',
        grafanaVersion: '12.4.10',
        appUrl: 'http://localhost:3000/',
        azure,
        settings: settings(),
        user: admin,
      }),
      path: pathname,
      method,
      url,
      headers: { 'Content-Type': { values: ['application/json'] } },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    });
    try {
      for await (const part of parts) {
        return { status: part.code, body: JSON.parse(Buffer.from(part.body).toString()) };
      }
    } catch {
      // The process went away; Grafana answers 500 of its own then.
    }
    return { status: 0, body: {} };
  };

  return {
    ask,
    control,
    configure: (change) => {
      configured = { ...configured, ...change };
      updated += 1;
    },
    reset: async () => {
      configured = workingSettings();
      updated += 1;
      await supervisor.restart();
      await control.call('DELETE', '/faults');
      await control.reset();
      await control.turn({ operationSeconds: 0, dialTimeoutSeconds: 0.2 });
    },
    kill: () => supervisor.kill(),
    restart: () => supervisor.restart(),
    log: () => log.join('\n'),
    close: async () => {
      await supervisor.stop();
      await standIn.close();
    },
  };
}
