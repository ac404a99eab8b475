import { adapterOfType, readField, typesWithAddress } from '../../domain/address/addressAdapters';
import { shownAddress } from '../../domain/address/shownAddress';
import { dataSourceName } from '../../domain/catalogue/dataSourceTypes';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointHosts, isOwnHost } from '../../domain/fillIn/endpointHosts';
import { nameOfTarget } from '../../domain/targetName';
import { newDataSource, type NewDataSourceInput } from '../../domain/fillIn/newDataSource';

/** What the form holds; each field as it stands there. */
export type NewDraft = NewDataSourceInput;

/** Problems by field; '' for none. */
export type DraftProblems = Partial<Record<'name' | 'host' | 'port', string>>;

/** The types that can be created over an endpoint: those whose name the endpoint or its target bears, then the likeliest. */
export function creatableTypes(endpoint: Endpoint): string[] {
  const kind = kindOfTarget(endpoint.targetId);
  const types = (kind?.dataSourceTypes ?? typesWithAddress).filter(
    (type) => adapterOfType(type)?.mode === 'write' && type !== 'postgres'
  );
  const words = `${endpoint.name} ${nameOfTarget(endpoint.targetId)} ${endpoint.domainName}`
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
  const borne = types.filter((type) => words.some((word) => dataSourceName(type).toLowerCase().startsWith(word)));
  return [...borne, ...types.filter((type) => !borne.includes(type))];
}

/** True where the scheme is chosen: it is part of the address, or decides on TLS. */
export function hasScheme(type: string): boolean {
  return adapterOfType(type)?.shape === 'url' || type === 'grafana-clickhouse-datasource';
}

/** The draft as it opens, or for another type. */
export function freshDraft(endpoint: Endpoint, hosts: EndpointHosts, type: string, name: string): NewDraft {
  const kind = kindOfTarget(endpoint.targetId);
  const scheme = kind?.tls === 'required' || endpoint.domainName !== '' ? 'https' : 'http';
  const host = hosts.names[0] ?? (hosts.wildcard ? '' : hosts.ip);
  return { type, name, scheme, port: usualPort(endpoint, type, scheme), host };
}

/** The port to begin with; '' for the scheme's own, which needs no telling. */
export function usualPort(endpoint: Endpoint, type: string, scheme: NewDraft['scheme']): string {
  const port = kindOfTarget(endpoint.targetId)?.port ?? adapterOfType(type)?.defaultPort;
  // A type's own port is that of its plain protocol.
  return port === undefined || (adapterOfType(type)?.shape === 'url' && scheme === 'https') ? '' : String(port);
}

/** What is wrong with the draft. */
export function draftProblems(draft: NewDraft, hosts: EndpointHosts, taken: readonly string[]): DraftProblems {
  const problems: DraftProblems = {};
  const name = draft.name.trim();
  if (name === '') {
    problems.name = 'Enter a name';
  } else if (taken.includes(name)) {
    problems.name = 'There is a data source of this name already';
  }
  if (!isOwnHost(hosts, draft.host)) {
    problems.host = draft.host
      ? `${draft.host} doesn’t lead over this endpoint`
      : hosts.wildcard
        ? `Name the host, below ${hosts.wildcard.slice(2)}`
        : 'The endpoint has no host yet';
  }
  const port = Number(draft.port);
  if (draft.port !== '' && !(/^\d{1,5}$/.test(draft.port) && port >= 1 && port <= 65_535)) {
    problems.port = 'A port is a whole number from 1 to 65535';
  }
  return problems;
}

/** The address that the draft makes; '' while it makes none. */
export function draftAddress(draft: NewDraft): string {
  const made = newDataSource({ ...draft, name: draft.name || 'x' });
  const adapter = adapterOfType(draft.type);
  return made.ok && adapter && draft.host
    ? shownAddress(readField({ uid: '', name: '', type: draft.type, ...made.value }, adapter.field))
    : '';
}
