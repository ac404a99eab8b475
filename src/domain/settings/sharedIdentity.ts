import { type DataSource } from '../address/dataSource';
import { isJsonObject, stringAt, type JsonValue } from '../json';
import { type AzureCredentials } from './settings';

const AZURE_MONITOR = 'grafana-azure-monitor-datasource';

/**
 * Names of the Azure Monitor data sources that sign in as we do. Grafana lets every Viewer send any request to Resource
 * Manager through such a data source, with its identity: what our identity may do, they may do too
 * (Grafana 12.4, pkg/tsdb/azuremonitor/azuremonitor-resource-handler.go).
 */
export function sharingDataSources(ours: AzureCredentials, dataSources: readonly DataSource[]): string[] {
  const identity = identityOf(ours);
  return dataSources
    .filter(({ type, jsonData }) => type === AZURE_MONITOR && identityOfDataSource(jsonData) === identity)
    .map(({ name }) => name);
}

/** Two methods that sign in as the same app registration are the same identity. */
function identityOf({ authType, tenantId = '', clientId = '' }: AzureCredentials): string {
  const id = clientId.trim().toLowerCase();
  return authType === 'msi' || authType === 'workloadidentity'
    ? `${authType} ${id}`
    : `app ${tenantId.trim().toLowerCase()} ${id}`;
}

function identityOfDataSource(jsonData: JsonValue | undefined): string | undefined {
  const credentials = isJsonObject(jsonData) ? jsonData.azureCredentials : undefined;
  // Before Grafana 9 the same facts stood at the top of jsonData.
  const authType = stringAt(credentials, 'authType') || stringAt(jsonData, 'azureAuthType');
  if (!['msi', 'workloadidentity', 'clientsecret', 'clientcertificate'].includes(authType)) {
    return undefined;
  }
  const from = isJsonObject(credentials) ? credentials : jsonData;
  return identityOf({
    authType: authType as AzureCredentials['authType'],
    tenantId: stringAt(from, 'tenantId'),
    clientId: stringAt(from, 'clientId'),
  });
}
