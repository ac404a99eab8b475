import { DataSources } from '../../grafana/dataSources';
import { type StoredPluginSettings, noPluginSettings, wholeSeconds } from './pluginSettings';
import { type Provisioning } from './provisioning';

/** What a reset puts back: settings and data sources. Users and sessions stay, nobody is signed out. */
export interface PreviewState {
  settings: StoredPluginSettings;
  dataSources: DataSources;
}

/** A Grafana after its first start with these provisioning files; `now` in milliseconds since 1970. */
export function createState(pluginId: string, provisioning: Provisioning, now: number): PreviewState {
  const updated = wholeSeconds(now);
  const app = provisioning.apps.find(({ type }) => type === pluginId);
  const dataSources = new DataSources();
  for (const { command, editable } of provisioning.dataSources) {
    dataSources.add(command, !editable);
  }
  if (!app) {
    return { settings: { ...noPluginSettings, updated }, dataSources };
  }
  const { disabled, jsonData, secureJsonData } = app;
  return { settings: { enabled: !disabled, pinned: true, jsonData, secureJsonData, updated }, dataSources };
}
