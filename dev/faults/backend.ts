import path from 'node:path';

import { clientSecretSettings, demo, demoWorkspaceId } from '../azure/demo';
import { type AzureStandIn } from '../azure/startAzure';
import { startTestAzure } from '../azure/testing/azureClients';
import { controlOf } from '../azure/testing/control';
import { type AzureIni, defaultAzureIni, pluginEnvironment } from '../preview/backend/environment';
import { dataSourceContext, pluginContext } from '../preview/backend/pluginContext';
import { PluginSupervisor } from '../preview/backend/supervisor';
import { backendBinary, readManifest } from '../preview/manifest';
import { type StoredPluginSettings } from '../preview/state/pluginSettings';
import { type PreviewUser, Users } from '../preview/state/users';
import { type DataSourceCommand, parseDataSourceCommand } from '../grafana/dataSourceCommand';
import { DataSources } from '../grafana/dataSources';
import { DATA_SOURCE_ID } from '../../src/constants';
import { type AutomaticRefresh } from '../../src/domain/following';
import { buildIfChanged } from '../tasks/buildIfChanged';
import { backend as backendPart } from '../tasks/buildParts';
import { root } from '../tasks/paths';

/** An answer of the backend; `status` is 0 when it broke off without one, as when its process was killed. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Calls a route as an admin, or with the method QUERY the data source as a Viewer, for the type of query that the route names. */
export type Ask = (method: string, route: string, body?: unknown) => Promise<Answer>;

/** A call as someone may send it. */
export interface RawCall {
  login: 'admin' | 'editor' | 'viewer' | 'serveradmin';
  method: string;
  /** Path and query. */
  route: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
}

/** The built backend, spoken to over its own protocol, with a stand-in for Azure behind it. */
export interface TestBackend {
  ask: Ask;
  /** Sends a call as it is; `status` is 0 where no answer came. */
  send(call: RawCall): Promise<{ status: number; text: string }>;
  /** Asks its data source one query of a type. A failure counts for some seconds, so the next one asks a new process. */
  query(queryType: string): Promise<Answer>;
  control: ReturnType<typeof controlOf>;
  /** For another server beside this one, and clients of other kinds. */
  standIn: AzureStandIn;
  /** Changes the stored settings until the next reset. */
  configure(change: Partial<ReturnType<typeof workingSettings>>): void;
  /** Stand-in, settings and faults as at the start, and a backend that remembers no token. */
  reset(): Promise<void>;
  kill(): Promise<void>;
  /** A new process, which remembers nothing. */
  restart(): Promise<void>;
  /** The process id; undefined while it is down. */
  pid(): number | undefined;
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
  approveRequests: true,
});

interface Options {
  /** What grafana.ini holds for the plugin. */
  pluginIni?: Record<string, string>;
  /** Of another server, which closes it; otherwise this one has its own. */
  standIn?: AzureStandIn;
  /** The data source's setting. */
  automaticRefresh?: AutomaticRefresh;
}

/** Builds the backend if its sources changed, and starts it. */
export async function startBackend(options: Options = {}): Promise<TestBackend> {
  const { pluginIni = {}, automaticRefresh = 'off' } = options;
  await buildIfChanged({ quiet: true, parts: [backendPart] });
  const users = new Users();
  const viewer = users.byLogin('viewer') as PreviewUser;
  const manifest = await readManifest(path.join(root, 'src'));
  const standIn = options.standIn ?? (await startTestAzure());
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
          pluginIni,
          forwarded: { SSL_CERT_FILE: standIn.caFile },
        }),
      log: (line) => log.push(line),
    },
    200
  );
  await supervisor.start();

  let configured = workingSettings();
  let updated = 1;
  const settings = (): StoredPluginSettings => {
    const { jsonData, secureJsonData } = clientSecretSettings(configured.workspaceId, configured);
    const { approveRequests } = configured;
    return { enabled: true, pinned: true, jsonData: { ...jsonData, approveRequests }, secureJsonData, updated };
  };

  const contextSource = (user: PreviewUser) => ({
    pluginId: manifest.id,
    pluginVersion: '1.0.0',
    grafanaVersion: '12.4.10',
    appUrl: 'http://localhost:3000/',
    azure,
    settings: settings(),
    user,
  });

  let failed = false;
  const query = async (queryType: string): Promise<Answer> => {
    if (failed) {
      await supervisor.restart();
    }
    const { jsonData, secureJsonData } = settings();
    const { workspaceId, azureCredentials } = jsonData ?? {};
    const command = parseDataSourceCommand({
      ...{ uid: 'monitoring', name: 'Monitoring', type: DATA_SOURCE_ID, access: 'proxy', secureJsonData },
      jsonData: { workspaces: [workspaceId], automaticRefresh, azureCredentials },
    }) as DataSourceCommand;
    const source = new DataSources().add(command, false);
    const asked = {
      refId: 'A',
      timeRange: { fromEpochMS: 0, toEpochMS: Date.now() },
      json: Buffer.from(JSON.stringify({ queryType })),
    };
    const context = dataSourceContext(contextSource(viewer), source);
    const answers = await supervisor
      .connection()
      ?.queryData(context, [asked])
      .catch(() => undefined);
    const { status = 0, error = '', frames = [] } = answers?.A ?? {};
    failed = !answers || error !== '';
    return failed ? { status, body: { message: error } } : { status: 200, body: { frames: frames.length } };
  };

  let asked = 0;
  const send = async ({ login, method, route, headers = {}, body = Buffer.from('') }: RawCall) => {
    const [pathname = ''] = route.split('?');
    const client = supervisor.connection();
    const user = users.byLogin(login);
    if (!client || !user) {
      return { status: 0, text: '' };
    }
    const parts = client.callResource({
      pluginContext: pluginContext(contextSource(user)),
      path: pathname,
      method,
      url: route,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { values: [value] }])),
      body,
    });
    try {
      for await (const part of parts) {
        return { status: part.code, text: Buffer.from(part.body).toString() };
      }
    } catch {
      // The process went away, or took no message of this size; Grafana answers 500 of its own then.
    }
    return { status: 0, text: '' };
  };

  const ask: Ask = async (method, route, body) => {
    if (method === 'QUERY') {
      return query(route);
    }
    // One read serves all who ask for the same within two seconds: no two ask for the same here.
    const fresh = method === 'GET' ? `${route}${route.includes('?') ? '&' : '?'}asked=${++asked}` : route;
    const { status, text } = await send({
      login: 'admin',
      method,
      route: fresh,
      headers: { 'Content-Type': 'application/json' },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    });
    return { status, body: text ? (JSON.parse(text) as Answer['body']) : {} };
  };

  return {
    ask,
    send,
    query,
    standIn,
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
    pid: () => supervisor.pid(),
    log: () => log.join('\n'),
    close: async () => {
      await supervisor.stop();
      await (options.standIn ? undefined : standIn.close());
    },
  };
}
