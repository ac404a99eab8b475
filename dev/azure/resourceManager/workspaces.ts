import { type Hono } from 'hono';
import { type Context } from '../context';
import { mayAct } from '../identities';
import { findWorkspace, same, workspaceId, type Workspace } from '../state';
import { resourceNotFound } from './errors';
import { page } from './paging';
import { authorize, type ArmEnv } from './signedIn';
import { knownResourceGroup, knownSubscription } from './subscriptions';
import { workspaceJson } from './workspaceJson';

export const workspacePath =
  '/subscriptions/:subscription/resourcegroups/:group/providers/microsoft.dashboard/grafana/:workspace';

const read = 'Microsoft.Dashboard/grafana/read';

/** Grafana workspaces: one, those of a resource group, those of a subscription. Lists show what the caller may read. */
export function workspaceRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get(workspacePath, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    authorize(c.get('identity'), read, workspaceId(workspace));
    return c.json(workspaceJson(context, workspace));
  });

  app.get('/subscriptions/:subscription/providers/microsoft.dashboard/grafana', (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription'));
    const items = context.world.workspaces
      .filter((workspace) => same(workspace.subscriptionId, id))
      .filter((workspace) => mayAct(c.get('identity'), read, workspaceId(workspace)));
    return c.json(
      page(
        context,
        c.req.url,
        items.map((workspace) => workspaceJson(context, workspace))
      )
    );
  });

  app.get('/subscriptions/:subscription/resourcegroups/:group/providers/microsoft.dashboard/grafana', (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription'));
    const group = knownResourceGroup(context, id, c.req.param('group'));
    const items = context.world.workspaces
      .filter((workspace) => same(workspace.subscriptionId, id) && same(workspace.resourceGroup, group.name))
      .filter((workspace) => mayAct(c.get('identity'), read, workspaceId(workspace)));
    return c.json(
      page(
        context,
        c.req.url,
        items.map((workspace) => workspaceJson(context, workspace))
      )
    );
  });
}

interface WorkspaceParameters {
  subscription: string;
  group: string;
  workspace: string;
}

/** The workspace that a path names; throws Azure's 404 for the first part that does not exist. */
export function knownWorkspace(context: Context, { subscription, group, workspace }: WorkspaceParameters): Workspace {
  const { id } = knownSubscription(context, subscription);
  knownResourceGroup(context, id, group);
  const found = findWorkspace(context.world, id, group, workspace);
  if (!found) {
    throw resourceNotFound(`Microsoft.Dashboard/grafana/${workspace}`, group);
  }
  return found;
}
