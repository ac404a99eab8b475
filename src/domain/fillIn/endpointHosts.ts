import { isHostName, isReachableIp } from '../address/host';
import { kindOfTarget, servicesOf } from '../catalogue/catalogue';
import { domainNameCovers } from '../create/domainName';
import { type Endpoint } from '../endpoint';
import { fitsTarget, ownServiceHosts, serviceHosts } from '../matching/serviceHosts';
import { type Target } from '../target';

/** The hosts that use an endpoint. */
export interface EndpointHosts {
  /** Where they come from: the endpoint's own name or IP, the Azure service's public name, or nowhere. */
  source: 'endpoint' | 'service' | 'none';
  /** Names, best first. */
  names: string[];
  /** Wildcard domain name that asks for a concrete host; '' for none. */
  wildcard: string;
  /** '' when the endpoint has none yet, or when the kind isn't reached by it. */
  ip: string;
}

/** The hosts that an endpoint offers to data sources. A target that nobody knows is treated like a private link service. */
export function endpointHosts(endpoint: Endpoint, target?: Target): EndpointHosts {
  const [service] = servicesOf(endpoint.targetId, endpoint.subResources);
  const address = (kindOfTarget(endpoint.targetId) ?? service)?.address ?? 'endpoint';
  if (address !== 'endpoint') {
    return { source: address, names: ownServiceHosts(endpoint, target), wildcard: '', ip: '' };
  }
  // The backend's writer takes no others; a text that isn't a host could end the host part of an address.
  const name = endpoint.domainName.toLowerCase().replace(/\.$/, '');
  return {
    source: 'endpoint',
    names: isHostName(name) ? [name] : [],
    // Azure refuses shorter ones; a wildcard over a whole top-level domain would own everybody's hosts.
    wildcard: name.startsWith('*.') && name.slice(2).includes('.') && isHostName(name.slice(2)) ? name : '',
    ip: isReachableIp(endpoint.privateIp) ? endpoint.privateIp : '',
  };
}

/** True when a host is the endpoint's own: credentials may follow the address there, and nowhere else. */
export function isOwnHost(hosts: EndpointHosts, host: string): boolean {
  const asked = host.toLowerCase().replace(/\.$/, '');
  if (asked === '') {
    return false;
  }
  return hosts.names.includes(asked) || asked === hosts.ip.toLowerCase() || isBelowWildcard(hosts.wildcard, asked);
}

/** True when a host has the form of the target's own: good for a data source without credentials, where the target can't be asked. */
export function mayBeOwnHost(endpoint: Endpoint, host: string): boolean {
  const fits = serviceHosts(host).some((service) => !service.alias && fitsTarget(service, endpoint));
  return isHostName(host.toLowerCase()) && fits && !host.toLowerCase().includes('.privatelink.');
}

function isBelowWildcard(wildcard: string, host: string): boolean {
  return isHostName(host) && domainNameCovers(wildcard, host);
}
