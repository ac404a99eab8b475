import { same, type Endpoint, type Workspace, type World } from '../state';
import { targetId } from '../demo/targets';
import { connectionOf } from '../targets/connections';
import { storeSpecs, type PortUse, type StoreSpec } from './storeSpecs';

/** A port of a store that takes connections, from the managed network or from outside. */
export interface OpenPort {
  outcome: 'open';
  store: StoreSpec;
  use: Exclude<PortUse, 'closed'>;
  isPublic: boolean;
}

const storeOf = (endpoint: Endpoint): StoreSpec | undefined =>
  storeSpecs.find(({ target }) => same(targetId(target), endpoint.targetId));

/** Public addresses of Azure services, made up but always the same. */
const publicAddress = (index: number): string => `20.61.${Math.floor(index / 250)}.${(index % 250) + 4}`;

/** Endpoints that the workspace's network was set up for when it last refreshed. */
const wired = (workspace: Workspace): Endpoint[] =>
  [...workspace.endpoints.values()].filter(
    ({ connectionState, privateIp }) => connectionState?.status === 'Approved' && privateIp !== undefined
  );

/**
 * The address of a name inside a workspace's managed network, or outside of all. Inside, the domain name of a wired
 * endpoint and an Azure service's own name lead to the private IP; what is not wired resolves as it does in public.
 */
export function resolveName(workspace: Workspace | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const endpoint = workspace && wired(workspace).find((it) => isNameOf(it, wanted));
  if (endpoint?.privateIp) {
    return endpoint.privateIp;
  }
  const index = storeSpecs.findIndex(({ publicNames }) => publicNames.includes(wanted));
  return index < 0 ? undefined : publicAddress(index);
}

function isNameOf(endpoint: Endpoint, name: string): boolean {
  const domain = (endpoint.domainName ?? '').toLowerCase().replace(/\.$/, '');
  const isWildcard = domain.startsWith('*.');
  const byDomain = isWildcard
    ? name.endsWith(domain.slice(1)) && name !== domain.slice(2)
    : name === domain && domain !== '';
  return byDomain || (storeOf(endpoint)?.publicNames.includes(name) ?? false);
}

/** Where a connection leads. A private IP works only while the target's owner still approves of it. */
export function meet(
  world: World,
  workspace: Workspace | undefined,
  address: string,
  port: number
): OpenPort | { outcome: 'refused' | 'lost' } {
  const publicIndex = storeSpecs.findIndex(
    (spec, index) => spec.publicNames.length > 0 && publicAddress(index) === address
  );
  const endpoint = workspace && wired(workspace).find(({ privateIp }) => privateIp === address);
  const approved = workspace && endpoint && connectionOf(world, workspace, endpoint)?.status === 'Approved';
  const behind = approved && (world.deployed.get(endpoint.targetId.toLowerCase()) ?? storeOf(endpoint));
  const store = behind || storeSpecs[publicIndex];
  const use = store?.ports[port];
  if (!store || use === undefined) {
    return { outcome: 'lost' };
  }
  if (use === 'closed') {
    return { outcome: 'refused' };
  }
  // The public side of a database takes nobody at all.
  const isPublic = !approved;
  return isPublic && use === 'tcp' ? { outcome: 'lost' } : { outcome: 'open', store, use, isPublic };
}
