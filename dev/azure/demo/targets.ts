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

/** Makes targets of one type, most of them in West Europe. */
const of =
  (type: string, usual: Partial<TargetSpec> = {}) =>
  (name: string, group: string, more: Partial<TargetSpec> = {}): TargetSpec => ({
    type,
    name,
    group,
    location: 'westeurope',
    ...usual,
    ...more,
  });

const monitor = of('Microsoft.Monitor/accounts');
const scope = of('Microsoft.Insights/privateLinkScopes', { location: 'global' });
const kusto = of('Microsoft.Kusto/clusters');
const mongo = of('Microsoft.DocumentDB/databaseAccounts', { kind: 'MongoDB' });
const citus = of('Microsoft.DBforPostgreSQL/serverGroupsv2');
const managedInstance = of('Microsoft.Sql/managedInstances');
const sql = of('Microsoft.Sql/servers');
const service = of('Microsoft.Network/privateLinkServices');
const databricks = of('Microsoft.Databricks/workspaces', { sku: { name: 'premium' } });
const flexible = of('Microsoft.DBforPostgreSQL/flexibleServers', {
  sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
});

const aks = 'mc_aks-observability_westeurope';
const north = { location: 'northeurope' };
const platformNetwork = `/subscriptions/${platform}/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/legacy`;

/** The targets of the demonstration's endpoints and those that show a trap, by short keys. */
export const targetSpecs = {
  metrics: monitor('amw-contoso-weu', 'observability'),
  metricsPlatform: monitor('amw-platform-neu', 'platform-metrics', {
    ...north,
    strangers: [{ name: 'pe-batch-metrics', status: 'Pending', words: 'Batch jobs' }],
  }),
  logs: scope('ampls-contoso', 'observability', {
    strangers: [{ name: 'pe-hub-monitor', status: 'Approved', words: 'Hub network' }],
  }),
  telemetry: kusto('contosotelemetry', 'telemetry', { sku: { name: 'Standard_E4ads_v5', tier: 'Standard' } }),
  archive: kusto('contosoarchive', 'telemetry', {
    sku: { name: 'Dev(No SLA)_Standard_E2a_v4', tier: 'Basic' },
    properties: { virtualNetworkConfiguration: { subnetId: `${platformNetwork}/subnets/kusto` } },
  }),
  orders: mongo('contoso-orders', 'shop'),
  carts: mongo('contoso-carts', 'shop', { kind: 'GlobalDocumentDB' }),
  reviews: of('Microsoft.DocumentDB/mongoClusters')('contoso-reviews', 'shop'),
  fleet: citus('contoso-fleet', 'iot'),
  erp: managedInstance('contoso-erp', 'erp', { sku: { name: 'GP_Gen5', tier: 'GeneralPurpose' } }),
  billing: sql('contoso-billing', 'billing'),
  reports: sql('contoso-reports', 'billing', north),
  lakehouse: databricks('contoso-lakehouse', 'lakehouse'),
  sandbox: databricks('contoso-sandbox', 'lakehouse', { sku: { name: 'standard' } }),
  catalog: flexible('contoso-catalog', 'shop'),
  sessions: flexible('contoso-sessions', 'shop'),
  legacy: flexible('contoso-legacy', 'shop', {
    properties: {
      network: { publicNetworkAccess: 'Disabled', delegatedSubnetResourceId: `${platformNetwork}/subnets/postgres` },
    },
  }),
  loki: service('pls-loki', aks, { strangers: [{ name: 'pe-logshipper', status: 'Approved', words: 'Log shipper' }] }),
  tempo: service('pls-tempo', aks, { strangers: [{ name: 'pe-trace-lab', status: 'Pending', words: 'Trace lab' }] }),
  mimir: service('pls-mimir', aks),
  pyroscope: service('pls-pyroscope', aks),
  influx: service('pls-influxdb-plant7', 'plant7'),
  elastic: service('pls-elasticsearch', 'search'),
  clickhouse: service('pls-clickhouse', 'analytics', { properties: { enableProxyProtocol: true } }),
  edge: service('pls-prometheus-edge', 'edge', {
    ...north,
    properties: { visibility: { subscriptions: [platform] } },
  }),
  prometheus: service('pls-prometheus-shop', 'mc_aks-shop_westeurope'),
  backups: of('Microsoft.Storage/storageAccounts')('contosobackups', 'backup', {
    kind: 'StorageV2',
    sku: { name: 'Standard_ZRS', tier: 'Standard' },
  }),
};

/** One target of each of the ten kinds that nobody has an endpoint to yet. */
export const freeTargets = {
  monitor: monitor('amw-payments', 'payments'),
  scope: scope('ampls-payments', 'payments'),
  kusto: kusto('contosopayments', 'payments'),
  mongo: mongo('payments-mongo', 'payments'),
  citus: citus('payments-ledger', 'payments'),
  managedInstance: managedInstance('payments-mi', 'payments'),
  sql: sql('payments-sql', 'payments'),
  service: service('pls-payments', 'payments'),
  databricks: databricks('payments-lakehouse', 'payments'),
  flexible: flexible('payments-pg', 'payments'),
};

/** The link service of a vendor, in their subscription: nobody here can read it. */
export const vendorService = service('production-westus3-0-0', 'vendor', { location: 'westus3' });

export type TargetKey = keyof typeof targetSpecs;

const inObservability: ReadonlySet<string> = new Set(['observability', aks]);

/** The subscription that a target's resource group belongs to. */
export function subscriptionOf(group: string): string {
  return group === 'vendor' ? demo.vendorSubscriptionId : inObservability.has(group) ? observability : platform;
}

export function targetId({ type, name, group }: TargetSpec): string {
  return `/subscriptions/${subscriptionOf(group)}/resourceGroups/${group}/providers/${type}/${name}`;
}
