import { demo } from '../demo';

/** A resource that endpoints can be made to. */
export interface TargetSpec {
  /** ARM type in Azure's documented casing. */
  type: string;
  name: string;
  group: string;
  location: string;
  kind?: string;
  sku?: { name: string; tier?: string };
}

const platform = demo.dataPlatformSubscriptionId;
const observability = demo.observabilitySubscriptionId;
const west = 'westeurope';

/** The targets of the demonstration, by the short key that the endpoints use. */
export const targetSpecs = {
  metrics: { type: 'Microsoft.Monitor/accounts', name: 'amw-contoso-weu', group: 'observability', location: west },
  metricsPlatform: {
    type: 'Microsoft.Monitor/accounts',
    name: 'amw-platform-neu',
    group: 'platform-metrics',
    location: 'northeurope',
  },
  logs: {
    type: 'Microsoft.Insights/privateLinkScopes',
    name: 'ampls-contoso',
    group: 'observability',
    location: 'global',
  },
  telemetry: {
    type: 'Microsoft.Kusto/clusters',
    name: 'contosotelemetry',
    group: 'telemetry',
    location: west,
    sku: { name: 'Standard_E4ads_v5', tier: 'Standard' },
  },
  archive: {
    type: 'Microsoft.Kusto/clusters',
    name: 'contosoarchive',
    group: 'telemetry',
    location: west,
    sku: { name: 'Dev(No SLA)_Standard_E2a_v4', tier: 'Basic' },
  },
  orders: {
    type: 'Microsoft.DocumentDB/databaseAccounts',
    name: 'contoso-orders',
    group: 'shop',
    location: west,
    kind: 'MongoDB',
  },
  carts: {
    type: 'Microsoft.DocumentDB/databaseAccounts',
    name: 'contoso-carts',
    group: 'shop',
    location: west,
    kind: 'GlobalDocumentDB',
  },
  fleet: { type: 'Microsoft.DBforPostgreSQL/serverGroupsv2', name: 'contoso-fleet', group: 'iot', location: west },
  erp: {
    type: 'Microsoft.Sql/managedInstances',
    name: 'contoso-erp',
    group: 'erp',
    location: west,
    sku: { name: 'GP_Gen5', tier: 'GeneralPurpose' },
  },
  billing: { type: 'Microsoft.Sql/servers', name: 'contoso-billing', group: 'billing', location: west },
  reports: { type: 'Microsoft.Sql/servers', name: 'contoso-reports', group: 'billing', location: 'northeurope' },
  lakehouse: {
    type: 'Microsoft.Databricks/workspaces',
    name: 'contoso-lakehouse',
    group: 'lakehouse',
    location: west,
    sku: { name: 'premium' },
  },
  sandbox: {
    type: 'Microsoft.Databricks/workspaces',
    name: 'contoso-sandbox',
    group: 'lakehouse',
    location: west,
    sku: { name: 'standard' },
  },
  catalog: {
    type: 'Microsoft.DBforPostgreSQL/flexibleServers',
    name: 'contoso-catalog',
    group: 'shop',
    location: west,
    sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
  },
  sessions: {
    type: 'Microsoft.DBforPostgreSQL/flexibleServers',
    name: 'contoso-sessions',
    group: 'shop',
    location: west,
    sku: { name: 'Standard_B2ms', tier: 'Burstable' },
  },
  loki: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-loki',
    group: 'mc_aks-observability_westeurope',
    location: west,
  },
  tempo: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-tempo',
    group: 'mc_aks-observability_westeurope',
    location: west,
  },
  mimir: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-mimir',
    group: 'mc_aks-observability_westeurope',
    location: west,
  },
  pyroscope: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-pyroscope',
    group: 'mc_aks-observability_westeurope',
    location: west,
  },
  influx: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-influxdb-plant7',
    group: 'plant7',
    location: west,
  },
  elastic: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-elasticsearch',
    group: 'search',
    location: west,
  },
  clickhouse: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-clickhouse',
    group: 'analytics',
    location: west,
  },
  edge: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-prometheus-edge',
    group: 'edge',
    location: 'northeurope',
  },
  prometheus: {
    type: 'Microsoft.Network/privateLinkServices',
    name: 'pls-prometheus-shop',
    group: 'mc_aks-shop_westeurope',
    location: west,
  },
  backups: {
    type: 'Microsoft.Storage/storageAccounts',
    name: 'contosobackups',
    group: 'backup',
    location: west,
    kind: 'StorageV2',
    sku: { name: 'Standard_ZRS', tier: 'Standard' },
  },
} satisfies Record<string, TargetSpec>;

export type TargetKey = keyof typeof targetSpecs;

const inObservability: ReadonlySet<string> = new Set(['observability', 'mc_aks-observability_westeurope']);

/** The subscription that a target's resource group belongs to. */
export const subscriptionOf = (group: string): string => (inObservability.has(group) ? observability : platform);

export function targetId({ type, name, group }: TargetSpec): string {
  return `/subscriptions/${subscriptionOf(group)}/resourceGroups/${group}/providers/${type}/${name}`;
}
