import { randomUUID } from 'node:crypto';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { type StoreSpec } from '../network/storeSpecs';
import { type JsonObject, same, type Target, type World } from '../state';
import { cluster, pods, type Pods } from './pods';

const prefix = 'service.beta.kubernetes.io/azure-';
const dnsLabel = z.string().regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
const port = z.int().min(1).max(65_535);

/** As much of a Service as matters here; the API server refuses members that it doesn't know. */
const serviceSchema = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: z.strictObject({
    name: dnsLabel,
    namespace: z.string().default('default'),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.strictObject({
    type: z.literal('LoadBalancer'),
    externalTrafficPolicy: z.enum(['Cluster', 'Local']).default('Cluster'),
    ipFamilies: z.array(z.enum(['IPv4', 'IPv6'])).default(['IPv4']),
    ipFamilyPolicy: z.enum(['SingleStack', 'PreferDualStack', 'RequireDualStack']).optional(),
    selector: z.record(z.string(), z.string()),
    ports: z
      .array(
        z.strictObject({
          name: z.string().optional(),
          protocol: z.literal('TCP').default('TCP'),
          port,
          targetPort: z.union([port, z.string()]).optional(),
        })
      )
      .min(1),
  }),
});

type Service = z.infer<typeof serviceSchema>;

/** What AKS reads (Cloud Provider Azure: consts.go); any other of this prefix is a misspelling, which AKS would leave unread. */
const known = new Set(
  [
    'load-balancer-internal',
    'disable-load-balancer-floating-ip',
    'pls-create',
    'pls-name',
    'pls-resource-group',
    'pls-ip-configuration-subnet',
    'pls-ip-configuration-ip-address-count',
    'pls-ip-configuration-ip-address',
    'pls-fqdns',
    'pls-proxy-protocol',
    'pls-visibility',
    'pls-auto-approval',
  ].map((name) => prefix + name)
);

/** A Service that can't be applied, in the words of the API server or of AKS. */
export class ServiceRefused extends Error {}

/**
 * Applies the manifest of a Service to the demonstration's cluster, and does what AKS does then (Cloud Provider Azure:
 * azure_privatelinkservice.go): a private link service before the internal load balancer. Answers the link service.
 * @throws ServiceRefused
 */
export function applyService(world: World, manifest: string): Target {
  const service = readService(manifest);
  const annotation = (name: string) => (service.metadata.annotations[prefix + name] ?? '').trim();
  checkAnnotations(service, annotation);
  const resourceGroup = annotation('pls-resource-group') || cluster.nodeResourceGroup;
  const { subscriptionId, location } = cluster;
  if (
    !world.resourceGroups.some((group) => group.subscriptionId === subscriptionId && same(group.name, resourceGroup))
  ) {
    throw new ServiceRefused(`Resource group '${resourceGroup}' could not be found.`);
  }
  const owner = `${service.metadata.namespace}/${service.metadata.name}`;
  const name = annotation('pls-name') || `pls-${service.metadata.name}`;
  const type = 'Microsoft.Network/privateLinkServices';
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`;
  const existing = world.targets.get(id.toLowerCase());
  if (existing && existing.owner !== owner) {
    throw new ServiceRefused(`The private link service ${name} isn't owned by the service ${owner}.`);
  }
  const target: Target = {
    ...{ id, type, name, subscriptionId, resourceGroup, location, owner },
    properties: properties(name, annotation, existing),
    connections: existing?.connections ?? [],
  };
  world.targets.set(id.toLowerCase(), target);
  world.deployed.set(id.toLowerCase(), storeBehind(target, service, annotation));
  return target;
}

function readService(manifest: string): Service {
  try {
    return serviceSchema.parse(parse(manifest));
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new ServiceRefused(z.prettifyError(error));
    }
    throw error instanceof YAMLParseError ? new ServiceRefused(error.message) : error;
  }
}

type Annotation = (name: string) => string;

function checkAnnotations({ metadata, spec }: Service, annotation: Annotation): void {
  const unknown = Object.keys(metadata.annotations).find((name) => name.startsWith(prefix) && !known.has(name));
  const subnet = annotation('pls-ip-configuration-subnet');
  const problems: Array<[boolean, string]> = [
    [unknown !== undefined, `AKS doesn't know the annotation ${unknown}.`],
    [annotation('pls-create') !== 'true', 'The Service asks for no private link service.'],
    [
      annotation('load-balancer-internal') !== 'true' && annotation('disable-load-balancer-floating-ip') !== 'true',
      'service requiring private link service must be internal or disable floating ip',
    ],
    [!spec.ipFamilies.includes('IPv4'), 'IPv6 is not supported for private link service'],
    [
      subnet !== '' && !cluster.subnets.some((one) => one === subnet),
      `failed to get private link service subnet(${subnet})`,
    ],
  ];
  const found = problems.find(([isWrong]) => isWrong);
  if (found) {
    throw new ServiceRefused(found[1]);
  }
}

const subnetOf = (annotation: Annotation) => annotation('pls-ip-configuration-subnet') || cluster.subnets[0];
const words = (text: string) => text.split(/\s+/).filter(Boolean);

function properties(name: string, annotation: Annotation, existing: Target | undefined): JsonObject {
  return {
    alias: existing?.properties['alias'] ?? `${name}.${randomUUID()}.${cluster.location}.azure.privatelinkservice`,
    visibility: { subscriptions: words(annotation('pls-visibility')) },
    autoApproval: { subscriptions: words(annotation('pls-auto-approval')) },
    enableProxyProtocol: annotation('pls-proxy-protocol') === 'true',
    fqdns: words(annotation('pls-fqdns')),
    ipConfigurations: [
      {
        name: `${subnetOf(annotation)}-0`,
        properties: {
          primary: true,
          privateIPAllocationMethod: 'Dynamic',
          privateIPAddressVersion: 'IPv4',
          subnet: { id: `${cluster.network}/subnets/${subnetOf(annotation)}` },
        },
      },
    ],
    loadBalancerFrontendIpConfigurations: [
      {
        id: `/subscriptions/${cluster.subscriptionId}/resourceGroups/${cluster.nodeResourceGroup}/providers/Microsoft.Network/loadBalancers/kubernetes-internal/frontendIPConfigurations/${randomUUID()}`,
      },
    ],
  };
}

/** What answers through the link service: the pods that the selector finds, unless the set-up loses all packets. */
function storeBehind(target: Target, { metadata, spec }: Service, annotation: Annotation): StoreSpec {
  const found = pods.find(
    ({ namespace, labels }) =>
      namespace === metadata.namespace && Object.entries(spec.selector).every(([key, value]) => labels[key] === value)
  );
  // kubernetes#95555; and no pod here reads proxy protocol.
  const isLost =
    (spec.externalTrafficPolicy === 'Local' && subnetOf(annotation) === cluster.subnets[0]) ||
    annotation('pls-proxy-protocol') === 'true';
  return {
    target: { type: target.type, name: target.name, group: target.resourceGroup, location: target.location },
    speaks: found?.speaks ?? 'none',
    ports: found && !isLost ? portsOf(spec, found) : {},
    certificate: words(annotation('pls-fqdns')),
    publicNames: [],
  };
}

function portsOf({ ports }: Service['spec'], found: Pods): StoreSpec['ports'] {
  return Object.fromEntries(
    ports.map(({ port, targetPort = port }) => {
      const own = typeof targetPort === 'number' ? targetPort : found.portNames[targetPort];
      return [port, found.ports[own ?? 0] ?? 'closed'];
    })
  );
}
