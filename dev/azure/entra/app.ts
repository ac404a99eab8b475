import { Hono } from 'hono';
import { bounded } from '../../ownMachine';
import { type Context } from '../context';
import { same } from '../state';
import { authenticate } from './authenticate';
import * as refuse from './errors';
import { isGrafanaAudience, isGraphAudience, isResourceManagerAudience } from './tokens';

/** Entra's token endpoint and what clients look up before they call it. Client credentials only. */
export function entraApp(context: Context): Hono {
  const app = new Hono();
  app.use(bounded);
  app.onError((error, c) => {
    if (error instanceof refuse.EntraError) {
      return c.json(refuse.errorBody(error), error.status);
    }
    throw error;
  });

  app.get('/common/discovery/instance', (c) => c.json(instanceDiscovery(context)));
  // The first version is what `az cloud register` and old clients speak: no version in its paths, `resource` in place of a scope.
  for (const version of ['/v2.0', ''] as const) {
    app.get(`/:tenant${version}/.well-known/openid-configuration`, (c) => {
      const tenant = knownTenant(context, c.req.param('tenant'));
      return c.json(openIdConfiguration(context.urls.entra, tenant, version));
    });
    app.get(`/:tenant/discovery${version}/keys`, async (c) => c.json(await context.tokens.publicKeys()));
    app.post(`/:tenant/oauth2${version}/token`, async (c) => {
      const tenant = knownTenant(context, c.req.param('tenant'));
      const form = new URLSearchParams(await c.req.text());
      const resource = () =>
        knownResource(context, tenant, version ? askedByScope(required(form, 'scope')) : required(form, 'resource'));
      c.header('cache-control', 'no-store, no-cache');
      return c.json(await tokenAnswer(context, tenant, form, resource));
    });
  }
  return app;
}

async function tokenAnswer(context: Context, tenant: string, form: URLSearchParams, resource: () => string) {
  const grant = required(form, 'grant_type');
  if (grant !== 'client_credentials') {
    throw refuse.unsupportedGrant(grant);
  }
  const identity = await authenticate(context, tenant, required(form, 'client_id'), form);
  const audience = resource();
  const lifetime = context.knobs.tokenLifetimeSeconds;
  return {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: await context.tokens.issue(identity, tenant, audience, lifetime),
  };
}

/** MSAL adds scopes of its own (openid, profile, offline_access) to what it was asked for. */
function askedByScope(scope: string): string {
  const asked = scope.split(' ').find((part) => part.endsWith('/.default'));
  if (!asked) {
    throw refuse.invalidScope(scope);
  }
  return asked.slice(0, -'/.default'.length);
}

function knownResource(context: Context, tenant: string, resource: string): string {
  if (!isResourceManagerAudience(resource, context) && !isGrafanaAudience(resource) && !isGraphAudience(resource)) {
    throw refuse.unknownResource(resource, tenant);
  }
  return resource;
}

function knownTenant({ world }: Context, tenant: string): string {
  if (!same(tenant, world.tenantId)) {
    throw refuse.unknownTenant(tenant);
  }
  return world.tenantId;
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) {
    throw refuse.missingParameter(name);
  }
  return value;
}

function openIdConfiguration(origin: string, tenant: string, version: '/v2.0' | '') {
  return {
    token_endpoint: `${origin}/${tenant}/oauth2${version}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${origin}/${tenant}/discovery${version}/keys`,
    issuer: `${origin}/${tenant}${version}`,
    authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(origin).host,
  };
}

function instanceDiscovery({ urls, world }: Context) {
  const { host } = new URL(urls.entra);
  return {
    tenant_discovery_endpoint: `${urls.entra}/${world.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
