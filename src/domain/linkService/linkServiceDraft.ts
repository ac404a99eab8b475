import { type HostingPlace } from '../catalogue/linkServices';
import { buildResourceId, parseResourceId, type ResourceId } from '../resourceId';

/** What was entered for a private link service that is to be made; each field as it stands there. */
export interface LinkServiceDraft {
  /** '' for none chosen. */
  place: HostingPlace | '';
  /** Of the link service; in AKS, the Kubernetes Service is called the same. */
  name: string;
  /** Where clients connect: the port of the Kubernetes Service, or of the load balancer's rule. */
  port: string;
  /** '' for none. */
  domainName: string;
  /** Of the link service's source IP. In AKS '' takes the cluster's. */
  subnet: string;
  /** AKS only: where the Kubernetes Service is. */
  namespace: string;
  /** AKS only: labels of the pods, as `app=prometheus, tier=metrics`. */
  selector: string;
  /** AKS only: number or name of the pods' port; '' for the same as `port`. */
  targetPort: string;
  /** AKS only: where the link service will be. */
  subscriptionId: string;
  resourceGroup: string;
  /** Behind a load balancer only: its resource ID, as typed. */
  loadBalancer: string;
  /** Name of the load balancer's frontend IP configuration. */
  frontend: string;
  /** Resource ID of the virtual network, as typed. */
  network: string;
  /** At a vendor only: its key in the catalogue. Any other text is a vendor that isn't known, or none chosen. */
  vendor: string;
}

/** A draft with nothing in it. */
export const emptyLinkService: LinkServiceDraft = {
  place: '',
  name: '',
  port: '',
  domainName: '',
  subnet: '',
  namespace: '',
  selector: '',
  targetPort: '',
  subscriptionId: '',
  resourceGroup: '',
  loadBalancer: '',
  frontend: '',
  network: '',
  vendor: '',
};

/** A draft without the blanks around what was entered. */
export function trimDraft(draft: LinkServiceDraft): LinkServiceDraft {
  const texts: Record<keyof LinkServiceDraft, string> = draft;
  return {
    ...draft,
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim()])),
  };
}

/** The resource ID that the link service will have; '' while what it takes is missing. */
export function expectedId(draft: LinkServiceDraft): string {
  const { place, name, subscriptionId, resourceGroup, loadBalancer } = trimDraft(draft);
  const balancer = parseResourceId(loadBalancer);
  const group = place === 'aks' ? { subscriptionId, resourceGroup } : undefined;
  const where = group ?? (balancer.ok ? balancer.value : undefined);
  const id = where && buildResourceId(linkServiceId(where, name));
  return id && parseResourceId(id).ok ? id : '';
}

function linkServiceId(
  { subscriptionId, resourceGroup }: Pick<ResourceId, 'subscriptionId' | 'resourceGroup'>,
  name: string
): ResourceId {
  return {
    subscriptionId,
    resourceGroup,
    provider: 'Microsoft.Network',
    types: ['privateLinkServices'],
    names: [name],
  };
}
