import { type Context as HonoContext, type Hono } from 'hono';
import { loggedChange } from '../activityLog';
import { type Context } from '../context';
import { type Identity } from '../identities';
import { type OperationRequest } from '../operations';
import {
  endpointId,
  workspaceId,
  type Endpoint,
  type SystemData,
  type Workspace,
  type OperationOutcome,
  type Target,
} from '../state';
import { connectionOf, findTarget, removeConnection, requestConnection } from '../targets/connections';
import { kindOf } from '../targets/kinds';
import { checkCreate, checkNotBusy, checkUpdate, readEndpoint, readTags, type EndpointInput } from './endpointRules';
import { resourceNotFound } from './errors';
import { endpointJson } from './json';
import { accept } from './operationStatuses';
import { page } from './requests';
import { authorize, type ArmEnv } from './signedIn';
import { knownWorkspace, workspacePath } from './workspaces';

const type = 'Microsoft.Dashboard/grafana/managedPrivateEndpoints';
const listPath = `${workspacePath}/managedprivateendpoints` as const;
const path = `${listPath}/:endpoint` as const;

/** Managed private endpoints of a workspace: list, get, create, update and delete. */
export function endpointRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get(listPath, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    authorize(c.get('identity'), `${type}/read`, workspaceId(workspace));
    const endpoints = [...workspace.endpoints.values()];
    return c.json(page(context, c.req.url, endpoints, (endpoint) => endpointJson(context, workspace, endpoint)));
  });

  app.get(path, (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const name = c.req.param('endpoint');
    authorize(c.get('identity'), `${type}/read`, endpointId(workspace, name));
    return c.json(endpointJson(context, workspace, knownEndpoint(workspace, name)));
  });

  app.put(path, async (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const name = decodeURIComponent(new URL(c.req.url).pathname.split('/').at(-1) ?? '');
    authorize(c.get('identity'), `${type}/write`, endpointId(workspace, name));
    const input = await readEndpoint(c.req);
    checkNotBusy(context, workspace);
    const existing = workspace.endpoints.get(name.toLowerCase());
    const write = writeOf(c, context, workspace);
    return existing ? update(write, existing, checkUpdate(existing, input, workspace)) : create(write, name, input);
  });

  app.patch(path, async (c) => {
    const workspace = knownWorkspace(context, c.req.param());
    const endpoint = knownEndpoint(workspace, c.req.param('endpoint'));
    authorize(c.get('identity'), `${type}/write`, endpointId(workspace, endpoint.name));
    const tags = await readTags(c.req);
    checkNotBusy(context, workspace);
    return update(writeOf(c, context, workspace), endpoint, { tags }, 202);
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
    const finish = finishDelete(context, workspace, endpoint);
    const operation = operationOn('delete', writeOf(c, context, workspace), endpoint, finish);
    return accept(context, c.req.url, operation, { status: 202 });
  });
}

/** A write on a workspace's endpoints: the URL that was asked, and who asked. */
interface Write {
  context: Context;
  workspace: Workspace;
  by: Identity;
  url: string;
}

const writeOf = (c: HonoContext<ArmEnv>, context: Context, workspace: Workspace): Write => ({
  context,
  workspace,
  by: c.get('identity'),
  url: c.req.url,
});

const operationOn = (
  kind: OperationRequest['kind'],
  { workspace, by }: Pick<Write, 'workspace' | 'by'>,
  { name }: Endpoint,
  finish: OperationRequest['finish']
): OperationRequest => ({
  kind,
  resourceId: endpointId(workspace, name),
  workspaceId: workspaceId(workspace),
  activity: loggedChange(`${type}/${kind === 'delete' ? 'delete' : 'write'}`, by),
  finish,
});

function create({ context, workspace, by, url }: Write, name: string, input: EndpointInput): Response {
  checkCreate(context, workspace);
  const endpoint: Endpoint = { ...input, name, provisioningState: 'Accepted', systemData: stamp(context, by) };
  workspace.endpoints.set(name.toLowerCase(), endpoint);
  const operation = operationOn('create', { workspace, by }, endpoint, finishCreate(context, workspace, endpoint));
  return accept(context, url, operation, {
    status: 201,
    body: endpointJson(context, workspace, endpoint, { written: true }),
  });
}

function update(
  { context, workspace, by, url }: Write,
  endpoint: Endpoint,
  given: Partial<Endpoint>,
  status: 200 | 202 = 200
): Response {
  const changes = { ...given, systemData: stamp(context, by, endpoint.systemData) };
  const before = endpoint.provisioningState;
  endpoint.provisioningState = 'Updating';
  const operation = operationOn('update', { workspace, by }, endpoint, finishUpdate(endpoint, changes, before));
  return accept(context, url, operation, {
    status,
    body: endpointJson(context, workspace, endpoint, { written: true }),
  });
}

function knownEndpoint(workspace: Workspace, name: string): Endpoint {
  const endpoint = workspace.endpoints.get(name);
  if (!endpoint) {
    const typeAndName = `Microsoft.Dashboard/grafana/${workspace.name}/managedPrivateEndpoints/${name}`;
    throw resourceNotFound(typeAndName, workspace.resourceGroup);
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
function finishDelete({ world }: Context, workspace: Workspace, endpoint: Endpoint): Finish {
  return (outcome) => {
    if (outcome.status !== 'Succeeded') {
      endpoint.provisioningState = outcome.status;
      return;
    }
    const target = findTarget(world, endpoint.targetId);
    const connection = connectionOf(world, workspace, endpoint);
    workspace.endpoints.delete(endpoint.name.toLowerCase());
    if (target && connection) {
      removeConnection(target, connection.name);
    }
  };
}
