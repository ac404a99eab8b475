import { type ActivityEvent, type LoggedChange } from './activityLog';
import { type DataSources } from '../grafana/dataSources';
import { type Identity } from './identities';
import { type StoreSpec } from './network/storeSpecs';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface Subscription {
  id: string;
  displayName: string;
  state: 'Enabled' | 'Disabled';
  /** Resource provider namespaces that are registered, lower case. */
  registeredProviders: Set<string>;
}

export interface SystemData {
  createdBy: string;
  createdByType: 'User' | 'Application' | 'ManagedIdentity';
  /** RFC 3339. */
  createdAt: string;
  lastModifiedBy: string;
  lastModifiedByType: 'User' | 'Application' | 'ManagedIdentity';
  lastModifiedAt: string;
}

/** A managed private endpoint as the workspace sees it: its view of the connection changes only when it refreshes. */
export interface Endpoint {
  name: string;
  location: string;
  tags?: Record<string, string>;
  provisioningState: string;
  targetId: string;
  targetRegion?: string;
  groupIds?: string[];
  requestMessage?: string;
  domainName?: string;
  connectionState?: { status: string; description: string };
  privateIp?: string;
  systemData?: SystemData;
  /** Merged over the answer as it is, so that a test can show properties nobody knows yet. */
  raw?: JsonObject;
}

export interface Workspace {
  subscriptionId: string;
  resourceGroup: string;
  name: string;
  location: string;
  tags: Record<string, string>;
  tier: 'Standard' | 'Essential';
  publicNetworkAccess: 'Enabled' | 'Disabled';
  grafanaVersion: string;
  /** Where its Grafana answers instead of at its usual address. */
  endpoint?: string;
  linkedMonitorWorkspaces: string[];
  systemData: SystemData;
  /** By name in lower case. */
  endpoints: Map<string, Endpoint>;
}

/** A connection from a private endpoint, as the target's owner sees it. */
export interface Connection {
  name: string;
  privateEndpointId: string;
  groupIds: string[];
  status: 'Pending' | 'Approved' | 'Rejected' | 'Disconnected';
  description: string;
  provisioningState: string;
}

/** A resource that private endpoints can be made to. */
export interface Target {
  id: string;
  /** In Azure's documented casing. */
  type: string;
  name: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  kind?: string;
  sku?: JsonObject;
  properties: JsonObject;
  connections: Connection[];
  /** The Kubernetes Service that it was created for. */
  owner?: string;
}

/** A long-running operation. It is over once the stand-in's time has reached `due`. */
export type OperationKind = 'create' | 'update' | 'delete' | 'refresh' | 'decide';

export interface Operation {
  /** `<guid>*<64 hex digits>`, as real traffic has it. */
  id: string;
  resourceId: string;
  /** The path of its status; each provider has its own. */
  statusPath: string;
  /** What its `Location` answers at the end where it has no status of its own; undefined where nothing is left. */
  result?: () => JsonObject | undefined;
  /** The workspace that it keeps from other writes, in lower case; absent for operations on targets. */
  workspaceId?: string;
  /** What the activity log says of it; absent where it says nothing. */
  activity?: LoggedChange;
  /** RFC 3339. */
  startedAt: string;
  endedAt?: string;
  /** Milliseconds since 1970. */
  due: number;
  outcome: OperationOutcome;
  /** What happens to the world when it ends; may turn its outcome to a failure. */
  finish(outcome: OperationOutcome): OperationOutcome | void;
}

export type OperationOutcome =
  { status: 'Succeeded' } | { status: 'Failed' | 'Canceled'; error: { code: string; message: string } };

/** What Azure knows: the part of the stand-in that a reset builds again. */
export interface World {
  tenantId: string;
  subscriptions: Subscription[];
  resourceGroups: Array<{ subscriptionId: string; name: string; location: string }>;
  workspaces: Workspace[];
  /** By id in lower case. */
  targets: Map<string, Target>;
  /** What answers behind the link services of Kubernetes Services that were applied, by target id in lower case. */
  deployed: Map<string, StoreSpec>;
  /** By id in lower case. */
  operations: Map<string, Operation>;
  identities: Identity[];
  /** What was done, in any order. */
  activity: ActivityEvent[];
  /** Of the main workspace's Grafana. */
  dataSources: DataSources;
}

export const workspaceId = (workspace: Workspace): string =>
  `/subscriptions/${workspace.subscriptionId}/resourceGroups/${workspace.resourceGroup}/providers/Microsoft.Dashboard/grafana/${workspace.name}`;

export const endpointId = (workspace: Workspace, name: string): string =>
  `${workspaceId(workspace)}/managedPrivateEndpoints/${name}`;

/** Azure compares names and ids without regard to case. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export function findWorkspace(world: World, subscriptionId: string, resourceGroup: string, name: string) {
  return world.workspaces.find(
    (workspace) =>
      same(workspace.subscriptionId, subscriptionId) &&
      same(workspace.resourceGroup, resourceGroup) &&
      same(workspace.name, name)
  );
}
