import { type Hono } from 'hono';
import { type Context } from '../context';
import { withNulls } from '../distort';
import { type Endpoint, endpointId, type Json, type JsonObject, type Workspace, workspaceId } from '../state';
import { resourceNotFound } from './errors';
import { page } from './paging';
import { type ArmEnv, authorize } from './signedIn';
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

/** A managed private endpoint as Azure answers it; what is unset is absent, or null where the knob says so. */
export function endpointJson({ knobs }: Context, workspace: Workspace, endpoint: Endpoint): JsonObject {
  const answer = merged(
    withoutUndefined({
      id: endpointId(workspace, endpoint.name),
      name: endpoint.name,
      type: 'microsoft.dashboard/grafana/managedprivateendpoints',
      location: endpoint.location,
      tags: endpoint.tags,
      properties: withoutUndefined({
        provisioningState: endpoint.provisioningState,
        privateLinkResourceId: endpoint.targetId,
        privateLinkResourceRegion: endpoint.targetRegion,
        groupIds: endpoint.groupIds,
        requestMessage: endpoint.requestMessage,
        privateLinkServiceUrl: endpoint.domainName,
        connectionState: endpoint.connectionState,
        privateLinkServicePrivateIP: endpoint.privateIp,
      }),
      systemData: endpoint.systemData && { ...endpoint.systemData },
    }),
    endpoint.raw ?? {}
  );
  return knobs.nullsInsteadOfAbsent ? (withNulls(answer) as JsonObject) : answer;
}

function withoutUndefined(object: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  );
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(base: JsonObject, over: JsonObject): JsonObject {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = result[key];
    result[key] = isObject(old) && isObject(value) ? merged(old, value) : value;
  }
  return result;
}
