import { demo } from '../demo';
import { type JsonObject } from '../state';

/** A resource that endpoints can be made to. */
export interface TargetSpec {
  /** ARM type in Azure's documented casing. */
  type: string;
  name: string;
  group: string;
  location: string;
  kind?: string;
  sku?: { name: string; tier?: string };
  /** Properties that differ from the kind's usual ones. */
  properties?: JsonObject;
  /** Connections of private endpoints that are not Grafana's. */
  strangers?: Array<{ name: string; status: 'Approved' | 'Pending'; words: string }>;
}

const platform = demo.dataPlatformSubscriptionId;
const observability = demo.observabilitySubscriptionId;
const west = 'westeurope';

const service = (name: string, group: string, more: Partial<TargetSpec> = {}): TargetSpec => ({
  type: 'Microsoft.Network/privateLinkServices',
  name,
  group,
  location: west,
  ...more,
});
const aks = 'mc_aks-observability_westeurope';
const platformNetwork = `/subscriptions/${platform}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/legacy`;

/** The targets of the demonstration's endpoints and those that show a trap, by short keys. */
export const targetSpecs = {
  metrics: { type: 'Microsoft.Monitor/accounts', name: 'amw-contoso-weu', group: 'observability', location: west },
  metricsPlatform: {
    type: 'Microsoft.Monitor/accounts',
    name: 'amw-platform-neu',
    group: 'platform-metrics',
    location: 'northeurope',
    strangers: [{ name: 'pe-batch-metrics', status: 'Pending', words: 'Batch jobs' }],
  },
  logs: {
    type: 'Microsoft.Insights/privateLinkScopes',
    name: 'ampls-contoso',
    group: 'observability',
    location: 'global',
    strangers: [{ name: 'pe-hub-monitor', status: 'Approved', words: 'Hub network' }],
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
    properties: { virtualNetworkConfiguration: { subnetId: `${platformNetwork}/subnets/kusto` } },
  },
  orders: { ...mongo('contoso-orders', 'shop') },
  carts: { ...mongo('contoso-carts', 'shop'), kind: 'GlobalDocumentDB' },
  reviews: { type: 'Microsoft.DocumentDB/mongoClusters', name: 'contoso-reviews', group: 'shop', location: west },
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
  lakehouse: databricks('contoso-lakehouse', 'lakehouse', 'premium'),
  sandbox: databricks('contoso-sandbox', 'lakehouse', 'standard'),
  catalog: flexible('contoso-catalog', 'shop'),
  sessions: flexible('contoso-sessions', 'shop'),
  legacy: {
    ...flexible('contoso-legacy', 'shop'),
    properties: {
      network: { publicNetworkAccess: 'Disabled', delegatedSubnetResourceId: `${platformNetwork}/subnets/postgres` },
    },
  },
  loki: service('pls-loki', aks, { strangers: [{ name: 'pe-logshipper', status: 'Approved', words: 'Log shipper' }] }),
  tempo: service('pls-tempo', aks, { strangers: [{ name: 'pe-trace-lab', status: 'Pending', words: 'Trace lab' }] }),
  mimir: service('pls-mimir', aks),
  pyroscope: service('pls-pyroscope', aks),
  influx: service('pls-influxdb-plant7', 'plant7'),
  elastic: service('pls-elasticsearch', 'search'),
  clickhouse: service('pls-clickhouse', 'analytics', { properties: { enableProxyProtocol: true } }),
  edge: service('pls-prometheus-edge', 'edge', {
    location: 'northeurope',
    properties: { visibility: { subscriptions: [platform] } },
  }),
  prometheus: service('pls-prometheus-shop', 'mc_aks-shop_westeurope'),
  backups: {
    type: 'Microsoft.Storage/storageAccounts',
    name: 'contosobackups',
    group: 'backup',
    location: west,
    kind: 'StorageV2',
    sku: { name: 'Standard_ZRS', tier: 'Standard' },
  },
} satisfies Record<string, TargetSpec>;

/** One target of each of the ten kinds that nobody has an endpoint to yet. */
export const freeTargets = {
  monitor: { type: 'Microsoft.Monitor/accounts', name: 'amw-payments', group: 'payments', location: west },
  scope: {
    type: 'Microsoft.Insights/privateLinkScopes',
    name: 'ampls-payments',
    group: 'payments',
    location: 'global',
  },
  kusto: { type: 'Microsoft.Kusto/clusters', name: 'contosopayments', group: 'payments', location: west },
  mongo: mongo('payments-mongo', 'payments'),
  citus: {
    type: 'Microsoft.DBforPostgreSQL/serverGroupsv2',
    name: 'payments-ledger',
    group: 'payments',
    location: west,
  },
  managedInstance: { type: 'Microsoft.Sql/managedInstances', name: 'payments-mi', group: 'payments', location: west },
  sql: { type: 'Microsoft.Sql/servers', name: 'payments-sql', group: 'payments', location: west },
  service: service('pls-payments', 'payments'),
  databricks: databricks('payments-lakehouse', 'payments', 'premium'),
  flexible: flexible('payments-pg', 'payments'),
} satisfies Record<string, TargetSpec>;

function mongo(name: string, group: string): TargetSpec {
  return { type: 'Microsoft.DocumentDB/databaseAccounts', name, group, location: west, kind: 'MongoDB' };
}

function databricks(name: string, group: string, sku: string): TargetSpec {
  return { type: 'Microsoft.Databricks/workspaces', name, group, location: west, sku: { name: sku } };
}

function flexible(name: string, group: string): TargetSpec {
  const sku = { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' };
  return { type: 'Microsoft.DBforPostgreSQL/flexibleServers', name, group, location: west, sku };
}

export type TargetKey = keyof typeof targetSpecs;

const inObservability: ReadonlySet<string> = new Set(['observability', aks]);

/** The subscription that a target's resource group belongs to. */
export const subscriptionOf = (group: string): string => (inObservability.has(group) ? observability : platform);

export function targetId({ type, name, group }: TargetSpec): string {
  return `/subscriptions/${subscriptionOf(group)}/resourceGroups/${group}/providers/${type}/${name}`;
}
