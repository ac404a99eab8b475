import { type Hono } from 'hono';
import { type Context } from '../context';
import { same } from '../state';
import { resourceGroupNotFound, subscriptionNotFound } from './errors';
import { dashboardVersions } from './requests';
import { authorize, type ArmEnv } from './signedIn';

/** The registration of resource providers: Microsoft.Dashboard is registered, others aren't. */
export function subscriptionRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/subscriptions/:subscription/providers/:namespace', (c) => {
    const id = `/subscriptions/${knownSubscription(context, c.req.param('subscription'))}`;
    authorize(c.get('identity'), 'Microsoft.Resources/subscriptions/providers/read', id);
    const namespace = new URL(c.req.url).pathname.split('/').at(-1) ?? '';
    const isDashboard = same(namespace, 'Microsoft.Dashboard');
    return c.json({
      id: `${id}/providers/${namespace}`,
      namespace,
      registrationPolicy: 'RegistrationRequired',
      registrationState: isDashboard ? 'Registered' : 'NotRegistered',
      resourceTypes: (isDashboard ? ['grafana', 'grafana/managedPrivateEndpoints'] : []).map((resourceType) => ({
        resourceType,
        locations: ['West Europe', 'North Europe', 'West US 2'],
        apiVersions: [...dashboardVersions].reverse(),
      })),
    });
  });
}

/** Its id as Azure writes it. */
export function knownSubscription({ world }: Context, id: string): string {
  const subscription = world.subscriptions.find((candidate) => same(candidate, id));
  if (!subscription) {
    throw subscriptionNotFound(id);
  }
  return subscription;
}

export function checkResourceGroup({ world }: Context, subscriptionId: string, name: string): void {
  if (!world.resourceGroups.some((it) => same(it.subscriptionId, subscriptionId) && same(it.name, name))) {
    throw resourceGroupNotFound(name);
  }
}
