import { type Workspace } from '../workspace';
import { sampleWorkspaceId } from './sampleEndpoint';

/** A Standard workspace in Azure's public cloud; fields can be replaced. */
export function sampleWorkspace(fields: Partial<Workspace> = {}): Workspace {
  return {
    id: sampleWorkspaceId,
    name: 'contoso-grafana',
    resourceGroup: 'observability',
    location: 'westeurope',
    tier: 'Standard',
    grafanaVersion: '12.4.0',
    endpoint: 'https://contoso-grafana-a1b2.weu.grafana.azure.com',
    linkedMonitorWorkspaces: [],
    createdAt: '2025-03-01T08:00:00Z',
    cloud: 'AzureCloud',
    portal: '',
    ...fields,
  };
}
