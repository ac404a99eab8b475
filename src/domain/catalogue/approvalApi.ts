import { type KindKey } from './targetKind';

/**
 * How the owner of a kind reaches its private endpoint connections: the API version of the sub-resource, and whether
 * Azure CLI has a command for it (`network`: the general one, `privateLinkService`: its own, `rest`: none known).
 */
export interface ApprovalApi {
  apiVersion: string;
  cli: 'network' | 'privateLinkService' | 'rest';
}

// Sources: published API specifications and SDKs, and the provider table of Azure CLI, checked 2026-11-20. For
// monitorWorkspace the sub-resource isn't in the public specification, but public configurations use it.
const byKind: Record<KindKey, ApprovalApi> = {
  cosmosMongo: { apiVersion: '2025-10-15', cli: 'network' },
  cosmosMongoVcore: { apiVersion: '2024-07-01', cli: 'rest' },
  cosmosPostgres: { apiVersion: '2022-11-08', cli: 'rest' },
  dataExplorer: { apiVersion: '2023-08-15', cli: 'network' },
  monitorScope: { apiVersion: '2021-09-01', cli: 'network' },
  monitorWorkspace: { apiVersion: '2023-04-03', cli: 'rest' },
  sqlManagedInstance: { apiVersion: '2021-11-01', cli: 'rest' },
  sqlServer: { apiVersion: '2021-11-01', cli: 'network' },
  privateLinkService: { apiVersion: '2025-01-01', cli: 'privateLinkService' },
  databricks: { apiVersion: '2023-02-01', cli: 'network' },
  postgresFlexible: { apiVersion: '2025-08-01', cli: 'rest' },
};

/** How connections of a kind are approved. */
export function approvalApi(key: KindKey): ApprovalApi {
  return byKind[key];
}
