import { createMiddleware } from 'hono/factory';
import { type Hono } from 'hono';
import { type Context } from '../context';
import { bearerToken, isResourceManagerAudience, type TokenRefusal } from '../entra/tokens';
import { findIdentity, mayAct, type Identity, permissionsAt } from '../identities';
import { ArmError, authorizationFailed } from './errors';
import { page } from './requests';

export type ArmEnv = { Variables: { identity: Identity } };

/** Lets nobody in without a bearer token that Entra signed for Resource Manager and that has not run out. */
export function signedIn(context: Context) {
  return createMiddleware<ArmEnv>(async (c, next) => {
    c.set('identity', await identityOf(context, c.req.header('authorization')));
    await next();
  });
}

async function identityOf(context: Context, header: string | undefined): Promise<Identity> {
  const token = bearerToken(header);
  if (!token) {
    throw refused(context, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
  }
  const check = await context.tokens.check(token);
  if (!check.ok) {
    throw refused(context, ...sentence(check));
  }
  if (!isResourceManagerAudience(check.claims.audience, context)) {
    throw refused(
      context,
      'InvalidAuthenticationTokenAudience',
      `The access token has been obtained for wrong audience or resource '${check.claims.audience}'. It should exactly match with one of the allowed audiences 'https://management.core.windows.net/','https://management.azure.com/','${context.urls.resourceManager}/'.`
    );
  }
  const identity = findIdentity(context.world.identities, check.claims.clientId);
  if (!identity) {
    throw refused(context, 'InvalidAuthenticationToken', 'The access token is invalid.');
  }
  return identity;
}

function sentence(refusal: TokenRefusal): [string, string] {
  return refusal.reason === 'expired'
    ? [
        'ExpiredAuthenticationToken',
        `The access token expiry UTC time '${refusal.expiredAt.toUTCString()}' is earlier than current UTC time '${new Date().toUTCString()}'.`,
      ]
    : ['InvalidAuthenticationToken', 'The access token is invalid.'];
}

function refused({ urls, world }: Context, code: string, message: string): ArmError {
  const challenge = `Bearer authorization_uri="${urls.entra}/${world.tenantId}", error="invalid_token", error_description="${message}"`;
  return new ArmError(401, code, message, { 'www-authenticate': challenge });
}

/** Throws Azure's 403 unless the identity may do this there. */
export function authorize(identity: Identity, action: string, scope: string): void {
  if (!mayAct(identity, action, scope)) {
    throw authorizationFailed(identity, action, scope);
  }
}

/** The caller's own permissions at any scope: `GET {scope}/providers/Microsoft.Authorization/permissions`. */
export function permissionRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/:scope{.+}/providers/microsoft.authorization/permissions', (c) => {
    const scope = `/${c.req.param('scope')}`;
    const permissions = permissionsAt(c.get('identity'), scope);
    return c.json(page(context, c.req.url, permissions, (permission) => ({ ...permission, conditions: null })));
  });
}
