import { type Hono } from 'hono';
import { type Context } from '../context';
import { type Identity } from '../identities';
import { startOperation } from '../operations';
import {
  type Endpoint,
  endpointId,
  type OperationOutcome,
  type SystemData,
  type Target,
  type Workspace,
  workspaceId,
} from '../state';
import { connectionOf, findTarget, removeConnection, requestConnection, syncWorkspace } from '../targets/connections';
import { kindOf } from '../targets/kinds';
import { asyncAnswer } from './asyncAnswer';
import { type EndpointInput, readEndpoint, readTags } from './endpointBody';
import { endpointJson } from './endpoints';
import { checkCreate, checkNotBusy, checkUpdate } from './endpointRules';
import { resourceNotFound } from './errors';
import { apiVersionOf } from './paging';
import { type ArmEnv, authorize } from './signedIn';
import { knownWorkspace, workspacePath } from './workspaces';

const type = 'Microsoft.Dashboard/grafana/managedPrivateEndpoints';
const path = `${workspacePath}/managedprivateendpoints/:endpoint`;

/** Create, update and delete managed private endpoints. */
export function endpointWriteRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.put(path, async (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const url = new URL(c.req.url);
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    authorize(c.get('identity'), `${type}/write`, endpointId(workspace, name));
    const input = await readEndpoint(c.req);
    checkNotBusy(context, workspace);
    const existing = workspace.endpoints.get(name.toLowerCase());
    return existing
      ? update(context, workspace, existing, c.get('identity'), url, () =>
          checkUpdate(context, existing, input, workspace)
        )
      : create(context, workspace, name, input, c.get('identity'), url);
  });

  app.patch(path, async (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const endpoint = existingEndpoint(workspace, c.req.param('endpoint'));
    authorize(c.get('identity'), `${type}/write`, endpointId(workspace, endpoint.name));
    const tags = await readTags(c.req);
    checkNotBusy(context, workspace);
    const answer = update(context, workspace, endpoint, c.get('identity'), new URL(c.req.url), () => ({ tags }), 202);
    return answer;
  });

  app.delete(path, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const name = c.req.param('endpoint');
    authorize(c.get('identity'), `${type}/delete`, endpointId(workspace, name));
    const endpoint = workspace.endpoints.get(name);
    if (!endpoint) {
      return c.body(null, 204);
    }
    checkNotBusy(context, workspace);
    endpoint.provisioningState = 'Deleting';
    const operation = startOperation(context, {
      kind: 'delete',
      resourceId: endpointId(workspace, endpoint.name),
      workspaceId: workspaceId(workspace),
      finish: finishDelete(context, workspace, endpoint),
    });
    return asyncAnswer(context, { operation, status: 202, apiVersion: apiVersionOf(new URL(c.req.url)) });
  });
}

function create(
  context: Context,
  workspace: Workspace,
  name: string,
  input: EndpointInput,
  by: Identity,
  url: URL
): Response {
  checkCreate(context, workspace, name);
  const endpoint: Endpoint = { ...input, name, provisioningState: 'Accepted', systemData: stamp(context, by) };
  workspace.endpoints.set(name.toLowerCase(), endpoint);
  const operation = startOperation(context, {
    kind: 'create',
    resourceId: endpointId(workspace, name),
    workspaceId: workspaceId(workspace),
    finish: finishCreate(context, workspace, endpoint),
  });
  const body = endpointJson(context, workspace, endpoint);
  return asyncAnswer(context, { operation, status: 201, apiVersion: apiVersionOf(url), body });
}

function update(
  context: Context,
  workspace: Workspace,
  endpoint: Endpoint,
  by: Identity,
  url: URL,
  changesOf: () => Partial<Endpoint>,
  status: 200 | 202 = 200
): Response {
  const changes = { ...changesOf(), systemData: stamp(context, by, endpoint.systemData) };
  if (!context.knobs.asyncUpdates) {
    Object.assign(endpoint, changes);
    return Response.json(endpointJson(context, workspace, endpoint));
  }
  const before = endpoint.provisioningState;
  endpoint.provisioningState = 'Updating';
  const operation = startOperation(context, {
    kind: 'update',
    resourceId: endpointId(workspace, endpoint.name),
    workspaceId: workspaceId(workspace),
    finish: finishUpdate(endpoint, changes, before),
  });
  const body = endpointJson(context, workspace, endpoint);
  return asyncAnswer(context, { operation, status, apiVersion: apiVersionOf(url), body });
}

function existingEndpoint(workspace: Workspace, name: string): Endpoint {
  const endpoint = workspace.endpoints.get(name);
  if (!endpoint) {
    throw resourceNotFound(
      `Microsoft.Dashboard/grafana/${workspace.name}/managedPrivateEndpoints/${name}`,
      workspace.resourceGroup
    );
  }
  return endpoint;
}

function stamp({ clock }: Context, by: Identity, before?: SystemData): SystemData {
  const now = clock.iso();
  return {
    createdBy: before?.createdBy ?? by.clientId,
    createdByType: before?.createdByType ?? 'Application',
    createdAt: before?.createdAt ?? now,
    lastModifiedBy: by.clientId,
    lastModifiedByType: 'Application',
    lastModifiedAt: now,
  };
}

type Finish = (outcome: OperationOutcome) => OperationOutcome | void;

const failed = (code: string, message: string): OperationOutcome => ({ status: 'Failed', error: { code, message } });

/** A new endpoint: its request reaches the target, and waits there for the owner. */
function finishCreate({ world }: Context, workspace: Workspace, endpoint: Endpoint): Finish {
  return (planned) => {
    const target = findTarget(world, endpoint.targetId);
    const outcome = planned.status === 'Succeeded' ? (refusedByTarget(target, endpoint) ?? planned) : planned;
    endpoint.provisioningState = outcome.status;
    if (target && outcome.status === 'Succeeded') {
      const connection = requestConnection(target, workspace, endpoint);
      endpoint.connectionState = { status: connection.status, description: connection.description };
    }
    return outcome;
  };
}

function refusedByTarget(target: Target | undefined, endpoint: Endpoint): OperationOutcome | undefined {
  if (!target) {
    return failed('ResourceNotFound', `The private link resource '${endpoint.targetId}' could not be found.`);
  }
  const kind = kindOf(target.type);
  const known = kind?.subResources.map(({ groupId }) => groupId) ?? [];
  const asked = endpoint.groupIds ?? [];
  if (kind && (asked.some((group) => !known.includes(group)) || (known.length > 0 && asked.length === 0))) {
    return failed(
      'InvalidPrivateLinkGroupIds',
      `The group ids '${asked.join(', ')}' are not valid for '${target.type}'. Valid ones: '${known.join(', ')}'.`
    );
  }
  return undefined;
}

/** New tags or a new domain name take effect only if the operation succeeds. */
function finishUpdate(endpoint: Endpoint, changes: Partial<Endpoint>, stateBefore: string): Finish {
  return (outcome) => {
    if (outcome.status === 'Succeeded') {
      Object.assign(endpoint, changes, { provisioningState: 'Succeeded' });
    } else {
      endpoint.provisioningState = outcome.status === 'Failed' ? 'Failed' : stateBefore;
    }
  };
}

/** A failed deletion leaves the endpoint, and its connection, where they are. */
function finishDelete({ world, knobs }: Context, workspace: Workspace, endpoint: Endpoint): Finish {
  return (outcome) => {
    if (outcome.status !== 'Succeeded') {
      endpoint.provisioningState = outcome.status;
      return;
    }
    const target = findTarget(world, endpoint.targetId);
    const connection = connectionOf(world, workspace, endpoint);
    workspace.endpoints.delete(endpoint.name.toLowerCase());
    if (target && connection && knobs.deletedConnection === 'gone') {
      removeConnection(target, connection.name);
    } else if (connection) {
      connection.status = 'Disconnected';
    }
  };
}

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
