import { type JsonObject } from '../state';
import { type TargetSpec } from './targets';

type Describe = (spec: TargetSpec) => JsonObject;

const subnet = (network: string, name: string): JsonObject => ({
  id: `/subscriptions/0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/${network}/subnets/${name}`,
});

/** What each provider tells about a resource, by ARM type in lower case: the properties a client may look at. */
const describe: Record<string, Describe> = {
  'microsoft.monitor/accounts': ({ name, location }) => ({
    metrics: {
      prometheusQueryEndpoint: `https://${name}-k2f7.${location}.prometheus.monitor.azure.com`,
      internalId: `mac_${name}`,
    },
    publicNetworkAccess: 'Disabled',
  }),
  'microsoft.insights/privatelinkscopes': () => ({
    accessModeSettings: { queryAccessMode: 'PrivateOnly', ingestionAccessMode: 'Open', exclusions: [] },
  }),
  'microsoft.kusto/clusters': ({ name, location }) => ({
    state: 'Running',
    uri: `https://${name}.${location}.kusto.windows.net`,
    dataIngestionUri: `https://ingest-${name}.${location}.kusto.windows.net`,
    publicNetworkAccess: 'Disabled',
  }),
  'microsoft.documentdb/databaseaccounts': ({ name, kind }) => ({
    documentEndpoint: `https://${name}.documents.azure.com:443/`,
    EnabledApiTypes: kind === 'MongoDB' ? 'MongoDB' : 'Sql',
    capabilities: kind === 'MongoDB' ? [{ name: 'EnableMongo' }] : [],
    publicNetworkAccess: 'Disabled',
    ...(kind === 'MongoDB'
      ? { apiProperties: { serverVersion: '6.0' }, mongoEndpoint: `https://${name}.mongo.cosmos.azure.com:443/` }
      : {}),
  }),
  'microsoft.documentdb/mongoclusters': ({ name }) => ({
    connectionString: `mongodb+srv://<user>:<password>@${name}.mongocluster.cosmos.azure.com/`,
    serverVersion: '7.0',
    publicNetworkAccess: 'Disabled',
  }),
  'microsoft.dbforpostgresql/servergroupsv2': ({ name }) => ({
    administratorLogin: 'citus',
    postgresqlVersion: '16',
    state: 'Ready',
    serverNames: [
      { name: `${name}-c`, fullyQualifiedDomainName: `c-${name}.q4x7b2m9k1s6d3.postgres.cosmos.azure.com` },
    ],
    coordinatorEnablePublicIpAccess: false,
  }),
  'microsoft.dbforpostgresql/flexibleservers': ({ name }) => ({
    fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
    version: '16',
    state: 'Ready',
    network: { publicNetworkAccess: 'Disabled' },
  }),
  'microsoft.sql/servers': ({ name }) => ({
    fullyQualifiedDomainName: `${name}.database.windows.net`,
    version: '12.0',
    state: 'Ready',
    publicNetworkAccess: 'Disabled',
    minimalTlsVersion: '1.2',
  }),
  'microsoft.sql/managedinstances': ({ name }) => ({
    fullyQualifiedDomainName: `${name}.a1b2c3d4e5f6.database.windows.net`,
    dnsZone: 'a1b2c3d4e5f6',
    state: 'Ready',
    subnetId: subnet('erp-network', 'managed-instance')['id'] ?? '',
    publicDataEndpointEnabled: false,
  }),
  'microsoft.databricks/workspaces': ({ name }) => ({
    workspaceId: '4820193756410283',
    workspaceUrl: 'adb-4820193756410283.3.azuredatabricks.net',
    publicNetworkAccess: 'Enabled',
    requiredNsgRules: 'NoAzureDatabricksRules',
    parameters: {
      customVirtualNetworkId: { type: 'String', value: subnet(`${name}-network`, '')['id'] ?? '' },
      enableNoPublicIp: { type: 'Bool', value: true },
    },
  }),
  'microsoft.network/privatelinkservices': ({ name, location }) => ({
    alias: `${name}.4f0c2a7e-91d3-4b58-a6e0-c7d81f2b9354.${location}.azure.privatelinkservice`,
    visibility: { subscriptions: ['*'] },
    autoApproval: { subscriptions: [] },
    enableProxyProtocol: false,
    fqdns: [],
    ipConfigurations: [
      {
        name: 'nat',
        properties: {
          primary: true,
          privateIPAllocationMethod: 'Dynamic',
          subnet: subnet('aks-network', 'private-link'),
        },
      },
    ],
    loadBalancerFrontendIpConfigurations: [
      {
        id: '/subscriptions/0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b/resourceGroups/network/providers/Microsoft.Network/loadBalancers/kubernetes-internal/frontendIPConfigurations/front',
      },
    ],
  }),
  'microsoft.storage/storageaccounts': ({ name }) => ({
    primaryEndpoints: { blob: `https://${name}.blob.core.windows.net/` },
    publicNetworkAccess: 'Disabled',
  }),
};

/** The properties of a target; what the specification sets wins. */
export function targetProperties(spec: TargetSpec): JsonObject {
  return { ...describe[spec.type.toLowerCase()]?.(spec), ...spec.properties };
}
