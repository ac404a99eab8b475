import { managedNetwork } from '../demo/buildEndpoint';
import { type Endpoint, type Workspace, type World } from '../state';
import { connectionOf, findTarget } from './connections';

/**
 * What a refresh does: the workspace takes over each target's view of its connections, learns that one is gone,
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
