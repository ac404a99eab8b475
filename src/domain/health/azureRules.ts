import { type HealthRule } from './healthRule';

/** How Azure services, and what stands before them, refuse a connection by where it comes from: routes, never roles. */
export const refusalRules: readonly HealthRule[] = [
  // Azure Monitor workspaces
  [/not established through an attached private endpoint/i, 'notAttached'],
  // Many services, Key Vault and Azure AI among them
  [/public (?:network )?access (?:is|was|has been) disabled|access through public network/i, 'publicRefused'],
  [/public network access .{0,40}not allowed|publicNetworkAccess is set to '?disabled/i, 'publicRefused'],
  [/deny public network access is set to/i, 'publicRefused'],
  [/not (?:from )?an approved private (?:link|endpoint)|private endpoint connection is not approved/i, 'publicRefused'],
  [/PrivateEndpointConnection(?:Not|Un)Approved|ForbiddenBy(?:Firewall|Connection|Nsp)/i, 'publicRefused'],
  [/not allowed by (?:its|the) firewall/i, 'publicRefused'],
  [/client address is not authorized/i, 'publicRefused'],
  // Network security perimeters, for Log Analytics around a code that looks like a missing role
  [/NspValidationFailed|network ?security ?perimeter|\bNSP rules\b/i, 'publicRefused'],
  [/access to workspace .{0,120}from .{0,60}is denied/i, 'publicRefused'],
  // Azure SQL 40615 and 40914, MySQL, Cosmos DB, Service Bus and Event Hubs, Databricks
  [/cannot open server .{0,200}client .{0,80}is not allowed/is, 'publicRefused'],
  [/client with ip address .{0,60}is not allowed/i, 'publicRefused'],
  [/request originated from .{0,160}(?:blocked|firewall)|cosmos db account firewall/is, 'publicRefused'],
  [/\bip has been prevented to connect to the endpoint/i, 'publicRefused'],
  [/unauthorized network access to workspace/i, 'publicRefused'],
  // Storage: the same sentence with "using this permission" is a role.
  [/not authorized to perform this operation\.(?! using)|\bAuthorizationFailure\b/i, 'publicRefused'],
  // Azure Firewall, and the web application firewall of Application Gateway
  [/\bAction: Deny\. /, 'refusedBetween'],
  [/403 forbidden.{0,200}Microsoft-Azure-Application-Gateway/is, 'refusedBetween'],
];

const credential =
  '(?:ManagedIdentity|WorkloadIdentity|ClientSecret|ClientCertificate|Environment|OnBehalfOf|Azure\\w*)';

/** Access tokens: never fetched, or fetched and refused. */
export const tokenRules: readonly HealthRule[] = [
  [/not currently configured to accept this token|<token-identified principal>/i, 'tokenRefused'],
  [/federated authentication is not supported by the server/i, 'tokenRefused'],
  [/(?:Invalid|Expired)AuthenticationToken|token is from the wrong issuer|\bIDX1\d{4}\b/i, 'tokenRefused'],
  [/AADSTS\d+|failed to retrieve azure access token|unable to acquire (?:an )?access token/i, 'noToken'],
  [new RegExp(`${credential}Credential\\b.{0,60}(?:failed|unavailable|not supported)`, 'is'), 'noToken'],
  [/managed identity .{0,60}(?:not available|not found|unavailable)|not a supported MSI token audience/is, 'noToken'],
  [
    /AD token retrieval failed|cannot fetch token|error getting OAuth2? token|failed to get (?:access )?token/i,
    'noToken',
  ],
  [/AuthenticationFailedMissingToken/, 'tokenUnsent'],
];
