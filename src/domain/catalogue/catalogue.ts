import others from '../../../catalogue/services.json';
import kinds from '../../../catalogue/targetKinds.json';
import { parseResourceId, resourceType } from '../resourceId';
import { addressKind, presentType } from './dataSourceTypes';

/** What clients reach at a target: how it is called, and where. */
export interface Service {
  key: string;
  title: string;
  /**
   * Where a data source's address comes from: `endpoint` its domain name or private IP, `service` the service's own
   * public name (it resolves privately), `none` when there is no address to fill in. Only an `endpoint` takes a domain name.
   */
  address: 'endpoint' | 'service' | 'none';
  /**
   * Host names that clients use; `{name}` and `{region}` come from the resource, only Azure knows `{any}` and, of
   * one label, `{zone}`; `{alias}` is a name that may lead to another resource too, and `{public}` one that always leads
   * past private endpoints. Empty when the host is the admin's own.
   */
  hosts: readonly string[];
  /** What a name with `{alias}` may be. */
  aliases?: string;
  /** Port that clients use; undefined where it is the admin's own. */
  port?: number;
  tls: 'required' | 'own';
  /** Grafana plugin ids, likeliest first; undefined where nobody says. */
  dataSourceTypes?: readonly string[];
}

/** Keys of the kinds in the catalogue; stable, they stand in URLs. */
export type KindKey = keyof typeof kinds;

/** One kind of private link resource that a managed private endpoint can point to. The Go side has the same (catalogue/catalogue.go). */
export interface TargetKind extends Service {
  key: KindKey;
  /** ARM resource type. */
  resourceType: string;
  /** Other spellings of the type that Azure's pages use. */
  otherTypes?: readonly string[];
  /** The ARM `kind` that the resource must have, where the type holds more than one. */
  armKind?: string;
  /** API version of the resource and of its connections. */
  apiVersion: string;
  /** Which command of Azure CLI decides on a connection: the general one, its own, or none. */
  cli: 'network' | 'privateLinkService' | 'rest';
  /** Whether Azure's specification of the type has the call that decides on a connection. */
  approval: 'documented' | 'probable';
  listsSubResources: boolean;
  /** First one first choice; empty when the kind takes none. Casing matters to some services, so it is sent as written. */
  subResources: ReadonlyArray<{ groupId: string; title: string }>;
  /** Paths below the resource's properties that tell its own hosts; a list on the way is walked. */
  hostProperties: readonly string[];
  dataSourceTypes: readonly string[];
  /** What to look at before creating the endpoint: documented by the vendor, or only probable. */
  prerequisites: ReadonlyArray<{ text: string; certainty: 'documented' | 'probable' }>;
  /** True for the ten kinds of Microsoft's how-to. */
  inHowTo: boolean;
  /** True for kinds that are known and not offered: Microsoft lists them nowhere. */
  byIdOnly?: boolean;
  source: string;
  /** ISO date the entry was last checked. */
  checked: string;
}

/** All kinds, in the order in which they are offered. */
export const catalogue: readonly TargetKind[] = Object.entries(kinds as Record<KindKey, Omit<TargetKind, 'key'>>).map(
  ([key, kind]) => ({ ...kind, key: key as KindKey })
);

const byKey = new Map(catalogue.map((kind) => [kind.key as string, kind]));
const byType = new Map(
  catalogue.flatMap((kind) =>
    [kind.resourceType, ...(kind.otherTypes ?? [])].map((type) => [type.toLowerCase(), kind] as const)
  )
);

/** The kind with a key; undefined when there is none. */
export function kindByKey(key: string): TargetKind | undefined {
  return byKey.get(key);
}

/** The kind of a resource type, whatever its casing; undefined when the catalogue doesn't hold it. */
export function kindByType(type: string): TargetKind | undefined {
  return byType.get(type.toLowerCase());
}

/** The kind of the target with an id; undefined when it can't be read or isn't in the catalogue. */
export function kindOfTarget(targetId: string): TargetKind | undefined {
  return kindByType(typeOf(targetId));
}

/** '' where the id can't be read. */
function typeOf(targetId: string): string {
  const id = parseResourceId(targetId);
  return id.ok ? resourceType(id.value) : '';
}

/** How a target's kind is told and filtered by, for any target id. */
export interface KindLabel {
  /** The catalogue's key; for an unknown kind `type:` and the lower-case resource type; '' when the id can't be read. */
  key: KindKey | `type:${string}` | '';
  /** The catalogue's title; else the resource type as Azure wrote it; else "Unknown resource type". */
  title: string;
  known: boolean;
}

/** True where an endpoint leads to what the kind is about: one account of Cosmos DB serves several, told apart by sub-resource. */
export function leadsToKind(kind: TargetKind, subResources: readonly string[]): boolean {
  const own = kind.subResources.map(({ groupId }) => groupId.toLowerCase());
  const named = namesOf(subResources);
  return own.length === 0 || named.length === 0 || named.some((name) => own.includes(name));
}

function namesOf(subResources: readonly string[]): string[] {
  return subResources.filter(Boolean).map((name) => name.toLowerCase());
}

/** True where an endpoint can have a domain name: what leads to a host of the admin's own, and may be what isn't known. */
export function takesDomainName(kind: TargetKind | undefined): boolean {
  return !kind || kind.address === 'endpoint';
}

/** Services outside the catalogue, of Microsoft's public table of private DNS zones. */
const otherServices = others.services.map((service) => ({
  ...service,
  key: `type:${service.resourceType}#${service.groupId}`.toLowerCase() as `type:${string}`,
  address: 'service' as const,
  tls: 'required' as const,
}));

/** Everything that has host names of its own, in the catalogue and outside. */
export const services: readonly Service[] = [
  ...catalogue.filter(({ address }) => address !== 'endpoint'),
  ...otherServices,
];

/** What the sub-resources of a target lead to; empty where that isn't known. */
export function servicesOf(targetId: string, subResources: readonly string[]): Service[] {
  const type = typeOf(targetId);
  const kind = kindByType(type);
  return kind && leadsToKind(kind, subResources) ? [kind] : otherServicesOf(type, subResources);
}

function otherServicesOf(type: string, subResources: readonly string[]) {
  const named = namesOf(subResources);
  return otherServices.filter(
    ({ resourceType: own, groupId }) =>
      own.toLowerCase() === type.toLowerCase() && (named.length === 0 || named.includes(groupId.toLowerCase()))
  );
}

/** What is wrong with the sub-resources of a target; '' where nothing is, or where those of its type aren't known. */
export function subResourceProblem(targetId: string, subResources: readonly string[]): string {
  const type = typeOf(targetId);
  const known = [...(kindByType(type)?.subResources ?? []), ...otherServicesOf(type, [])].map(({ groupId }) => groupId);
  const odd = subResources.find((name) => name && !known.some((one) => one.toLowerCase() === name.toLowerCase()));
  return odd && known.length > 0 ? `${type} has no sub-resource named ${odd}. It has ${known.join(', ')}.` : '';
}

/** Names the kind of any target honestly: nothing is hidden because the catalogue lacks it. */
export function kindLabel(targetId: string, subResources: readonly string[]): KindLabel {
  return typeLabel(typeOf(targetId), subResources);
}

/** The same for a target of which only the resource type is known; '' where not even that is. */
export function typeLabel(type: string, subResources: readonly string[]): KindLabel {
  if (!type) {
    return { key: '', title: 'Unknown resource type', known: false };
  }
  const kind = kindByType(type);
  if (kind && leadsToKind(kind, subResources)) {
    return { key: kind.key, title: kind.title, known: true };
  }
  const [first = ''] = subResources.filter(Boolean);
  const [service] = otherServicesOf(type, subResources);
  return {
    key: service?.key ?? `type:${type.toLowerCase()}${first && `#${first.toLowerCase()}`}`,
    title: service?.title ?? (kind ? `${type} (${first})` : type),
    known: false,
  };
}

/** True where a service can serve a data source type, whichever of its names the type goes by; where nobody knows, any with an address. */
export function serves(service: Service | undefined, type: string): boolean {
  return service?.dataSourceTypes?.includes(presentType(type)) ?? addressKind(type) !== undefined;
}
