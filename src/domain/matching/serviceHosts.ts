import { kindOfTarget, leadsToKind, services, servicesOf } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { isHostName } from '../address/host';
import { isJsonObject, type JsonValue } from '../json';
import { nameOfTarget, type Target } from '../target';

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
export function fitsTarget(service: ServiceHost, { targetId, subResources, targetRegion }: Endpoint): boolean {
  const leadsThere = servicesOf(targetId, subResources).some(({ key }) => key === service.service);
  const regionFits = !service.exact || !service.region || !targetRegion || service.region === plainRegion(targetRegion);
  return leadsThere && regionFits && (service.name === '' || service.name === nameOfTarget(targetId).toLowerCase());
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
  const region = plainRegion(endpoint.targetRegion);
  const name = nameOfTarget(endpoint.targetId).toLowerCase();
  const derived = servicesOf(endpoint.targetId, endpoint.subResources)
    .filter(({ address }) => address === 'service')
    .flatMap(({ hosts }) => hosts)
    // Another resource may be named like this one and a region.
    .filter((host) => !host.includes('{name}-{'))
    .map((host) => host.replace('{name}', name).replace('{region}', region))
    .filter(isHostName);
  return [...new Set([...told(endpoint, target), ...derived])];
}

function told({ targetId, subResources }: Endpoint, target: Target | undefined): string[] {
  const kind = kindOfTarget(targetId);
  if (!kind || !leadsToKind(kind, subResources)) {
    return [];
  }
  return kind.hostProperties
    .flatMap((path) => valuesAt(target?.properties, path.split('.')))
    .filter((value) => typeof value === 'string')
    .map((text) =>
      text
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[:/].*/, '')
    )
    .filter((host) => host.includes('.') && isHostName(host));
}

/** What stands at a path of keys; of a list on the way, what stands there in each of its items. */
function valuesAt(value: JsonValue | undefined, path: string[]): Array<JsonValue | undefined> {
  return path.reduce<Array<JsonValue | undefined>>(
    (found, key) =>
      found
        .flat()
        .filter(isJsonObject)
        .map((item) => item[key]),
    [value]
  );
}
