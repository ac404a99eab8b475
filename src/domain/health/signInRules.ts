import { type HealthRule } from './healthRule';

/** Texts about who may sign in and what they may do. The connection itself works when these appear. */
export const signInRules: readonly HealthRule[] = [
  {
    id: 'entraToken',
    category: 'signIn',
    pattern:
      /AADSTS\d+|InvalidAuthenticationToken|managed identity .{0,80}(?:not found|unavailable)|server is not currently configured to accept this token/is,
    meaning: 'Authentication with Microsoft Entra ID failed before the target was contacted.',
    next: 'Check the authentication settings of the data source. If it uses a managed identity, check that the identity is assigned to the workspace.',
    source: 'Microsoft Entra ID',
  },
  {
    id: 'databaseLogin',
    category: 'signIn',
    pattern:
      /password authentication failed|login failed for user|access denied for user .{0,120}using password|error 1045|SQLSTATE 28P01|invalid_password|authentication failed\b/is,
    meaning: 'The network connection works. The user name or password was rejected.',
    next: 'Check the user name and password in the data source.',
    source: 'PostgreSQL, Microsoft SQL Server, MySQL, MongoDB',
  },
  {
    id: 'unauthorized',
    category: 'signIn',
    pattern: /\b401\b|unauthorized|authentication required|no credentials provided/i,
    meaning: 'The network connection works. Authentication failed. Credentials are missing or wrong.',
    next: 'Check the authentication settings of the data source.',
    source: 'Web servers, InfluxDB, Prometheus and others',
  },
  {
    id: 'databaseRights',
    category: 'permission',
    pattern:
      /permission denied for|error 1044|the (?:select|execute) permission was denied|insufficient privileges|not authorized to (?:perform|execute|access)/i,
    meaning: 'Connection and authentication work. The user doesn’t have permission to run the health check.',
    next: 'Grant the user read permission, or use another user.',
    source: 'PostgreSQL, MySQL, Microsoft SQL Server, MongoDB',
  },
  {
    id: 'forbidden',
    category: 'permission',
    pattern:
      /\b403\b|forbidden|AuthorizationFailed|InsufficientAccessError|does not have authorization to perform action/i,
    meaning: 'Connection and authentication work. The identity doesn’t have permission.',
    next: 'Grant read permission to the identity of the data source. For Azure Monitor workspaces, assign the Monitoring Data Reader role.',
    source: 'Web servers and Azure services',
  },
];
