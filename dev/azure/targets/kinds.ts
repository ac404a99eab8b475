import { same } from '../state';

export interface SubResource {
  groupId: string;
  requiredMembers: string[];
  requiredZoneNames: string[];
}

/** How one resource provider speaks about private endpoint connections. */
export interface TargetKind {
  type: string;
  /** Sub-resources; empty for private link services, which have none. */
  subResources: SubResource[];
  /** Versions that its connections answer to; empty takes any. */
  apiVersions: string[];
  /** The connection's property that holds its sub-resources. */
  groups: 'groupIds' | 'groupId' | 'none';
  /** How a decision on a connection is answered. */
  decision: 'sync' | 'asyncOperation' | 'location';
  /** Whether a decision must say why. */
  needsDescription: boolean;
  /** Whether the resource itself carries its connections. */
  carriesConnections: boolean;
  /** Whether it has a privateLinkResources list. */
  listsSubResources: boolean;
}

const sub = (groupId: string, ...requiredZoneNames: string[]): SubResource => ({
  groupId,
  requiredMembers: [groupId],
  requiredZoneNames,
});

const kind = (
  type: string,
  subResources: SubResource[],
  apiVersions: string[],
  more: Partial<TargetKind> = {}
): TargetKind => ({
  type,
  subResources,
  apiVersions,
  groups: 'groupIds',
  decision: 'asyncOperation',
  needsDescription: false,
  carriesConnections: false,
  listsSubResources: true,
  ...more,
});
const sqlVersions = ['2018-06-01-preview', '2020-11-01-preview', '2021-11-01', '2023-08-01'];

/**
 * Versions and dialects: Azure's REST specifications and SDKs (arm-sql, arm-cosmosdb, arm-kusto, arm-databricks,
 * arm-monitor, arm-network, arm-postgresql-flexible), azurerm, and azure-cli (private_link_resource_and_endpoint_connections). Zones: Microsoft Learn, "Private Endpoint private DNS zone values".
 */
export const targetKinds: readonly TargetKind[] = [
  kind(
    'Microsoft.Monitor/accounts',
    [sub('prometheusMetrics', 'privatelink.westeurope.prometheus.monitor.azure.com')],
    ['2021-06-03-preview', '2023-04-03', '2025-10-03'],
    { carriesConnections: true, listsSubResources: false }
  ),
  kind(
    'Microsoft.Insights/privateLinkScopes',
    [
      sub(
        'azuremonitor',
        'privatelink.monitor.azure.com',
        'privatelink.oms.opinsights.azure.com',
        'privatelink.ods.opinsights.azure.com',
        'privatelink.agentsvc.azure-automation.net',
        'privatelink.blob.core.windows.net'
      ),
    ],
    ['2019-10-17-preview', '2021-07-01-preview', '2021-09-01', '2023-06-01-preview'],
    { decision: 'location' }
  ),
  kind(
    'Microsoft.Kusto/clusters',
    [sub('cluster', 'privatelink.westeurope.kusto.windows.net')],
    ['2021-08-27', '2022-12-29', '2023-05-02', '2023-08-15', '2024-04-13'],
    { groups: 'groupId' }
  ),
  kind(
    'Microsoft.DocumentDB/databaseAccounts',
    [sub('MongoDB', 'privatelink.mongo.cosmos.azure.com'), sub('Sql', 'privatelink.documents.azure.com')],
    ['2019-08-01-preview', '2020-03-01', '2023-04-15', '2024-05-15', '2024-11-15', '2025-04-15', '2025-10-15'],
    { groups: 'groupId', carriesConnections: true }
  ),
  kind(
    'Microsoft.DBforPostgreSQL/serverGroupsv2',
    [sub('coordinator', 'privatelink.postgres.cosmos.azure.com')],
    ['2022-11-08', '2023-03-02-preview']
  ),
  kind(
    'Microsoft.Sql/managedInstances',
    [sub('managedInstance', 'privatelink.a1b2c3d4e5f6.database.windows.net')],
    sqlVersions,
    { needsDescription: true }
  ),
  kind('Microsoft.Sql/servers', [sub('sqlServer', 'privatelink.database.windows.net')], sqlVersions, {
    needsDescription: true,
  }),
  kind(
    'Microsoft.Network/privateLinkServices',
    [],
    ['2021-05-01', '2022-01-01', '2023-09-01', '2024-05-01', '2025-01-01', '2025-05-01'],
    {
      groups: 'none',
      decision: 'sync',
      carriesConnections: true,
      listsSubResources: false,
    }
  ),
  kind(
    'Microsoft.Databricks/workspaces',
    [
      sub('databricks_ui_api', 'privatelink.azuredatabricks.net'),
      sub('browser_authentication', 'privatelink.azuredatabricks.net'),
    ],
    ['2021-04-01-preview', '2023-02-01', '2024-05-01']
  ),
  kind(
    'Microsoft.DBforPostgreSQL/flexibleServers',
    [sub('postgresqlServer', 'privatelink.postgres.database.azure.com')],
    ['2022-12-01', '2023-06-01-preview', '2024-08-01', '2025-08-01']
  ),
  kind(
    'Microsoft.DocumentDB/mongoClusters',
    [sub('MongoCluster', 'privatelink.mongocluster.cosmos.azure.com')],
    ['2024-03-01-preview', '2024-06-01-preview', '2024-07-01', '2024-10-01-preview', '2025-04-01-preview']
  ),
  kind(
    'Microsoft.Storage/storageAccounts',
    [sub('blob', 'privatelink.blob.core.windows.net'), sub('table', 'privatelink.table.core.windows.net')],
    []
  ),
];

/** The dialect of an ARM type, whatever its casing. */
export const kindOf = (type: string): TargetKind | undefined => targetKinds.find((it) => same(it.type, type));
