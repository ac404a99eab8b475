import { demo } from '../demo';
import { type Endpoint } from '../state';
import { systemData } from './buildEndpoint';
import { type Person } from './people';

const kinds = [
  { type: 'Microsoft.Monitor/accounts', groupId: 'prometheusMetrics', short: 'amw' },
  { type: 'Microsoft.Insights/privateLinkScopes', groupId: 'azuremonitor', short: 'ampls' },
  { type: 'Microsoft.Kusto/clusters', groupId: 'cluster', short: 'adx' },
  { type: 'Microsoft.DocumentDB/databaseAccounts', groupId: 'MongoDB', short: 'mongo' },
  { type: 'Microsoft.DBforPostgreSQL/serverGroupsv2', groupId: 'coordinator', short: 'citus' },
  { type: 'Microsoft.Sql/managedInstances', groupId: 'managedInstance', short: 'sqlmi' },
  { type: 'Microsoft.Sql/servers', groupId: 'sqlServer', short: 'sql' },
  { type: 'Microsoft.Network/privateLinkServices', groupId: '', short: 'pls' },
  { type: 'Microsoft.Databricks/workspaces', groupId: 'databricks_ui_api', short: 'dbx' },
  { type: 'Microsoft.DBforPostgreSQL/flexibleServers', groupId: 'postgresqlServer', short: 'pg' },
] as const;

/** Of ten endpoints seven are approved and one each pending, rejected and disconnected. */
const states = [
  'Approved',
  'Approved',
  'Approved',
  'Pending',
  'Approved',
  'Approved',
  'Rejected',
  'Approved',
  'Approved',
  'Disconnected',
] as const;
const words: Record<(typeof states)[number], string> = {
  Approved: 'Approved',
  Pending: '',
  Rejected: 'Not without a ticket',
  Disconnected: 'Removed by the owner',
};
const creators: Person[] = ['maria', 'jonas', 'amira', 'pipeline'];

/** `contoso-large`: a thousand endpoints, the same ones each time. */
export function largeEndpoints(location: string, now: number): Endpoint[] {
  return Array.from({ length: 1000 }, (_, index) => largeEndpoint(index, location, now));
}

function at<Item>(items: readonly [Item, ...Item[]] | readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) {
    throw new RangeError('an empty list has no items');
  }
  return item;
}

function largeEndpoint(index: number, location: string, now: number): Endpoint {
  const kind = at(kinds, index);
  const state = at(states, Math.floor(index / kinds.length));
  const number = String(index).padStart(4, '0');
  const team = `team-${String(index % 40).padStart(2, '0')}`;
  const service = kind.short === 'pls';
  const approved = state === 'Approved';
  const message = `${team} asks for ${kind.short} ${number}`;
  return {
    name: `${kind.short}-${number}`,
    location,
    tags: { team },
    provisioningState: 'Succeeded',
    targetId: `/subscriptions/${demo.dataPlatformSubscriptionId}/resourceGroups/${team}/providers/${kind.type}/${team}-${kind.short}-${number}`,
    targetRegion: location,
    groupIds: kind.groupId ? [kind.groupId] : [],
    requestMessage: message,
    domainName: service ? `${kind.short}-${number}.${team}.contoso.com` : undefined,
    connectionState: { status: state, description: state === 'Pending' ? message : words[state] },
    privateIp: approved ? `10.180.${Math.floor(index / 250)}.${(index % 250) + 4}` : undefined,
    systemData: systemData(at(creators, index), now - (index + 1) * 6 * 3_600_000),
  };
}
