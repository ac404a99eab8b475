import { randomUUID } from 'node:crypto';

type EntraMessage = `AADSTS${number}: ${string}`;

/** A refusal of Entra's token endpoint: its OAuth code, and its sentence after its AADSTS number. */
export class EntraError extends Error {
  readonly number: number;

  constructor(
    readonly status: 400 | 401,
    readonly oauthError: string,
    message: EntraMessage
  ) {
    super(message);
    this.number = Number(/\d+/.exec(message)?.[0]);
  }
}

const invalidRequest = (message: EntraMessage) => new EntraError(400, 'invalid_request', message);
const unauthorizedClient = (message: EntraMessage) => new EntraError(400, 'unauthorized_client', message);
const invalidClient = (message: EntraMessage) => new EntraError(401, 'invalid_client', message);

/** The body that Entra sends with a refusal. */
export function errorBody(error: EntraError) {
  const trace = randomUUID();
  const correlation = randomUUID();
  const timestamp = new Date()
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  return {
    error: error.oauthError,
    error_description: `${error.message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [error.number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${error.number}`,
  };
}

export const unknownTenant = (tenant: string) =>
  invalidRequest(
    `AADSTS90002: Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`
  );

export const unknownApp = (clientId: string, tenant: string) =>
  unauthorizedClient(
    `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`
  );

export const wrongSecret = (clientId: string) =>
  invalidClient(
    `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`
  );

export const expiredSecret = (clientId: string) =>
  invalidClient(
    `AADSTS7000222: The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`
  );

export const missingCredential = () =>
  invalidClient(
    "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
  );

export const missingParameter = (name: string) =>
  invalidRequest(`AADSTS900144: The request body must contain the following parameter: '${name}'.`);

export const unsupportedGrant = (grant: string) =>
  new EntraError(400, 'unsupported_grant_type', `AADSTS70003: The app requested an unsupported grant type '${grant}'.`);

export const invalidScope = (scope: string) =>
  new EntraError(
    400,
    'invalid_scope',
    `AADSTS1002012: The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`
  );

export const unknownResource = (resource: string, tenant: string) =>
  new EntraError(
    400,
    'invalid_resource',
    `AADSTS500011: The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`
  );

export const appDisabled = (clientId: string, displayName: string) =>
  unauthorizedClient(`AADSTS7000112: Application '${clientId}'(${displayName}) is disabled.`);

export const malformedAssertion = () => invalidClient('AADSTS50027: JWT token is invalid or malformed.');

export const unknownCertificate = (thumbprint: string) =>
  invalidClient(
    `AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}'.`
  );

export const badAssertionSignature = () =>
  invalidClient(
    'AADSTS700027: Client assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value.'
  );

export const expiredAssertion = () =>
  invalidClient('AADSTS700024: Client assertion is not within its valid time range.');

export const wrongAssertionClaim = (claim: string) =>
  claim === 'aud'
    ? invalidClient('AADSTS700023: Client assertion audience claim does not match Realm issuer.')
    : invalidClient("AADSTS700021: Client assertion application identifier doesn't match 'client_id' parameter.");

export const noFederatedMatch = (number: 700211 | 700212 | 700213, claim: string, value: string) =>
  invalidClient(
    `AADSTS${number}: No matching federated identity record found for presented assertion ${claim} '${value}'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`
  );
