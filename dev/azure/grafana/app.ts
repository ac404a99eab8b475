import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { dataSourceRoutes } from '../../grafana/dataSourceRoutes';
import { GrafanaError } from '../../grafana/grafanaError';
import { bounded } from '../../ownMachine';
import { type Context } from '../context';
import { demo, demoWorkspaceId } from '../demo';
import { bearerToken, isGrafanaAudience } from '../entra/tokens';
import { findIdentity, mayActOnData } from '../identities';
import { settleOperations } from '../operations';

type GrafanaRole = 'Admin' | 'Editor' | 'Viewer';
type GrafanaEnv = { Variables: { role: GrafanaRole } };

/** The API of the workspace's own Grafana, as far as the product meets it. Rules: Grafana 12.4. */
export function grafanaApp(context: Context): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  app.use(bounded);
  app.onError((error, c) => {
    if (error instanceof GrafanaError) {
      return c.json(error.body, error.status);
    }
    throw error;
  });
  app.notFound((c) => c.json({ message: 'Not found' }, 404));

  app.use(async (c, next) => {
    settleOperations(context);
    if (mainWorkspace(context)?.publicNetworkAccess === 'Disabled') {
      return c.text('Public network access to this workspace is disabled.', 403);
    }
    return next();
  });
  app.get('/api/health', (c) => c.json({ database: 'ok', version: mainWorkspace(context)?.grafanaVersion ?? '' }));
  app.use(signedIn(context));
  app.get('/api/org', (c) => c.json({ id: 1, name: 'Main Org.' }));
  app.get('/api/access-control/user/permissions', (c) => c.json(permissionsOf(c.get('role'))));
  app.route(
    '/',
    dataSourceRoutes<GrafanaEnv>({
      sources: () => context.world.dataSources,
      actions: (c) => Object.keys(permissionsOf(c.get('role'))),
      // Only the workspace's own Grafana is in its managed network.
      check: (source) => context.checkDataSource(source, demo.workspaces.main),
      now: () => context.clock.now(),
    })
  );
  return app;
}

const mainWorkspace = ({ world }: Context) => world.workspaces.find(({ name }) => name === demo.workspaces.main);

const serviceAccounts: Record<string, GrafanaRole> = {
  [demo.grafanaToken]: 'Admin',
  [demo.grafanaViewerToken]: 'Viewer',
};

const reads = { 'datasources:read': ['datasources:*'], 'datasources:query': ['datasources:*'] };
const writes = {
  'datasources:create': [''],
  'datasources:write': ['datasources:*'],
  'datasources:delete': ['datasources:*'],
};

/** RBAC actions with their scopes, as Grafana grants them to a role without a licence. */
const permissionsOf = (role: GrafanaRole): Record<string, string[]> =>
  role === 'Admin' ? { ...reads, ...writes } : reads;

/** Lets in an Entra token for workspaces' Grafana whose identity has a role there, or a service account's token. */
function signedIn(context: Context) {
  return createMiddleware<GrafanaEnv>(async (c, next) => {
    c.set('role', await roleOf(context, c.req.header('authorization')));
    await next();
  });
}

async function roleOf(context: Context, header: string | undefined): Promise<GrafanaRole> {
  const token = bearerToken(header);
  if (!token) {
    throw new GrafanaError(401, 'Unauthorized');
  }
  const account = serviceAccounts[token];
  if (account) {
    return account;
  }
  if (token.startsWith('glsa_')) {
    throw new GrafanaError(401, 'Invalid API key', 'api-key.invalid');
  }
  const check = await context.tokens.check(token);
  if (!check.ok || !isGrafanaAudience(check.claims.audience)) {
    throw new GrafanaError(401, 'Unauthorized');
  }
  const role = entraRole(context, check.claims.clientId);
  if (!role) {
    throw new GrafanaError(403, 'The identity has no role on this workspace');
  }
  return role;
}

/** Roles of workspaces' Grafana are data actions in Azure; rights on the resource give none. */
function entraRole({ world }: Context, clientId: string): GrafanaRole | undefined {
  const identity = findIdentity(world.identities, clientId);
  const roles: GrafanaRole[] = ['Admin', 'Editor', 'Viewer'];
  const action = (role: GrafanaRole) => `Microsoft.Dashboard/grafana/ActAsGrafana${role}/action`;
  return roles.find((role) => identity && mayActOnData(identity, action(role), demoWorkspaceId()));
}
