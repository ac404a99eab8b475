import { servicesOf } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { nameOfTarget } from '../target';

/** Endpoints by what can lead to them, so that matching a data source doesn't look at every endpoint. */
export interface EndpointIndex {
  /** Registered domain names without a wildcard, private IPs, and names that an admin confirmed. */
  byHost: Map<string, Endpoint[]>;
  /** What follows `*.` of a wildcard domain name. */
  byWildcard: Map<string, Endpoint[]>;
  /** Service and name of the target; those whose hosts tell no name stand under the service alone. */
  byService: Map<string, Endpoint[]>;
}

/** Builds the index; time grows with the number of endpoints. */
export function indexEndpoints(endpoints: readonly Endpoint[]): EndpointIndex {
  const index: EndpointIndex = { byHost: new Map(), byWildcard: new Map(), byService: new Map() };
  for (const endpoint of endpoints) {
    const name = plainHost(endpoint.domainName);
    if (name.startsWith('*.')) {
      add(index.byWildcard, name.slice(2), endpoint);
    } else {
      add(index.byHost, name, endpoint);
    }
    add(index.byHost, plainHost(endpoint.privateIp), endpoint);
    (endpoint.confirmedHosts ?? []).forEach((host) => add(index.byHost, plainHost(host), endpoint));
    for (const { key } of servicesOf(endpoint.targetId, endpoint.subResources)) {
      add(index.byService, serviceKey(key, nameOfTarget(endpoint.targetId)), endpoint);
      add(index.byService, serviceKey(key, ''), endpoint);
    }
  }
  return index;
}

/** Key of a service in the index. */
export function serviceKey(service: string, name: string): string {
  return `${service}|${name.toLowerCase()}`;
}

/** A host in the form it is compared in. */
export function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

function add(map: Map<string, Endpoint[]>, key: string, endpoint: Endpoint): void {
  if (key !== '') {
    const list = map.get(key);
    if (list) {
      list.push(endpoint);
    } else {
      map.set(key, [endpoint]);
    }
  }
}
