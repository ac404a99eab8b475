import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { hasNoAddress } from '../catalogue/dataSourceTypes';
import { type Endpoint } from '../endpoint';
import { isEndpointReady } from '../state/status';
import { nameOfTarget } from '../target';
import { type EndpointIndex, plainHost, serviceKey } from './endpointIndex';
import { fitsTarget, serviceHosts } from './serviceHosts';

/** How a data source's address leads to an endpoint. */
type MatchKind = 'domainName' | 'wildcard' | 'privateIp' | 'service' | 'confirmed' | 'alias' | 'scope';

/** A data source and an endpoint that belong together. */
export interface Match {
  endpoint: Endpoint;
  by: MatchKind;
  /** False when it is only likely; then say so. */
  certain: boolean;
  /** What the host may be, where it is a name of the service but not the target's own. */
  alias?: string;
}

// Nobody looks through more; and matching many data sources to many endpoints takes no longer than their sum.
const mostAliases = 10;

/** The endpoints that a data source's address leads to, ready ones first. */
export function matchDataSource(index: EndpointIndex, dataSource: DataSource): Match[] {
  if (hasNoAddress(dataSource.type)) {
    return rank(matches(index.byService.get(serviceKey('monitorScope', '')), 'scope', false));
  }
  const address = readAddress(dataSource);
  if (!address) {
    return [];
  }
  const host = plainHost(address.host);
  return rank([...byHost(index, host), ...byWildcard(index, host), ...byService(index, host)]);
}

/** Says why a data source and an endpoint belong together. */
export function matchReason({ by, certain, alias, endpoint }: Match): string {
  const likely = certain ? '' : ' Only part of the name could be compared, so this match is probable.';
  switch (by) {
    case 'domainName':
      return `Uses the endpoint’s domain name, ${endpoint.domainName}.`;
    case 'wildcard':
      return `Covered by the endpoint’s domain name, ${endpoint.domainName}.`;
    case 'privateIp':
      return `Uses the endpoint’s private IP address, ${endpoint.privateIp}.`;
    case 'service':
      return `Uses the resource’s own host name.${likely}`;
    case 'confirmed':
      return `An admin confirmed that the host leads to ${nameOfTarget(endpoint.targetId)}.`;
    case 'alias':
      return `The host may be ${alias} that leads to ${nameOfTarget(endpoint.targetId)}. This plugin can’t verify it.`;
    case 'scope':
      return 'Azure Monitor data sources have no address. The resources in the private link scope determine what uses the private link.';
  }
}

function byHost(index: EndpointIndex, host: string): Match[] {
  return (index.byHost.get(host) ?? []).map((endpoint) => ({
    endpoint,
    by: kindOfHost(endpoint, host),
    certain: true,
  }));
}

function kindOfHost({ domainName, privateIp }: Endpoint, host: string): MatchKind {
  return plainHost(domainName) === host ? 'domainName' : plainHost(privateIp) === host ? 'privateIp' : 'confirmed';
}

// A host has few labels, so walking up its name costs the same however many endpoints there are.
function byWildcard(index: EndpointIndex, host: string): Match[] {
  const labels = host.split('.');
  return labels.flatMap((_, i) => matches(index.byWildcard.get(labels.slice(i + 1).join('.')), 'wildcard', true));
}

function byService(index: EndpointIndex, host: string): Match[] {
  return serviceHosts(host).flatMap((service) => {
    const endpoints = index.byService.get(serviceKey(service.service, service.name)) ?? [];
    if (service.alias) {
      return endpoints
        .slice(0, mostAliases)
        .map((endpoint): Match => ({ endpoint, by: 'alias', certain: false, alias: service.alias }));
    }
    return matches(
      endpoints.filter((endpoint) => fitsTarget(service, endpoint)),
      'service',
      service.exact
    );
  });
}

function matches(endpoints: readonly Endpoint[] | undefined, by: MatchKind, certain: boolean): Match[] {
  return (endpoints ?? []).map((endpoint) => ({ endpoint, by, certain }));
}

// Ready ones first, and one match an endpoint, the surest. A target's own name is no other's.
function rank(found: Match[]): Match[] {
  const own = found.filter(({ by }) => by !== 'alias');
  const seen = new Set<Endpoint>();
  return (own.length > 0 ? own : found)
    .sort((a, b) => score(b) - score(a))
    .filter(({ endpoint }) => !seen.has(endpoint) && seen.add(endpoint));
}

function score({ endpoint, certain }: Match): number {
  return (isEndpointReady(endpoint) ? 2 : 0) + (certain ? 1 : 0);
}
