import { shownAddress } from '../../domain/address/address';
import { addressKind, dataSourceName, writableTypes } from '../../domain/catalogue/dataSourceTypes';
import { type Problems } from '../../domain/checked';
import { servicesOf } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointHosts, isOwnHost, mayBeOwnHost } from '../../domain/fillIn/endpointHosts';
import { nameOfTarget } from '../../domain/target';
import { newDataSource, type NewDataSourceInput } from '../../domain/fillIn/newDataSource';

/** What the form holds; each field as it stands there. */
export type NewDraft = NewDataSourceInput;

const serviceOf = ({ targetId, subResources }: Endpoint) => servicesOf(targetId, subResources)[0];

/** The types that can be created over an endpoint: those whose name the endpoint or its target bears, then the likeliest. */
export function creatableTypes(endpoint: Endpoint): string[] {
  const types = (serviceOf(endpoint)?.dataSourceTypes ?? writableTypes).filter((type) => writableTypes.includes(type));
  const words = `${endpoint.name} ${nameOfTarget(endpoint.targetId)} ${endpoint.domainName}`
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
  const borne = types.filter((type) => words.some((word) => dataSourceName(type).toLowerCase().startsWith(word)));
  return [...borne, ...types.filter((type) => !borne.includes(type))];
}

/** The draft as it opens, or for another type. `port` is the one that is known of the endpoint; '' for none. */
export function freshDraft(endpoint: Endpoint, hosts: EndpointHosts, type: string, name: string, port = ''): NewDraft {
  const scheme = serviceOf(endpoint)?.tls === 'required' || endpoint.domainName !== '' ? 'https' : 'http';
  const host = hosts.names[0] ?? (hosts.wildcard ? '' : hosts.ip);
  return { type, name, scheme, port: port || usualPort(endpoint, type, scheme), host };
}

/** The port to begin with; '' for the scheme's own, which needs no telling. */
export function usualPort(endpoint: Endpoint, type: string, scheme: NewDraft['scheme']): string {
  const kind = addressKind(type);
  const port = serviceOf(endpoint)?.port ?? (scheme === 'https' ? kind?.tlsPort : undefined) ?? kind?.port;
  // A type's own port is that of its plain protocol.
  return port === undefined || (kind?.shape === 'url' && scheme === 'https') ? '' : String(port);
}

/** What is wrong with the draft. */
export function draftProblems(
  draft: NewDraft,
  endpoint: Endpoint,
  hosts: EndpointHosts,
  taken: readonly string[]
): Problems<'name' | 'host' | 'port'> {
  const name = draft.name.trim();
  const port = Number(draft.port);
  const found: Partial<Record<'name' | 'host' | 'port', string | false>> = {
    name: name === '' ? 'Enter a name' : taken.includes(name) && 'A data source with this name already exists',
    host: !isOwnHost(hosts, draft.host) && !mayBeOwnHost(endpoint, draft.host) && hostProblem(draft.host, hosts),
    port:
      draft.port !== '' &&
      !(/^\d{1,5}$/.test(draft.port) && port >= 1 && port <= 65_535) &&
      'Enter a port from 1 to 65535',
  };
  return Object.fromEntries(Object.entries(found).flatMap(([key, message]) => (message ? [[key, { message }]] : [])));
}

function hostProblem(host: string, { source, wildcard }: EndpointHosts): string {
  if (!host && source === 'service') {
    return 'Enter the host name of the resource';
  }
  if (host) {
    return `${host} doesn’t use this endpoint`;
  }
  return wildcard ? `Enter a host below ${wildcard.slice(2)}` : 'The endpoint doesn’t have a host yet';
}

/** The address that the draft makes; '' while it makes none. */
export function draftAddress(draft: NewDraft): string {
  const made = newDataSource({ ...draft, name: draft.name || 'x' });
  return made.ok && draft.host ? shownAddress({ uid: '', name: '', type: draft.type, ...made.value }) : '';
}
