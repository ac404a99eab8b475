import { type AppPlugin, type AppPluginMeta } from '@grafana/data';
import { config, getBackendSrv } from '@grafana/runtime';

/** The app this preview is for: the only one in its settings. */
export function previewedApp(): { id: string; path: string; version: string } {
  const [app] = Object.values(config.apps);
  if (!app) {
    throw new Error('The preview has no app');
  }
  return app;
}

let loading: Promise<AppPlugin> | undefined;

/** Loads the plugin's module and its settings as Grafana does; once per page. */
export function loadPlugin(): Promise<AppPlugin> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<AppPlugin> {
  const { id, path, version } = previewedApp();
  const [meta, module] = await Promise.all([
    getBackendSrv().get<AppPluginMeta>(`/api/plugins/${id}/settings`, undefined, undefined, { showErrorAlert: false }),
    System.import(new URL(`${path}?_cache=${version}`, document.baseURI).href),
  ]);
  const plugin: AppPlugin | undefined = module.plugin;
  if (!plugin) {
    throw new Error('module.js does not export "plugin"');
  }
  plugin.init(meta);
  plugin.meta = meta;
  return plugin;
}
