import { type StoredPluginSettings } from '../state/pluginSettings';
import { type OrgRole, type PreviewUser, emailOf } from '../state/users';
import { type AzureIni, azureRequestConfig } from './environment';

/** Who asks, with which settings: what Grafana sends along with every call (message PluginContext). */
export interface PluginContext {
  orgId: number;
  pluginId: string;
  user: { login: string; name: string; email: string; role: OrgRole };
  appInstanceSettings: {
    jsonData: Uint8Array;
    decryptedSecureJsonData: Record<string, string>;
    lastUpdatedMS: number;
  };
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
