import { type Context } from '../context';
import { type Endpoint, type OperationOutcome, type Target, type Workspace } from '../state';
import { connectionOf, findTarget, removeConnection, requestConnection } from '../targets/connections';
import { kindOf } from '../targets/kinds';

type Finish = (outcome: OperationOutcome) => OperationOutcome | void;

const failed = (code: string, message: string): OperationOutcome => ({ status: 'Failed', error: { code, message } });

/** A new endpoint: its request reaches the target, and waits there for the owner. */
export function finishCreate({ world }: Context, workspace: Workspace, endpoint: Endpoint): Finish {
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
export function finishUpdate(endpoint: Endpoint, changes: Partial<Endpoint>, stateBefore: string): Finish {
  return (outcome) => {
    if (outcome.status === 'Succeeded') {
      Object.assign(endpoint, changes, { provisioningState: 'Succeeded' });
    } else {
      endpoint.provisioningState = outcome.status === 'Failed' ? 'Failed' : stateBefore;
    }
  };
}

/** A failed deletion leaves the endpoint, and its connection, where they are. */
export function finishDelete({ world, knobs }: Context, workspace: Workspace, endpoint: Endpoint): Finish {
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
