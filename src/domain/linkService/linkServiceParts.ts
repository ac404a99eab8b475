import kinds from '../../../catalogue/targetKinds.json';
import { stops } from '../checked';
import { checkDomainName } from '../create/domainName';
import { buildResourceId, parseResourceId, type ResourceId, resourceName } from '../resourceId';
import { checkLinkService } from './checkLinkService';
import { type LinkServiceDraft, trimDraft } from './linkServiceDraft';
import { readSelector } from './selector';

/** What the code for a private link service is written from, wherever it is: the draft, read. */
interface CommonParts {
  name: string;
  port: number;
  /** The domain name; '' for none and for a wildcard, which no link service takes. */
  fqdn: string;
  subnet: string;
  resourceGroup: string;
}

/** The same in AKS. */
export interface AksParts extends CommonParts {
  namespace: string;
  selector: Record<string, string>;
  targetPort: number | string;
}

/** The same behind a load balancer. */
export interface BalancerParts extends CommonParts {
  subscriptionId: string;
  loadBalancerId: string;
  loadBalancerName: string;
  frontend: string;
  frontendId: string;
  network: ResourceId;
  subnetId: string;
}

/** API version of what the code makes and names below Microsoft.Network. */
export const networkApiVersion = kinds.privateLinkService.apiVersion;

/** Reads a draft for AKS; undefined while one of the fields is wrong. */
export function aksParts(draft: LinkServiceDraft): AksParts | undefined {
  const entered = trimDraft(draft);
  const selector = readSelector(entered.selector);
  if (!selector.ok || !isComplete(draft)) {
    return undefined;
  }
  const targetPort = entered.targetPort || entered.port;
  return {
    ...commonParts(entered),
    resourceGroup: entered.resourceGroup,
    namespace: entered.namespace,
    selector: selector.value,
    targetPort: /^\d+$/.test(targetPort) ? Number(targetPort) : targetPort,
  };
}

/** Reads a draft for a load balancer; undefined while one of the fields is wrong. */
export function balancerParts(draft: LinkServiceDraft): BalancerParts | undefined {
  const entered = trimDraft(draft);
  const balancer = parseResourceId(entered.loadBalancer);
  const network = parseResourceId(entered.network);
  if (!balancer.ok || !network.ok || !isComplete(draft)) {
    return undefined;
  }
  const loadBalancerId = idOfType(balancer.value, 'loadBalancers');
  return {
    ...commonParts(entered),
    resourceGroup: balancer.value.resourceGroup,
    subscriptionId: balancer.value.subscriptionId,
    loadBalancerId,
    loadBalancerName: resourceName(balancer.value),
    frontend: entered.frontend,
    frontendId: `${loadBalancerId}/frontendIPConfigurations/${entered.frontend}`,
    network: network.value,
    subnetId: `${idOfType(network.value, 'virtualNetworks')}/subnets/${entered.subnet}`,
  };
}

function isComplete(draft: LinkServiceDraft): boolean {
  return !Object.values(checkLinkService(draft)).some(stops);
}

function commonParts({ name, port, domainName, subnet }: LinkServiceDraft) {
  return { name, port: Number(port), fqdn: fqdnOf(domainName), subnet };
}

// Terraform compares the fixed parts of an ID letter by letter.
function idOfType(id: ResourceId, type: string): string {
  return buildResourceId({ ...id, provider: 'Microsoft.Network', types: [type] });
}

function fqdnOf(domainName: string): string {
  const read = checkDomainName(domainName);
  return read.ok && !read.value.domainName.startsWith('*.') ? read.value.domainName : '';
}
