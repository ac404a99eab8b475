import { type ContentfulStatusCode } from 'hono/utils/http-status';
import { type Identity } from '../identities';

/** A refusal of Resource Manager, answered in its envelope `{error: {code, message}}`. */
export class ArmError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {}
  ) {
    super(message);
  }

  body() {
    return { error: { code: this.code, message: this.message } };
  }
}

export const subscriptionNotFound = (id: string) =>
  new ArmError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);

export const resourceGroupNotFound = (name: string) =>
  new ArmError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);

export const resourceNotFound = (typeAndName: string, group: string) =>
  new ArmError(
    404,
    'ResourceNotFound',
    `The Resource '${typeAndName}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`
  );

export const authorizationFailed = (identity: Identity, action: string, scope: string) =>
  new ArmError(
    403,
    'AuthorizationFailed',
    `The client '${identity.clientId}' with object id '${identity.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`
  );

export const missingApiVersion = () =>
  new ArmError(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.'
  );

export const unsupportedApiVersion = (type: string, asked: string, supported: readonly string[]) =>
  new ArmError(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for location '' and API version '${asked}' for type '${type}'. The supported api-versions are '${supported.join(', ')}'.`
  );

export const invalidSkipToken = () =>
  new ArmError(400, 'BadRequest', 'The provided $skipToken is not valid for this list.');

export const noSuchRoute = (path: string) =>
  new ArmError(404, 'InvalidResourceType', `The resource type could not be found in the namespace for '${path}'.`);
