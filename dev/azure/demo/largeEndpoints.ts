import { type EndpointSpec, type Person } from './endpoints';
import { type TargetSpec } from './targets';

const kinds = [
  { type: 'Microsoft.Monitor/accounts', short: 'amw' },
  { type: 'Microsoft.Insights/privateLinkScopes', short: 'ampls' },
  { type: 'Microsoft.Kusto/clusters', short: 'adx' },
  { type: 'Microsoft.DocumentDB/databaseAccounts', short: 'mongo' },
  { type: 'Microsoft.DBforPostgreSQL/serverGroupsv2', short: 'citus' },
  { type: 'Microsoft.Sql/managedInstances', short: 'sqlmi' },
  { type: 'Microsoft.Sql/servers', short: 'sql' },
  { type: 'Microsoft.Network/privateLinkServices', short: 'pls' },
  { type: 'Microsoft.Databricks/workspaces', short: 'dbx' },
  { type: 'Microsoft.DBforPostgreSQL/flexibleServers', short: 'pg' },
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
const words: Partial<Record<(typeof states)[number], string>> = {
  Approved: 'Approved',
  Rejected: 'Not without a ticket',
  Disconnected: 'Removed by the owner',
};
const creators: Person[] = ['maria', 'jonas', 'amira', 'pipeline'];

const at = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;
const teamOf = (index: number) => `team-${String(index % 40).padStart(2, '0')}`;

/** `contoso-large`: a thousand endpoints, the same ones each time, with a target for each. */
export const largeEndpoints: EndpointSpec[] = Array.from({ length: 1000 }, (_, index) => {
  const { type } = at(kinds, index);
  const state = at(states, Math.floor(index / kinds.length));
  const team = teamOf(index);
  const name = `${at(kinds, index).short}-${String(index).padStart(4, '0')}`;
  const kind = type === 'Microsoft.DocumentDB/databaseAccounts' ? 'MongoDB' : undefined;
  const target: TargetSpec = { type, name: `${team}-${name}`, group: team, location: 'westeurope', kind };
  return {
    name,
    target,
    tags: { team },
    age: (index + 1) * 6 * 60,
    by: at(creators, index),
    message: `${team} asks for ${name}`,
    domain: type === 'Microsoft.Network/privateLinkServices' ? `${name}.${team}.contoso.com` : undefined,
    state,
    words: words[state],
    ip: state === 'Approved' ? `10.180.${Math.floor(index / 250)}.${(index % 250) + 4}` : undefined,
  };
});
