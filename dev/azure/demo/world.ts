import { type Clock } from '../clock';
import { demo } from '../demo';
import { type Endpoint, type Subscription, type Workspace, type World } from '../state';
import { buildEndpoint, systemData } from './buildEndpoint';
import { demoIdentities } from './identities';
import { largeEndpoints } from './largeEndpoints';
import { mainEndpoints } from './mainEndpoints';
import { subscriptionOf, targetId, targetSpecs } from './targets';

const location = 'westeurope';

/** The demonstration's data with times relative to now; each call builds it anew. */
export function demoWorld(clock: Clock): World {
  const now = clock.now();
  const { main, large, essential } = demo.workspaces;
  return {
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
    identities: demoIdentities(),
  };
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
  const names = new Set([demo.resourceGroup, ...Object.values(targetSpecs).map(({ group }) => group)]);
  return [...names].map((name) => ({ subscriptionId: subscriptionOf(name), name, location }));
}
