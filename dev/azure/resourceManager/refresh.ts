import { type Hono } from 'hono';
import { type Context } from '../context';
import { startOperation } from '../operations';
import { workspaceId } from '../state';
import { syncWorkspace } from '../targets/sync';
import { asyncAnswer } from './asyncAnswer';
import { checkNotBusy } from './endpointRules';
import { apiVersionOf } from './paging';
import { authorize, type ArmEnv } from './signedIn';
import { knownWorkspace, workspacePath } from './workspaces';

/** The network sync of a workspace: only when it has ended does the workspace see what owners decided. */
export function refreshRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.post(`${workspacePath}/refreshmanagedprivateendpoints`, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const id = workspaceId(workspace);
    authorize(c.get('identity'), context.knobs.refreshAction, id);
    checkNotBusy(context, workspace);
    const operation = startOperation(context, {
      kind: 'refresh',
      resourceId: id,
      workspaceId: id,
      finish: ({ status }) => {
        if (status === 'Succeeded') {
          syncWorkspace(context.world, workspace);
        }
      },
    });
    return asyncAnswer(context, { operation, status: 202, apiVersion: apiVersionOf(new URL(c.req.url)) });
  });
}
