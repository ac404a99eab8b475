import { type JsonObject } from '../json';
import { type AppSettings } from './settings';

/** The uid that the alert rules of docs/monitoring name. */
const UID = 'azure-private-endpoints';

/**
 * The monitoring data source of the app's workspace, as Grafana's API takes it; secrets are never read back, so they are missing.
 * @param type the plugin id
 */
export function monitoringSource(type: string, settings: AppSettings): JsonObject {
  const { workspaceId = '', azureCredentials, automaticRefresh = 'decided', apiVersion } = settings;
  return {
    uid: UID,
    name: 'Azure private endpoints',
    type,
    access: 'proxy',
    url: '',
    jsonData: {
      workspaces: [workspaceId],
      automaticRefresh,
      ...(apiVersion && { apiVersion }),
      ...(azureCredentials && { azureCredentials: { ...azureCredentials } }),
    },
  };
}

/** True where the copy is complete: the identity signs in without a secret. */
export function needsNoSecret({ azureCredentials }: AppSettings): boolean {
  return azureCredentials?.authType === 'msi' || azureCredentials?.authType === 'workloadidentity';
}
