import { type Hono } from 'hono';
import { type Context } from '../context';
import { endpointId, workspaceId } from '../state';
import { endpointJson } from './endpointJson';
import { resourceNotFound } from './errors';
import { page } from './paging';
import { authorize, type ArmEnv } from './signedIn';
import { knownWorkspace, workspacePath } from './workspaces';

const read = 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/read';

/** Managed private endpoints of a workspace: list and get. */
export function endpointRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get(`${workspacePath}/managedprivateendpoints`, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    authorize(c.get('identity'), read, workspaceId(workspace));
    const items = [...workspace.endpoints.values()].map((endpoint) => endpointJson(context, workspace, endpoint));
    return c.json(page(context, c.req.url, items));
  });

  app.get(`${workspacePath}/managedprivateendpoints/:endpoint`, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const name = c.req.param('endpoint');
    authorize(c.get('identity'), read, endpointId(workspace, name));
    const endpoint = workspace.endpoints.get(name);
    if (!endpoint) {
      const typeAndName = `Microsoft.Dashboard/grafana/${workspace.name}/managedPrivateEndpoints/${name}`;
      throw resourceNotFound(typeAndName, workspace.resourceGroup);
    }
    return c.json(endpointJson(context, workspace, endpoint));
  });
}
