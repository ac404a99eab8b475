import { createMiddleware } from 'hono/factory';
import { GrafanaError } from '../../grafana/grafanaError';
import { isGrafanaAudience } from '../audiences';
import { type Context } from '../context';
import { demo, demoWorkspaceId } from '../demo';
import { mayActOnData } from '../identities';
import { same } from '../state';

export type GrafanaRole = 'Admin' | 'Editor' | 'Viewer';
export type GrafanaEnv = { Variables: { role: GrafanaRole } };

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
export const permissionsOf = (role: GrafanaRole): Record<string, string[]> =>
  role === 'Admin' ? { ...reads, ...writes } : reads;

/** Lets in an Entra token for workspaces' Grafana whose identity has a role there, or a service account's token. */
export function signedIn(context: Context) {
  return createMiddleware<GrafanaEnv>(async (c, next) => {
    c.set('role', await roleOf(context, c.req.header('authorization')));
    await next();
  });
}

async function roleOf(context: Context, header: string | undefined): Promise<GrafanaRole> {
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
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
  const identity = world.identities.find((candidate) => same(candidate.clientId, clientId));
  const roles: GrafanaRole[] = ['Admin', 'Editor', 'Viewer'];
  return roles.find(
    (role) =>
      identity && mayActOnData(identity, `Microsoft.Dashboard/grafana/ActAsGrafana${role}/action`, demoWorkspaceId())
  );
}
