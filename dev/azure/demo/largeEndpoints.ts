import { type Endpoint } from '../state';
import { type Person, systemData } from './buildEndpoint';
import { targetId, type TargetSpec } from './targets';

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

const teams = 40;
const teamOf = (index: number) => `team-${String(index % teams).padStart(2, '0')}`;
const nameOf = (index: number) => `${at(kinds, index).short}-${String(index).padStart(4, '0')}`;

/** The resource groups of the large workspace's targets. */
export const largeGroups = (): string[] => Array.from({ length: teams }, (_, index) => teamOf(index));

/** The targets of the thousand endpoints, one each. */
export const largeTargets = (): TargetSpec[] => Array.from({ length: 1000 }, (_, index) => largeTarget(index));

function largeTarget(index: number): TargetSpec {
  const { type, groupId } = at(kinds, index);
  const team = teamOf(index);
  return {
    type,
    name: `${team}-${nameOf(index)}`,
    group: team,
    location: 'westeurope',
    kind: groupId === 'MongoDB' ? groupId : undefined,
  };
}

function largeEndpoint(index: number, location: string, now: number): Endpoint {
  const { groupId } = at(kinds, index);
  const state = at(states, Math.floor(index / kinds.length));
  const team = teamOf(index);
  const name = nameOf(index);
  const message = `${team} asks for ${name}`;
  return {
    name,
    location,
    tags: { team },
    provisioningState: 'Succeeded',
    targetId: targetId(largeTarget(index)),
    targetRegion: location,
    groupIds: groupId ? [groupId] : [],
    requestMessage: message,
    domainName: groupId ? undefined : `${name}.${team}.contoso.com`,
    connectionState: { status: state, description: state === 'Pending' ? message : words[state] },
    privateIp: state === 'Approved' ? `10.180.${Math.floor(index / 250)}.${(index % 250) + 4}` : undefined,
    systemData: systemData(at(creators, index), now - (index + 1) * 6 * 3_600_000),
  };
}
