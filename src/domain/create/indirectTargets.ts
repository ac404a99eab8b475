import { catalogue, type KindKey } from '../catalogue/catalogue';
import { refuse } from '../checked';
import { parentResource, type ResourceId, resourceName, resourceType } from '../resourceId';

// Resources that have no private link of their own, and the kind that leads to them (Microsoft Learn, "Use Azure Private
// Link to connect networks to Azure Monitor" and "What is Azure Private Link service"; checked November 2026).
const through: Record<string, KindKey> = {
  'microsoft.insights/components': 'monitorScope',
  'microsoft.operationalinsights/workspaces': 'monitorScope',
  'microsoft.insights/datacollectionendpoints': 'monitorScope',
  'microsoft.network/loadbalancers': 'privateLinkService',
  'microsoft.network/networkinterfaces': 'privateLinkService',
  'microsoft.network/publicipaddresses': 'privateLinkService',
  'microsoft.network/virtualnetworks': 'privateLinkService',
  'microsoft.compute/virtualmachines': 'privateLinkService',
  'microsoft.compute/virtualmachinescalesets': 'privateLinkService',
  'microsoft.containerinstance/containergroups': 'privateLinkService',
};

/** Refuses a resource that is reached only through another one, and says which; undefined for all others. */
export function indirectProblem(id: ResourceId): ReturnType<typeof refuse> | undefined {
  for (let at: ResourceId | undefined = id; at; at = parentResource(at)) {
    const type = resourceType(at);
    if (type.toLowerCase() === 'microsoft.network/privateendpoints') {
      return refuse(
        'This is a private endpoint, not a target.',
        'Use the ID of the resource that the private endpoint connects to.'
      );
    }
    const kind = catalogue.find(({ key }) => key === through[type.toLowerCase()]);
    if (kind) {
      return refuse(
        `${resourceName(at)} (${type}) has no private link of its own. Private links belong to the ${kind.title} in front of it.`,
        kind.key === 'monitorScope'
          ? `Add it to a private link scope, then use the scope’s ID: …/providers/${kind.resourceType}/<name>`
          : `Use the ID of the private link service: …/providers/${kind.resourceType}/<name>`
      );
    }
  }
  return undefined;
}

/**
 * The name in the alias of a private link service, `<name>.<GUID>.<region>.azure.privatelinkservice` (Microsoft: What is Azure
 * Private Link service?); '' for all other texts.
 */
export function serviceOfAlias(text: string): string {
  return /^([\w.-]+)\.[0-9a-f-]{36}\.[a-z0-9]+\.[a-z0-9]+\.privatelinkservice\.?$/i.exec(text.trim())?.[1] ?? '';
}

/** Refuses such an alias, which Azure takes in other places; undefined for all other texts. */
export function aliasProblem(text: string): ReturnType<typeof refuse> | undefined {
  const service = serviceOfAlias(text);
  return service === ''
    ? undefined
    : refuse(
        `This is the alias of the private link service ${service}. A managed private endpoint needs its resource ID.`,
        `Ask the owner for the resource ID: …/providers/Microsoft.Network/privateLinkServices/${service}`
      );
}
