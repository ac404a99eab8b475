import { type Context as HonoContext, type Hono } from 'hono';
import { type Context } from '../context';
import { mayAct, type Identity } from '../identities';
import { same, workspaceId, type Subscription, type World } from '../state';
import { targetKinds } from '../targets/kinds';
import { resourceGroupNotFound, subscriptionNotFound } from './errors';
import { dashboardVersions, page } from './requests';
import { authorize, type ArmEnv } from './signedIn';

/** Subscriptions with their resource groups, resources and locations, and resource providers. */
export function subscriptionRoutes(app: Hono<ArmEnv>, context: Context): void {
  const permittedSubscription = (
    c: HonoContext<ArmEnv, '/subscriptions/:subscription'>,
    action: string
  ): Subscription => {
    const subscription = knownSubscription(context, c.req.param('subscription'));
    authorize(c.get('identity'), action, `/subscriptions/${subscription.id}`);
    return subscription;
  };

  app.get('/subscriptions', (c) => {
    const visible = context.world.subscriptions.filter(({ id }) => seesSubscription(c.get('identity'), id));
    return c.json(page(context, c.req.url, visible, (it) => subscriptionJson(it, context.world.tenantId)));
  });

  app.get('/subscriptions/:subscription', (c) => {
    const subscription = permittedSubscription(c, 'Microsoft.Resources/subscriptions/read');
    return c.json(subscriptionJson(subscription, context.world.tenantId));
  });

  app.get('/tenants', (c) => {
    const { tenantId } = context.world;
    return c.json({
      value: [{ id: `/tenants/${tenantId}`, tenantId, displayName: 'Contoso', tenantCategory: 'Home' }],
    });
  });

  app.get('/subscriptions/:subscription/locations', (c) => {
    const { id } = permittedSubscription(c, 'Microsoft.Resources/subscriptions/locations/read');
    return c.json({ value: locations.map((displayName) => locationJson(id, displayName)) });
  });

  app.get('/subscriptions/:subscription/resourcegroups', (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription'));
    const visible = context.world.resourceGroups
      .filter(({ subscriptionId }) => same(subscriptionId, id))
      .map(groupJson)
      .filter((group) => mayAct(c.get('identity'), readGroup, group.id));
    return c.json(page(context, c.req.url, visible, (it) => it));
  });

  app.get('/subscriptions/:subscription/resourcegroups/:group', (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription'));
    const group = groupJson(knownResourceGroup(context, id, c.req.param('group')));
    authorize(c.get('identity'), readGroup, group.id);
    return c.json(group);
  });

  const resourcePaths = [
    '/subscriptions/:subscription/resources',
    '/subscriptions/:subscription/resourcegroups/:group/resources',
  ];
  app.on('GET', resourcePaths, (c) => {
    const { id } = knownSubscription(context, c.req.param('subscription') ?? '');
    const group = c.req.param('group');
    const scope = `/subscriptions/${id}/resourceGroups/${group === undefined ? '' : `${knownResourceGroup(context, id, group).name}/`}`;
    const visible = allResources(context)
      .filter((resource) => resource.id.toLowerCase().startsWith(scope.toLowerCase()))
      .filter((resource) => mayAct(c.get('identity'), `${resource.type}/read`, resource.id));
    return c.json(page(context, c.req.url, visible, (it) => it));
  });

  app.get('/subscriptions/:subscription/providers', (c) => {
    const subscription = permittedSubscription(c, 'Microsoft.Resources/subscriptions/providers/read');
    return c.json({ value: namespaces.map((namespace) => providerJson(subscription, namespace)) });
  });

  app.get('/providers/microsoft.dashboard/operations', (c) =>
    c.json({ value: operations.map((name) => ({ name, isDataAction: false, origin: 'user,system' })) })
  );

  app.get('/subscriptions/:subscription/providers/:namespace', (c) => {
    const subscription = permittedSubscription(c, 'Microsoft.Resources/subscriptions/providers/read');
    return c.json(providerJson(subscription, new URL(c.req.url).pathname.split('/').at(-1) ?? ''));
  });

  app.post('/subscriptions/:subscription/providers/:namespace/register', (c) => {
    const namespace = new URL(c.req.url).pathname.split('/').at(-2) ?? '';
    const subscription = permittedSubscription(c, `${namespace}/register/action`);
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

const readGroup = 'Microsoft.Resources/subscriptions/resourceGroups/read';

const groupJson = ({ subscriptionId, name, location }: World['resourceGroups'][number]) => ({
  id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
  name,
  type: 'Microsoft.Resources/resourceGroups',
  location,
  properties: { provisioningState: 'Succeeded' },
});

const locations = ['West Europe', 'North Europe', 'West US 2'];

function locationJson(subscriptionId: string, displayName: string) {
  const name = displayName.toLowerCase().replaceAll(' ', '');
  const id = `/subscriptions/${subscriptionId}/locations/${name}`;
  return {
    id,
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: displayName,
    metadata: { regionType: 'Physical' },
  };
}

const allResources = ({ world }: Context) => [
  ...world.workspaces.map((workspace) => ({
    id: workspaceId(workspace),
    name: workspace.name,
    type: 'Microsoft.Dashboard/grafana',
    location: workspace.location,
    tags: workspace.tags,
  })),
  ...[...world.targets.values()].map(({ id, name, type, location }) => ({ id, name, type, location, tags: {} })),
];

/** What the provider lists of its operations, as far as endpoints go. */
const operations = [
  'Microsoft.Dashboard/grafana/read',
  'Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action',
  'Microsoft.Dashboard/grafana/managedPrivateEndpoints/read',
  'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write',
  'Microsoft.Dashboard/grafana/managedPrivateEndpoints/delete',
];

const providerTypes: Array<{ type: string; apiVersions: readonly string[] }> = [
  { type: 'Microsoft.Dashboard/grafana', apiVersions: dashboardVersions },
  { type: 'Microsoft.Dashboard/grafana/managedPrivateEndpoints', apiVersions: dashboardVersions },
  ...targetKinds.filter(({ apiVersions }) => apiVersions.length > 0),
];

const namespaceOf = (type: string): string => type.split('/')[0] ?? '';
const namespaces = [...new Set(providerTypes.map(({ type }) => namespaceOf(type)))];

function providerJson(subscription: Subscription, namespace: string) {
  const registered = subscription.registeredProviders.has(namespace.toLowerCase());
  return {
    id: `/subscriptions/${subscription.id}/providers/${namespace}`,
    namespace,
    registrationPolicy: 'RegistrationRequired',
    registrationState: registered ? 'Registered' : 'NotRegistered',
    resourceTypes: providerTypes
      .filter(({ type }) => same(namespaceOf(type), namespace))
      .map(({ type, apiVersions }) => ({
        resourceType: type.slice(namespace.length + 1),
        locations,
        apiVersions: [...apiVersions].reverse(),
      })),
  };
}
