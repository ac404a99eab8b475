import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { kindByKey, type KindKey } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { serviceHosts } from '../matching/serviceHosts';
import { nameWords } from '../nameWords';
import { resourceKey } from '../resourceId';
import { type FoundTarget } from '../target';
import { checkDomainName, domainNameCovers } from './domainName';

/** What a data source's address tells of the endpoint that would make it private. */
export interface EndpointWish {
  /** `other` for an Azure service outside the catalogue. */
  kind: KindKey | 'other';
  /** The host that its URL has; '' for none. */
  host: string;
  /** Name of the Azure resource, lower case; '' where the host doesn't tell it. */
  targetName: string;
  /** The host, where it can be registered for the endpoint: then the URL stays as it is. Else ''. */
  domainName: string;
}

/** Reads from a data source's host which endpoint it takes. Anything but an Azure service is behind a private link service. */
export function wishFor(dataSource: DataSource): EndpointWish {
  const host = readAddress(dataSource)?.host ?? '';
  // Those of the catalogue come first.
  const [service] = serviceHosts(host);
  if (service) {
    const kind = kindByKey(service.service)?.key ?? 'other';
    return { kind, host, targetName: service.name, domainName: '' };
  }
  const name = checkDomainName(host);
  return { kind: 'privateLinkService', host, targetName: '', domainName: name.ok ? name.value.domainName : '' };
}

/** A target that a wish probably means. */
interface SuggestedTarget {
  target: FoundTarget;
  /** True where Azure gives the name to this resource alone. */
  certain: boolean;
}

/** The target that a wish means, where exactly one is told: by its own name, by a neighbour's domain name, by words of the host. */
export function suggestTarget(
  { targetName, host, domainName }: EndpointWish,
  targets: readonly FoundTarget[],
  endpoints: readonly Endpoint[]
): SuggestedTarget | undefined {
  if (targetName) {
    const target = onlyOne(targets.filter(({ name }) => name.toLowerCase() === targetName));
    return target && { target, certain: true };
  }
  if (!domainName) {
    return undefined;
  }
  const neighbours = new Set(
    endpoints.filter((endpoint) => sharesDomain(endpoint.domainName, host)).map(({ targetId }) => resourceKey(targetId))
  );
  const target = onlyOne(targets.filter(({ id }) => neighbours.has(resourceKey(id)))) ?? bestByWords(host, targets);
  return target && { target, certain: false };
}

/** True where both names are in one domain below the registered one: a load balancer often serves all of it. */
function sharesDomain(domainName: string, host: string): boolean {
  const [, ...parent] = host.split('.');
  const domain = parent.join('.');
  return parent.length > 2 && domainNameCovers(`*.${domain}`, domainName);
}

function bestByWords(host: string, targets: readonly FoundTarget[]): FoundTarget | undefined {
  const wanted = new Set(nameWords(host));
  const scored = targets.map((target) => {
    const words = new Set(nameWords(target.name));
    const shared = [...words].filter((word) => wanted.has(word)).length;
    // Of two that share as much, the one whose name says least besides.
    return { target, score: shared && shared - words.size / 100 };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best > 0 ? onlyOne(scored.filter(({ score }) => score === best))?.target : undefined;
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
