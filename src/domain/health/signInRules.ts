import { type HealthRule } from './healthRule';

/** Texts about who may sign in and what they may do. The connection itself works when these appear. */
export const signInRules: readonly HealthRule[] = [
  {
    id: 'entraToken',
    category: 'signIn',
    pattern:
      /AADSTS\d+|InvalidAuthenticationToken|managed identity .{0,80}(?:not found|unavailable)|server is not currently configured to accept this token/is,
    meaning: 'Signing in with Microsoft Entra ID did not work, so the data store was not asked.',
    next: 'Correct the authentication settings of the data source. If it uses a managed identity, check that the workspace has it.',
    source: 'Microsoft Entra ID',
  },
  {
    id: 'databaseLogin',
    category: 'signIn',
    pattern:
      /password authentication failed|login failed for user|access denied for user .{0,120}using password|error 1045|SQLSTATE 28P01|invalid_password|authentication failed\b/is,
    meaning: 'The private connection works. The data store refused the user name or password.',
    next: 'Correct user and password in the data source.',
    source: 'PostgreSQL, Microsoft SQL Server, MySQL, MongoDB',
  },
  {
    id: 'unauthorized',
    category: 'signIn',
    pattern: /\b401\b|unauthorized|authentication required|no credentials provided/i,
    meaning:
      'The private connection works. The data store wants to know who asks, and the credentials are missing or wrong.',
    next: 'Correct the authentication settings of the data source.',
    source: 'Web servers, InfluxDB, Prometheus and others',
  },
  {
    id: 'databaseRights',
    category: 'permission',
    pattern:
      /permission denied for|error 1044|the (?:select|execute) permission was denied|insufficient privileges|not authorized to (?:perform|execute|access)/i,
    meaning: 'The private connection and the sign-in work. This user may not read what the check asks for.',
    next: 'Give the user the right to read, or use another user.',
    source: 'PostgreSQL, MySQL, Microsoft SQL Server, MongoDB',
  },
  {
    id: 'forbidden',
    category: 'permission',
    pattern:
      /\b403\b|forbidden|AuthorizationFailed|InsufficientAccessError|does not have authorization to perform action/i,
    meaning: 'The private connection works. Who asks is known, but may not do this.',
    next: 'Give the identity of the data source the right to read. For Azure Monitor that is the role Monitoring Data Reader on the workspace.',
    source: 'Web servers and Azure services',
  },
];
