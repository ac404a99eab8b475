import { createAdaptorServer } from '@hono/node-server';
import { type Server } from 'node:http';
import path from 'node:path';

import { type DataSourceHealthCheck, noDataSourceBackends } from '../grafana/dataSourceHealth';
import { listenOn } from '../listenOn';
import { root } from '../tasks/paths';
import { alertQueries } from './alerting/alertQueries';
import { startSchedule } from './alerting/schedule';
import { previewApp } from './app';
import { type AzureIni, defaultAzureIni, pluginEnvironment } from './backend/environment';
import { PluginSupervisor } from './backend/supervisor';
import { buildHost } from './buildHost';
import { type Demonstration } from './demonstration';
import { type GrafanaLineName, grafanaLine } from './grafanaLine';
import { backendBinary, readManifest } from './manifest';
import { type Preview } from './preview';
import { createState, nothingProvisioned, readProvisioning } from './state/provisioning';
import { Sessions, Users } from './state/users';

export interface PreviewOptions {
  /** Absent or 0 takes a free one. */
  port?: number;
  /** The path of `root_url` in grafana.ini, such as /grafana: all is served below it (`serve_from_sub_path`). */
  subPath?: string;
  /** What grafana.ini would hold in [azure]. */
  azure?: Partial<AzureIni>;
  /** What grafana.ini would hold for the plugin itself: `allowed_workspaces` becomes GF_PLUGIN_ALLOWED_WORKSPACES. */
  pluginIni?: Record<string, string>;
  /** Host variables that the backend gets as well, such as SSL_CERT_FILE (`forward_host_env_vars`). */
  forwarded?: Record<string, string>;
  /** Provisioning directory; false begins with an unconfigured Grafana. */
  provisioning?: string | false;
  /** Where $NAME in provisioning files comes from. */
  environment?: Record<string, string | undefined>;
  grafana?: GrafanaLineName;
  /** Folder of the built plugin. */
  distDir?: string;
  /** The development build of React, which warns in the console about what production only suffers. */
  reactDevelopment?: boolean;
  checkDataSource?: DataSourceHealthCheck;
  /** What the start page introduces; it may change the running preview. */
  demonstration?: (preview: () => Preview) => Demonstration;
  /** Gets the backend's log, line by line. */
  log?: (line: string) => void;
}

export interface RunningPreview {
  /** http://localhost:<port>, and the sub path. */
  url: string;
  /** Takes a new binary into use. */
  restartBackend(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs the built plugin without Grafana. Resolves once host page, plugin and backend answer.
 * @throws Error when the plugin isn't built, the port is taken (EADDRINUSE), or the backend doesn't start.
 */
export async function startPreview(options: PreviewOptions = {}): Promise<RunningPreview> {
  const { distDir = path.join(root, 'dist'), log = () => undefined, subPath = '' } = options;
  const grafana = grafanaLine(options.grafana ?? '12');
  const manifest = await readManifest(distDir);
  const azure = { ...defaultAzureIni, ...options.azure };
  const environment = options.environment ?? process.env;
  const { provisioning = path.join(root, 'provisioning') } = options;
  const provisioned = async () =>
    createState(
      manifest.id,
      provisioning === false ? nothingProvisioned : await readProvisioning(provisioning, environment),
      Date.now()
    );
  const backend = new PluginSupervisor({
    binary: backendBinary(distDir, manifest.executable ?? ''),
    environment: () =>
      pluginEnvironment({
        grafanaVersion: grafana.version,
        azure: preview.azure,
        pluginIni: options.pluginIni ?? {},
        forwarded: options.forwarded ?? {},
      }),
    log,
  });
  const preview: Preview = {
    url: '',
    subPath,
    grafana,
    manifest,
    distDir,
    hostDir: await buildHost(grafana, options.reactDevelopment ? 'development' : 'production'),
    azure,
    users: new Users(),
    sessions: new Sessions(),
    state: await provisioned(),
    backend,
    checkDataSource: options.checkDataSource ?? noDataSourceBackends,
    demonstration: options.demonstration?.(() => preview),
    reset: async () => {
      preview.state = await provisioned();
      preview.azure = azure;
      // It remembers what it read and when it last refreshed.
      await backend.restart();
    },
  };

  await backend.start();
  try {
    const server = createAdaptorServer(previewApp(preview)) as Server;
    const { port, close } = await listenOn(server, '127.0.0.1', options.port ?? 0);
    preview.url = `http://localhost:${port}`;
    const stopSchedule = startSchedule(() => preview.state.alerting, alertQueries(preview));
    return {
      url: preview.url + subPath,
      restartBackend: () => backend.restart(),
      close: async () => {
        stopSchedule();
        await close();
        await backend.stop();
      },
    };
  } catch (error) {
    await backend.stop();
    throw error;
  }
}
