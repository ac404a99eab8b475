import { type Clock } from '../clock';
import { demo } from '../demo';
import { type SignInMaterial } from '../entra/material';
import { type Subscription, type Target, type Workspace, type World } from '../state';
import { requestConnection } from '../targets/connections';
import { kindOf } from '../targets/kinds';
import { demoDataSources } from './dataSources';
import { buildEndpoint, systemData, type EndpointSpec } from './endpoints';
import { demoHistory } from './history';
import { demoIdentities } from './identities';
import { largeEndpoints } from './largeEndpoints';
import { mainEndpoints } from './mainEndpoints';
import { targetProperties } from './targetProperties';
import { freeTargets, subscriptionOf, targetId, targetSpecs, type TargetSpec, vendorService } from './targets';

const location = 'westeurope';

const allTargets: TargetSpec[] = [
  ...Object.values(targetSpecs),
  ...Object.values(freeTargets),
  vendorService,
  ...largeEndpoints.map(({ target }) => target),
];

/** The demonstration's data with times relative to now; each call builds it anew. */
export function demoWorld(clock: Clock, material: SignInMaterial): World {
  const now = clock.now();
  const { main, large, empty, essential } = demo.workspaces;
  const groups = new Set([demo.resourceGroup, ...allTargets.map(({ group }) => group)]);
  const targets = allTargets.map(buildTarget);
  const world: World = {
    tenantId: demo.tenantId,
    subscriptions: [
      subscription(demo.observabilitySubscriptionId, 'Observability'),
      subscription(demo.dataPlatformSubscriptionId, 'Data platform'),
    ],
    resourceGroups: [...groups].map((name) => ({ subscriptionId: subscriptionOf(name), name, location })),
    workspaces: [],
    targets: new Map(targets.map((target) => [target.id.toLowerCase(), target])),
    deployed: new Map(),
    operations: new Map(),
    identities: demoIdentities(material),
    activity: [],
    dataSources: demoDataSources(),
  };
  addWorkspace(world, workspace(main, now), mainEndpoints, now);
  addWorkspace(world, workspace(large, now), largeEndpoints, now);
  addWorkspace(world, workspace(empty, now), [], now);
  addWorkspace(world, { ...workspace(essential, now), tier: 'Essential' }, [], now);
  const [first, second] = world.workspaces;
  if (first && second) {
    world.activity = [
      ...demoHistory(first, mainEndpoints, now),
      ...demoHistory(second, largeEndpoints.slice(0, 40), now),
    ];
  }
  return world;
}

function subscription(id: string, displayName: string): Subscription {
  return { id, displayName, state: 'Enabled', registeredProviders: new Set(['microsoft.dashboard']) };
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

function workspace(name: string, now: number): Workspace {
  return {
    subscriptionId: demo.observabilitySubscriptionId,
    resourceGroup: demo.resourceGroup,
    name,
    location,
    tags: { costCenter: 'observability' },
    tier: 'Standard',
    publicNetworkAccess: 'Enabled',
    grafanaVersion: '12.4.0',
    linkedMonitorWorkspaces: name === demo.workspaces.main ? [targetId(targetSpecs.metrics)] : [],
    systemData: systemData('maria', now - 420 * 86_400_000),
    endpoints: new Map(),
  };
}

/** Adds a workspace with its endpoints, and their connections to their targets, with the owner's view where it differs. */
function addWorkspace(world: World, workspace: Workspace, specs: EndpointSpec[], now: number): void {
  world.workspaces.push(workspace);
  for (const spec of specs) {
    const endpoint = buildEndpoint(spec, location, now);
    workspace.endpoints.set(endpoint.name.toLowerCase(), endpoint);
    const target = world.targets.get(endpoint.targetId.toLowerCase());
    const { status, description } = endpoint.connectionState ?? {};
    if (target && (status === 'Pending' || status === 'Approved' || status === 'Rejected')) {
      const connection = requestConnection(target, workspace, endpoint);
      Object.assign(connection, { status, description });
      if (spec.owner) {
        Object.assign(connection, { status: spec.owner.state, description: spec.owner.words });
      }
    }
  }
}
