import { type Hono } from 'hono';
import { loggedChange } from '../activityLog';
import { type Context } from '../context';
import { mayAct } from '../identities';
import { findWorkspace, same, workspaceId, type Workspace } from '../state';
import { syncWorkspace } from '../targets/connections';
import { checkNotBusy } from './endpointRules';
import { resourceNotFound } from './errors';
import { workspaceJson } from './json';
import { accept } from './operationStatuses';
import { page } from './requests';
import { authorize, type ArmEnv } from './signedIn';
import { knownResourceGroup, knownSubscription } from './subscriptions';

const provider = 'providers/microsoft.dashboard/grafana';
export const workspacePath = `/subscriptions/:subscription/resourcegroups/:group/${provider}/:workspace` as const;

const read = 'Microsoft.Dashboard/grafana/read';
const refresh = 'Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action';

/** Grafana workspaces: one, those of a subscription or of a resource group (what the caller may read), and the refresh. */
export function workspaceRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get(workspacePath, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    authorize(c.get('identity'), read, workspaceId(workspace));
    return c.json(workspaceJson(context, workspace));
  });

  const listPaths = [
    `/subscriptions/:subscription/${provider}`,
    `/subscriptions/:subscription/resourcegroups/:group/${provider}`,
  ];
  app.on('GET', listPaths, (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription') ?? '');
    const name = c.req.param('group');
    const group = name === undefined ? undefined : knownResourceGroup(context, id, name).name;
    const workspaces = context.world.workspaces
      .filter(({ subscriptionId }) => same(subscriptionId, id))
      .filter(({ resourceGroup }) => group === undefined || same(resourceGroup, group))
      .filter((workspace) => mayAct(c.get('identity'), read, workspaceId(workspace)));
    return c.json(page(context, c.req.url, workspaces, (workspace) => workspaceJson(context, workspace)));
  });

  // The network sync: only when it has ended does the workspace see what owners decided.
  app.post(`${workspacePath}/refreshmanagedprivateendpoints`, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const id = workspaceId(workspace);
    authorize(c.get('identity'), refresh, id);
    checkNotBusy(context, workspace);
    const finish = ({ status }: { status: string }) => {
      if (status === 'Succeeded') {
        syncWorkspace(context.world, workspace);
      }
    };
    const activity = loggedChange(refresh, c.get('identity'));
    const operation = { kind: 'refresh', resourceId: id, workspaceId: id, activity, finish } as const;
    return accept(context, c.req.url, operation, { status: 202 });
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
