import { type StoredDataSource } from '../../grafana/dataSources';
import { type StoredPluginSettings } from '../state/pluginSettings';
import { type OrgRole, type PreviewUser, emailOf } from '../state/users';
import { type AzureIni, azureRequestConfig } from './environment';

interface InstanceSettings {
  jsonData: Uint8Array;
  decryptedSecureJsonData: Record<string, string>;
  lastUpdatedMS: number;
}

/** Who asks, with which settings: what Grafana sends along with every call (message PluginContext). */
export interface PluginContext {
  orgId: number;
  pluginId: string;
  user: { login: string; name: string; email: string; role: OrgRole };
  appInstanceSettings?: InstanceSettings;
  dataSourceInstanceSettings?: InstanceSettings & { id: number; uid: string; name: string };
  grafanaConfig: Record<string, string>;
  pluginVersion: string;
  userAgent: string;
  namespace: string;
}

export interface PluginContextSource {
  pluginId: string;
  pluginVersion: string;
  grafanaVersion: string;
  appUrl: string;
  azure: AzureIni;
  settings: StoredPluginSettings;
  user: PreviewUser;
}

/** The context of one call to the backend of a data source, which has the app's place in the process. */
export function dataSourceContext(
  source: PluginContextSource,
  { id, uid, name, type, jsonData, secureJsonData, version }: StoredDataSource
): PluginContext {
  return {
    ...pluginContext(source),
    pluginId: type,
    appInstanceSettings: undefined,
    dataSourceInstanceSettings: {
      ...{ id, uid, name },
      jsonData: Buffer.from(JSON.stringify(jsonData)),
      decryptedSecureJsonData: secureJsonData ?? {},
      lastUpdatedMS: version ?? 0,
    },
  };
}

/** Builds the context of one call. A server admin's flag is not part of it: only the role in the organisation counts. */
export function pluginContext(source: PluginContextSource): PluginContext {
  const { settings, user } = source;
  return {
    orgId: 1,
    pluginId: source.pluginId,
    user: { login: user.login, name: user.name, email: emailOf(user), role: user.role },
    appInstanceSettings: {
      jsonData: Buffer.from(JSON.stringify(settings.jsonData)),
      decryptedSecureJsonData: settings.secureJsonData,
      lastUpdatedMS: settings.updated,
    },
    grafanaConfig: { GF_APP_URL: source.appUrl, ...azureRequestConfig(source.azure) },
    pluginVersion: source.pluginVersion,
    userAgent: `Grafana/${source.grafanaVersion} (${process.platform}; ${process.arch})`,
    namespace: 'default',
  };
}
