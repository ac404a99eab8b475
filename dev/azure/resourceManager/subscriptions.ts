import { type Hono } from 'hono';
import { type Context } from '../context';
import { mayAct, type Identity } from '../identities';
import { same, type Subscription } from '../state';
import { resourceGroupNotFound, subscriptionNotFound } from './errors';
import { dashboardVersions, page } from './requests';
import { authorize, type ArmEnv } from './signedIn';

/** Subscriptions, resource groups and the registration of resource providers. */
export function subscriptionRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/subscriptions', (c) => {
    const visible = context.world.subscriptions.filter(({ id }) => seesSubscription(c.get('identity'), id));
    return c.json(page(context, c.req.url, visible, (it) => subscriptionJson(it, context.world.tenantId)));
  });

  app.get('/subscriptions/:subscription', (c) => {
    const subscription = knownSubscription(context, c.req.param('subscription'));
    authorize(c.get('identity'), 'Microsoft.Resources/subscriptions/read', `/subscriptions/${subscription.id}`);
    return c.json(subscriptionJson(subscription, context.world.tenantId));
  });

  app.get('/subscriptions/:subscription/resourcegroups/:group', (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription'));
    const group = knownResourceGroup(context, id, c.req.param('group'));
    const scope = `/subscriptions/${id}/resourceGroups/${group.name}`;
    authorize(c.get('identity'), 'Microsoft.Resources/subscriptions/resourceGroups/read', scope);
    const type = 'Microsoft.Resources/resourceGroups';
    const { name, location } = group;
    return c.json({ id: scope, name, type, location, properties: { provisioningState: 'Succeeded' } });
  });

  app.get('/subscriptions/:subscription/providers/:namespace', (c) => {
    const subscription = knownSubscription(context, c.req.param('subscription'));
    const scope = `/subscriptions/${subscription.id}`;
    authorize(c.get('identity'), 'Microsoft.Resources/subscriptions/providers/read', scope);
    return c.json(providerJson(subscription, new URL(c.req.url).pathname.split('/').at(-1) ?? ''));
  });

  app.post('/subscriptions/:subscription/providers/:namespace/register', (c) => {
    const subscription = knownSubscription(context, c.req.param('subscription'));
    const namespace = new URL(c.req.url).pathname.split('/').at(-2) ?? '';
    authorize(c.get('identity'), `${namespace}/register/action`, `/subscriptions/${subscription.id}`);
    subscription.registeredProviders.add(namespace.toLowerCase());
    return c.json(providerJson(subscription, namespace));
  });
}

/** Azure lists a subscription to everybody who holds a right anywhere in it. */
function seesSubscription(identity: Identity, id: string): boolean {
  const scope = `/subscriptions/${id}`.toLowerCase();
  const below = identity.assignments.some((assignment) => assignment.scope.toLowerCase().startsWith(scope));
  return below || mayAct(identity, 'Microsoft.Resources/subscriptions/read', scope);
}

export function knownSubscription({ world }: Context, id: string): Subscription {
  const subscription = world.subscriptions.find((candidate) => same(candidate.id, id));
  if (!subscription) {
    throw subscriptionNotFound(id);
  }
  return subscription;
}

export function knownResourceGroup({ world }: Context, subscriptionId: string, name: string) {
  const group = world.resourceGroups.find((it) => same(it.subscriptionId, subscriptionId) && same(it.name, name));
  if (!group) {
    throw resourceGroupNotFound(name);
  }
  return group;
}

function subscriptionJson({ id, displayName, state }: Subscription, tenantId: string) {
  return {
    id: `/subscriptions/${id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: id,
    tenantId,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}

function providerJson(subscription: Subscription, namespace: string) {
  const registered = subscription.registeredProviders.has(namespace.toLowerCase());
  const isDashboard = same(namespace, 'Microsoft.Dashboard');
  return {
    id: `/subscriptions/${subscription.id}/providers/${namespace}`,
    namespace,
    registrationPolicy: 'RegistrationRequired',
    registrationState: registered ? 'Registered' : 'NotRegistered',
    resourceTypes: isDashboard
      ? ['grafana', 'grafana/managedPrivateEndpoints'].map((resourceType) => ({
          resourceType,
          locations: ['West Europe', 'North Europe', 'West US 2'],
          apiVersions: [...dashboardVersions].reverse(),
        }))
      : [],
  };
}
