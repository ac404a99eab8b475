import { type HealthRule } from './healthRule';

/** Texts that Azure services write; they come first because they name the missing step. */
export const azureRules: readonly HealthRule[] = [
  {
    id: 'notAttached',
    category: 'route',
    pattern: /connection not established through an attached private endpoint/i,
    meaning:
      'The request reached Azure, but not over a private endpoint that the target knows: typically the owner approved the request and the workspace was not refreshed.',
    next: 'Refresh the workspace, then check again.',
    source: 'Azure Monitor workspace, seen by several users',
  },
  {
    id: 'publicAccessOff',
    category: 'route',
    pattern:
      /access through public network is disabled|public network access is disabled|public network access .{0,40}not allowed/i,
    meaning:
      'The request came over the public network, which the target has switched off: there is no endpoint to it, or it is not approved and refreshed.',
    next: 'Look at the endpoint to this target: create it, have it approved, or refresh.',
    source: 'Azure services with public network access disabled',
  },
  {
    id: 'sqlDenyPublic',
    category: 'route',
    pattern: /deny public network access is set to yes/i,
    meaning:
      'The SQL server was reached over the public network, which it has switched off. The name did not lead over the private link.',
    next: 'Look at the endpoint to this server: have it approved, or refresh. Keep the own name of the server as address.',
    source: 'Azure SQL, error 47073',
  },
  {
    id: 'sqlFirewall',
    category: 'route',
    pattern: /cannot open server .{0,200}client with ip address .{0,60}is not allowed/is,
    meaning:
      'The SQL server was reached over the public network, and its firewall refused that address. The private link was not used.',
    next: 'Look at the endpoint to this server: create it, have it approved, or refresh.',
    source: 'Azure SQL, error 40615',
  },
  {
    id: 'postgresFirewall',
    category: 'route',
    pattern: /no pg_hba\.conf entry for host/i,
    meaning:
      'PostgreSQL has no rule that lets this client in. On Azure this is how its firewall answers when the private link was not used; it can also mean that TLS is required.',
    next: 'Look at the endpoint to this server. If it is approved and refreshed, set the TLS mode of the data source to require.',
    source: 'PostgreSQL, also behind Azure Database for PostgreSQL',
  },
  {
    id: 'cosmosFirewall',
    category: 'route',
    pattern: /request originated from .{0,80}(?:public|ip).{0,120}blocked by your cosmos db account firewall/is,
    meaning:
      'Cosmos DB was reached over the public network, and its firewall refused it. The private link was not used.',
    next: 'Look at the endpoint to this account: create it, have it approved, or refresh.',
    source: 'Azure Cosmos DB firewall',
  },
];
