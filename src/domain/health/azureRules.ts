import { type HealthRule } from './healthRule';

/** Texts that Azure services write; they come first because they name the missing step. */
export const azureRules: readonly HealthRule[] = [
  {
    id: 'notAttached',
    category: 'route',
    pattern: /connection not established through an attached private endpoint/i,
    meaning:
      'The request reached Azure, but not through a private endpoint of the target. Usually this means that the request is approved but the workspace hasn’t been refreshed.',
    next: 'Refresh, then test again.',
    source: 'Azure Monitor workspace, seen by several users',
  },
  {
    id: 'publicAccessOff',
    category: 'route',
    pattern:
      /access through public network is disabled|public network access is disabled|public network access .{0,40}not allowed/i,
    meaning:
      'The request used the public network, which is disabled on the target. There is no private endpoint to the target, or it isn’t active yet.',
    next: 'Create the endpoint to this target, get it approved, or refresh.',
    source: 'Azure services with public network access disabled',
  },
  {
    id: 'sqlDenyPublic',
    category: 'route',
    pattern: /deny public network access is set to yes/i,
    meaning:
      'The request used the public network, which is disabled on the SQL server. The host name didn’t resolve to the private endpoint.',
    next: 'Get the endpoint to this server approved, or refresh. Keep the server’s own name as the host.',
    source: 'Azure SQL, error 47073',
  },
  {
    id: 'sqlFirewall',
    category: 'route',
    pattern: /cannot open server .{0,200}client with ip address .{0,60}is not allowed/is,
    meaning: 'The request used the public network, and the firewall of the SQL server blocked it.',
    next: 'Create the endpoint to this server, get it approved, or refresh.',
    source: 'Azure SQL, error 40615',
  },
  {
    id: 'postgresFirewall',
    category: 'route',
    pattern: /no pg_hba\.conf entry for host/i,
    meaning:
      'PostgreSQL has no rule for this client. On Azure, the firewall responds like this when the private link isn’t used. It can also mean that TLS is required.',
    next: 'Check the endpoint to this server. If it’s ready, set the TLS mode of the data source to require.',
    source: 'PostgreSQL, also behind Azure Database for PostgreSQL',
  },
  {
    id: 'cosmosFirewall',
    category: 'route',
    pattern: /request originated from .{0,80}(?:public|ip).{0,120}blocked by your cosmos db account firewall/is,
    meaning: 'The request used the public network, and the Cosmos DB firewall blocked it.',
    next: 'Create the endpoint to this account, get it approved, or refresh.',
    source: 'Azure Cosmos DB firewall',
  },
];
