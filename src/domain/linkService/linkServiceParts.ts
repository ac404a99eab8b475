import { accept, type Checked, stops } from '../checked';
import { checkDomainName } from '../create/domainName';
import { buildResourceId, parseResourceId, type ResourceId, resourceName } from '../resourceId';
import { checkLinkService } from './checkLinkService';
import { expectedId, type LinkServiceDraft } from './linkServiceDraft';
import { readSelector } from './selector';

/** What the code for a private link service is written from: the draft, read. */
export interface LinkServiceParts {
  name: string;
  /** Of the link service, as it will be. */
  id: string;
  port: number;
  /** The domain name; '' for none and for a wildcard, which no link service takes. */
  fqdn: string;
  subnet: string;
  /** The rest is empty where the place doesn't ask for it. */
  namespace: string;
  selector: Record<string, string>;
  targetPort: number | string;
  resourceGroup: string;
  subscriptionId: string;
  loadBalancerId: string;
  loadBalancerName: string;
  frontend: string;
  frontendId: string;
  network: ResourceId | undefined;
  subnetId: string;
}

/** Reads a draft; answers its first problem where one of the fields is wrong. */
export function linkServiceParts(draft: LinkServiceDraft): Checked<LinkServiceParts> {
  const problem = Object.values(checkLinkService(draft)).find(stops);
  if (problem) {
    return { ok: false, problem };
  }
  const selector = readSelector(draft.selector);
  const targetPort = draft.targetPort.trim() || draft.port.trim();
  return accept({
    name: draft.name.trim(),
    id: expectedId(draft),
    port: Number(draft.port.trim()),
    fqdn: fqdnOf(draft.domainName),
    subnet: draft.subnet.trim(),
    namespace: draft.namespace.trim(),
    selector: selector.ok ? selector.value : {},
    targetPort: /^\d+$/.test(targetPort) ? Number(targetPort) : targetPort,
    ...where(draft),
    ...network(draft),
  });
}

function where(draft: LinkServiceDraft) {
  const id = parseResourceId(expectedId(draft));
  return {
    resourceGroup: id.ok ? id.value.resourceGroup : '',
    subscriptionId: id.ok ? id.value.subscriptionId : '',
  };
}

function network(draft: LinkServiceDraft) {
  const balancer = parseResourceId(draft.loadBalancer);
  const net = parseResourceId(draft.network);
  const loadBalancerId = balancer.ok ? buildResourceId({ ...balancer.value, ...typed('loadBalancers') }) : '';
  const networkId = net.ok ? buildResourceId({ ...net.value, ...typed('virtualNetworks') }) : '';
  return {
    loadBalancerId,
    loadBalancerName: balancer.ok ? resourceName(balancer.value) : '',
    frontend: draft.frontend.trim(),
    frontendId: loadBalancerId && `${loadBalancerId}/frontendIPConfigurations/${draft.frontend.trim()}`,
    network: net.ok ? net.value : undefined,
    subnetId: networkId && `${networkId}/subnets/${draft.subnet.trim()}`,
  };
}

// Terraform compares the fixed parts of an ID letter by letter.
const typed = (type: string) => ({ provider: 'Microsoft.Network', types: [type] });

function fqdnOf(domainName: string): string {
  const read = checkDomainName(domainName);
  return read.ok && !read.value.domainName.startsWith('*.') ? read.value.domainName : '';
}
