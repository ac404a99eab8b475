import { kindOfTarget, leadsToKind, services, servicesOf } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { isHostName } from '../address/host';
import { isJsonObject, type JsonValue } from '../json';
import { parseResourceId, resourceName } from '../resourceId';
import { type Target } from '../target';

/** What the public host name of an Azure service tells. */
export interface ServiceHost {
  /** Key of the service. */
  service: string;
  /** Name of the resource in lower case; '' where the host doesn't tell it. */
  name: string;
  /** Region in lower case; '' where the host doesn't tell it. */
  region: string;
  /** False when part of the host is known to Azure alone, or it can be read in two ways. */
  exact: boolean;
  /** What the name may be where it isn't the resource's own, and may lead to another resource too; else ''. */
  alias: string;
}

const domainOf = (host: string) => host.split('.').slice(-2).join('.');

// Regular expressions made once from the catalogue's patterns.
const patterns = services.flatMap(({ key, address, aliases = '', hosts }) =>
  hosts.map((host) => ({
    service: key,
    exact: !/\{(any|zone|alias)\}|\{name\}-\{/.test(host) && address !== 'none',
    alias: host.includes('{alias}') ? aliases : '',
    domain: domainOf(host),
    expression: new RegExp(
      `^${host
        .replace(/[.]/g, '\\.')
        .replace('{name}', '(?<name>[^.]+)')
        .replace('{region}', '(?<region>[^.]+)')
        .replace('{any}', '[a-z0-9.-]+')
        .replace('{zone}', '[a-z0-9-]+')
        // With a dot it is no resource's name.
        .replace('{public}', '(?<name>[^.]+\\.public)')
        .replace('{alias}', '[a-z0-9-]+')}$`
    ),
  }))
);

// By the two labels that each ends with: a host is held against those of its own domain alone.
const byDomain = new Map<string, typeof patterns>();
for (const pattern of patterns) {
  byDomain.set(pattern.domain, [...(byDomain.get(pattern.domain) ?? []), pattern]);
}

/** Reads what the host names of Azure services tell. A host can be read in several ways, or in none. */
export function serviceHosts(host: string): ServiceHost[] {
  // Inside a virtual network people also write the name of the private zone.
  const plain = host.toLowerCase().replace(/\.$/, '').replace('.privatelink.', '.');
  return (byDomain.get(domainOf(plain)) ?? []).flatMap(({ expression, service, exact, alias }) => {
    const found = expression.exec(plain);
    const { name = '', region = '' } = found?.groups ?? {};
    return found ? [{ service, exact, alias, name, region }] : [];
  });
}

/** True when what a host tells fits the target of an endpoint. */
export function fitsTarget(service: ServiceHost, endpoint: Endpoint): boolean {
  const target = parseResourceId(endpoint.targetId);
  const leadsThere = servicesOf(endpoint.targetId, endpoint.subResources).some(({ key }) => key === service.service);
  if (!target.ok || !leadsThere) {
    return false;
  }
  const regionFits =
    !service.exact ||
    !service.region ||
    !endpoint.targetRegion ||
    service.region === plainRegion(endpoint.targetRegion);
  return regionFits && (service.name === '' || service.name === resourceName(target.value).toLowerCase());
}

/** "West Europe" and westeurope are the same region. */
function plainRegion(region: string): string {
  return region.toLowerCase().replaceAll(' ', '');
}

/**
 * Host names that are certainly the target's own: those that the target itself tells, and those that follow from its
 * name and region alone.
 */
export function ownServiceHosts(endpoint: Endpoint, target?: Target): string[] {
  const id = parseResourceId(endpoint.targetId);
  if (!id.ok) {
    return [];
  }
  const region = plainRegion(endpoint.targetRegion);
  const derived = servicesOf(endpoint.targetId, endpoint.subResources)
    .filter(({ address }) => address === 'service')
    .flatMap(({ hosts }) => hosts)
    // Another resource may be named like this one and a region.
    .filter((host) => !host.includes('{name}-{'))
    .map((host) => host.replace('{name}', resourceName(id.value).toLowerCase()).replace('{region}', region))
    .filter(isHostName);
  return [...new Set([...told(endpoint, target), ...derived])];
}

function told({ targetId, subResources }: Endpoint, target: Target | undefined): string[] {
  const kind = kindOfTarget(targetId);
  const paths = kind && leadsToKind(kind, subResources) ? kind.hostProperties : [];
  return paths
    .flatMap((path) => textsAt(target?.properties, path.split('.')))
    .map((text) =>
      text
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[:/].*$/, '')
    )
    .filter((host) => host.includes('.') && isHostName(host));
}

function textsAt(value: JsonValue | undefined, [key, ...rest]: string[]): string[] {
  if (key === undefined) {
    return typeof value === 'string' ? [value] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => textsAt(item, [key, ...rest]));
  }
  return isJsonObject(value) && Object.hasOwn(value, key) ? textsAt(value[key], rest) : [];
}
