import { randomUUID } from 'node:crypto';
import { type Context } from '../context';
import { managedNetwork } from '../demo/endpoints';
import { same, type Connection, type Endpoint, type Target, type Workspace, type World } from '../state';

/** The private endpoint behind a managed one lives in a subscription of Microsoft's own. */
const microsoftGroup =
  '/subscriptions/e8f1a6d3-94b2-4c07-a5d8-2b6c0f7e1394/resourceGroups/amg-managed-network/providers/Microsoft.Network/privateEndpoints';

/**
 * The name of that private endpoint. Azure documents no rule; three independent public projects rely on this one,
 * so the product may show it as likely and do nothing because of it.
 */
const privateEndpointName = (workspace: string, endpoint: string): string => `grafana-${workspace}-${endpoint}`;

export const findTarget = (world: World, id: string): Target | undefined => world.targets.get(id.toLowerCase());

/** The target's connection that belongs to this endpoint. */
export function connectionOf(world: World, workspace: Workspace, endpoint: Endpoint): Connection | undefined {
  const suffix = `/privateendpoints/${privateEndpointName(workspace.name, endpoint.name)}`.toLowerCase();
  const target = findTarget(world, endpoint.targetId);
  return target?.connections.find(({ privateEndpointId }) => privateEndpointId.toLowerCase().endsWith(suffix));
}

/** Puts an endpoint's request on its target; the owner sees the request message as the description. */
export function requestConnection(target: Target, workspace: Workspace, endpoint: Endpoint): Connection {
  const name = privateEndpointName(workspace.name, endpoint.name);
  const separator = same(target.type, 'Microsoft.Network/privateLinkServices') ? '.' : '-';
  const connection: Connection = {
    name: `${name}${separator}${randomUUID()}`,
    privateEndpointId: `${microsoftGroup}/${name}`,
    groupIds: endpoint.groupIds ?? [],
    status: 'Pending',
    description: endpoint.requestMessage ?? '',
    provisioningState: 'Succeeded',
  };
  target.connections.push(connection);
  return connection;
}

export function removeConnection(target: Target, name: string): boolean {
  const index = target.connections.findIndex((connection) => same(connection.name, name));
  if (index >= 0) {
    target.connections.splice(index, 1);
  }
  return index >= 0;
}

/**
 * What a refresh does: the workspace applies each target's view of its connections, learns that one is gone,
 * and gets private IPs for what is approved. Endpoints that are not there yet, or lead nowhere known, stay as they are.
 */
export function syncWorkspace(world: World, workspace: Workspace): void {
  for (const endpoint of workspace.endpoints.values()) {
    if (endpoint.connectionState && findTarget(world, endpoint.targetId)) {
      syncEndpoint(world, workspace, endpoint);
    }
  }
}

function syncEndpoint(world: World, workspace: Workspace, endpoint: Endpoint): void {
  const connection = connectionOf(world, workspace, endpoint);
  if (!connection) {
    endpoint.connectionState = { status: 'Disconnected', description: endpoint.connectionState?.description ?? '' };
    endpoint.privateIp = undefined;
    return;
  }
  endpoint.connectionState = { status: connection.status, description: connection.description };
  endpoint.privateIp = connection.status === 'Approved' ? (endpoint.privateIp ?? freeAddress(workspace)) : undefined;
}

function freeAddress(workspace: Workspace): string {
  const used = new Set([...workspace.endpoints.values()].map(({ privateIp }) => privateIp));
  for (let last = 4; ; last++) {
    const address = managedNetwork(last);
    if (!used.has(address)) {
      return address;
    }
  }
}

/** The owner's word on a connection. The workspace learns of it when it refreshes, unless the knob says otherwise. */
export function decide(
  { knobs, world }: Context,
  target: Target,
  connection: Connection,
  status: 'Approved' | 'Rejected',
  description: string
): void {
  Object.assign(connection, { status, description, provisioningState: 'Succeeded' });
  if (knobs.syncsByItself) {
    world.workspaces
      .filter(({ endpoints }) => [...endpoints.values()].some((it) => same(it.targetId, target.id)))
      .forEach((workspace) => syncWorkspace(world, workspace));
  }
}
