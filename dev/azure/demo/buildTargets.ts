import { kindOf } from '../targets/kinds';
import { requestConnection } from '../targets/connections';
import { same, type Endpoint, type Target, type Workspace, type World } from '../state';
import { type EndpointSpec } from './buildEndpoint';
import { largeTargets } from './largeEndpoints';
import { targetProperties } from './targetProperties';
import { freeTargets, subscriptionOf, targetId, targetSpecs, type TargetSpec } from './targets';

/** Every target of the demonstration, without its connections, by id in lower case. */
export function buildTargets(): Map<string, Target> {
  const named = [targetSpecs, freeTargets].flatMap((specs) => Object.values<TargetSpec>(specs));
  const targets = [...named, ...largeTargets()].map(buildTarget);
  return new Map(targets.map((target) => [target.id.toLowerCase(), target]));
}

function buildTarget(spec: TargetSpec): Target {
  return {
    id: targetId(spec),
    type: spec.type,
    name: spec.name,
    subscriptionId: subscriptionOf(spec.group),
    resourceGroup: spec.group,
    location: spec.location,
    kind: spec.kind,
    sku: spec.sku,
    properties: targetProperties(spec),
    connections: (spec.strangers ?? []).map((stranger, index) => ({
      name: `${stranger.name}.7d20c5e1-0000-4000-8000-00000000000${index}`,
      privateEndpointId: `/subscriptions/${subscriptionOf(spec.group)}/resourceGroups/network/providers/Microsoft.Network/privateEndpoints/${stranger.name}`,
      groupIds: (kindOf(spec.type)?.subResources ?? []).slice(0, 1).map(({ groupId }) => groupId),
      status: stranger.status,
      description: stranger.words,
      provisioningState: 'Succeeded',
    })),
  };
}

const connected = new Set(['Pending', 'Approved', 'Rejected']);

/** Puts the connections of a workspace's endpoints on their targets, with the owner's own view where it differs. */
export function connectEndpoints(world: World, workspace: Workspace, specs: EndpointSpec[] = []): void {
  for (const endpoint of workspace.endpoints.values()) {
    const target = world.targets.get(endpoint.targetId.toLowerCase());
    const status = endpoint.connectionState?.status ?? '';
    if (target && connected.has(status)) {
      const owner = specs.find(({ name }) => same(name, endpoint.name))?.owner;
      connect(
        target,
        workspace,
        endpoint,
        owner?.state ?? status,
        owner?.words ?? endpoint.connectionState?.description ?? ''
      );
    }
  }
}

function connect(target: Target, workspace: Workspace, endpoint: Endpoint, status: string, description: string): void {
  const connection = requestConnection(target, workspace, endpoint);
  connection.status = status === 'Approved' || status === 'Rejected' ? status : 'Pending';
  connection.description = description;
}
