import { Hono } from 'hono';
import { isGrafanaAudience, isResourceManagerAudience } from '../entra/tokens';
import { type Context } from '../context';
import { same } from '../state';

/** Where the managed identity endpoint lives on the control origin. */
export const managedIdentityPath = '/managed-identity/token';

/**
 * The managed identity endpoint of App Service (IDENTITY_ENDPOINT, IDENTITY_HEADER; Microsoft Learn, "How to use
 * managed identities for App Service"). Without a client id it answers for the system-assigned identity.
 */
export function managedIdentityApp(context: Context): Hono {
  const app = new Hono();
  app.get(managedIdentityPath, async (c) => {
    if (c.req.header('x-identity-header') !== context.material.identityHeader) {
      return c.json({ statusCode: 401, message: 'The X-IDENTITY-HEADER is missing or wrong.' }, 401);
    }
    if (c.req.query('api-version') !== '2019-08-01') {
      return c.json({ statusCode: 400, message: 'The api-version is not supported.' }, 400);
    }
    const resource = c.req.query('resource') ?? '';
    if (!isResourceManagerAudience(resource, context) && !isGrafanaAudience(resource)) {
      return c.json(
        { statusCode: 400, message: `AADSTS500011: The resource principal named ${resource} was not found.` },
        400
      );
    }
    const clientId = c.req.query('client_id');
    const identity = context.world.identities.find((it) => it.managed && (!clientId || same(it.clientId, clientId)));
    if (!identity) {
      return c.json(
        {
          statusCode: 400,
          message:
            'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
        },
        400
      );
    }
    const lifetime = context.knobs.tokenLifetimeSeconds;
    return c.json({
      access_token: await context.tokens.issue(identity, context.world.tenantId, resource, lifetime),
      expires_on: String(Math.floor(Date.now() / 1000) + lifetime),
      resource,
      token_type: 'Bearer',
      client_id: identity.clientId,
    });
  });
  return app;
}
