import { type Clock } from '../clock';
import { demo } from '../demo';
import { type SignInMaterial } from '../entra/material';
import { type Endpoint, type Subscription, type Workspace, type World } from '../state';
import { buildEndpoint, systemData } from './buildEndpoint';
import { buildTargets, connectEndpoints } from './buildTargets';
import { demoDataSources } from './dataSources';
import { demoIdentities } from './identities';
import { largeEndpoints, largeGroups } from './largeEndpoints';
import { mainEndpoints } from './mainEndpoints';
import { freeTargets, subscriptionOf, targetId, targetSpecs } from './targets';

const location = 'westeurope';

/** The demonstration's data with times relative to now; each call builds it anew. */
export function demoWorld(clock: Clock, material: SignInMaterial): World {
  const now = clock.now();
  const { main, large, essential } = demo.workspaces;
  const world: World = {
    tenantId: demo.tenantId,
    subscriptions: [
      subscription(demo.observabilitySubscriptionId, 'Observability'),
      subscription(demo.dataPlatformSubscriptionId, 'Data platform'),
    ],
    resourceGroups: resourceGroups(),
    workspaces: [
      workspace(
        main,
        now,
        mainEndpoints.map((spec) => buildEndpoint(spec, location, now))
      ),
      workspace(large, now, largeEndpoints(location, now)),
      { ...workspace(essential, now, []), tier: 'Essential' },
    ],
    targets: buildTargets(),
    operations: new Map(),
    identities: demoIdentities(material),
    dataSources: demoDataSources(),
  };
  world.workspaces.forEach((it) => connectEndpoints(world, it, it.name === main ? mainEndpoints : []));
  return world;
}

function subscription(id: string, displayName: string): Subscription {
  return { id, displayName, state: 'Enabled', registeredProviders: new Set(['microsoft.dashboard']) };
}

function workspace(name: string, now: number, endpoints: Endpoint[]): Workspace {
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
    endpoints: new Map(endpoints.map((endpoint) => [endpoint.name.toLowerCase(), endpoint])),
  };
}

function resourceGroups() {
  const names = new Set([
    demo.resourceGroup,
    ...[targetSpecs, freeTargets].flatMap((specs) => Object.values(specs)).map(({ group }) => group),
    ...largeGroups(),
  ]);
  return [...names].map((name) => ({ subscriptionId: subscriptionOf(name), name, location }));
}
