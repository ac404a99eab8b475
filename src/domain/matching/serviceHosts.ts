import { catalogue, kindOfTarget, type KindKey, leadsToKind, type TargetKind } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { isHostName } from '../address/host';
import { isJsonObject, type JsonValue } from '../json';
import { parseResourceId, resourceName } from '../resourceId';
import { type Target } from '../target';

/** What the public host name of an Azure service tells. */
export interface ServiceHost {
  kind: KindKey;
  /** Name of the resource in lower case; '' where the host doesn't tell it. */
  name: string;
  /** Region in lower case; '' where the host doesn't tell it. */
  region: string;
  /** False when part of the host is known to Azure alone, or it can be read in two ways. */
  exact: boolean;
}

// Regular expressions made once from the catalogue's patterns.
const patterns = catalogue
  .filter((kind) => kind.address !== 'endpoint')
  .flatMap((kind) =>
    kind.hosts.map((host) => ({
      kind: kind.key,
      exact: !host.includes('{any}') && !host.includes('{name}-') && kind.address !== 'none',
      expression: new RegExp(
        `^${host
          .replace(/[.]/g, '\\.')
          .replace('{name}', '(?<name>[^.]+)')
          .replace('{region}', '(?<region>[^.]+)')
          .replace('{any}', '[a-z0-9.]+')}$`
      ),
    }))
  );

/** Reads what the host names of Azure services tell. A host can be read in several ways, or in none. */
export function serviceHosts(host: string): ServiceHost[] {
  // Inside a virtual network people also write the name of the private zone.
  const plain = host.toLowerCase().replace(/\.$/, '').replace('.privatelink.', '.');
  return patterns.flatMap(({ kind, exact, expression }) => {
    const groups = expression.exec(plain);
    return groups ? [{ kind, exact, name: groups.groups?.name ?? '', region: groups.groups?.region ?? '' }] : [];
  });
}

/** True when what a host tells fits the target of an endpoint. */
export function fitsTarget(service: ServiceHost, endpoint: Endpoint): boolean {
  const target = parseResourceId(endpoint.targetId);
  const kind = kindOfTarget(endpoint.targetId);
  if (!target.ok || kind?.key !== service.kind || !leadsToKind(kind, endpoint.subResources)) {
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
  const kind = kindOfTarget(endpoint.targetId);
  const id = parseResourceId(endpoint.targetId);
  if (!kind || !id.ok || kind.address !== 'service' || !leadsToKind(kind, endpoint.subResources)) {
    return [];
  }
  const region = plainRegion(endpoint.targetRegion);
  const derived = kind.hosts
    .filter(
      (host) => !host.includes('{any}') && !host.includes('{name}-') && (region !== '' || !host.includes('{region}'))
    )
    .map((host) => host.replace('{name}', resourceName(id.value).toLowerCase()).replace('{region}', region))
    .filter(isHostName);
  return [...new Set([...told(kind, target), ...derived])];
}

function told({ hostProperties }: TargetKind, target: Target | undefined): string[] {
  return hostProperties
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
