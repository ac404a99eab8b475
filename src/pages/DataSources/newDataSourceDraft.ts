import { adapterOfType, readField, typesWithAddress } from '../../domain/address/addressAdapters';
import { shownAddress } from '../../domain/address/shownAddress';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointHosts, isOwnHost } from '../../domain/fillIn/endpointHosts';
import { newDataSource, type NewDataSourceInput } from '../../domain/fillIn/newDataSource';

/** What the form holds; each field as it stands there. */
export type NewDraft = NewDataSourceInput;

/** Problems by field; '' for none. */
export type DraftProblems = Partial<Record<'name' | 'host' | 'port', string>>;

/** The types that can be created over an endpoint, likeliest first. */
export function creatableTypes(endpoint: Endpoint): string[] {
  const kind = kindOfTarget(endpoint.targetId);
  const types = kind ? kind.dataSourceTypes : typesWithAddress;
  return types.filter((type) => adapterOfType(type)?.mode === 'write' && type !== 'postgres');
}

/** True where the scheme is chosen: it is part of the address, or decides on TLS. */
export function hasScheme(type: string): boolean {
  return adapterOfType(type)?.shape === 'url' || type === 'grafana-clickhouse-datasource';
}

/** The draft as it opens, or for another type. */
export function freshDraft(endpoint: Endpoint, hosts: EndpointHosts, type: string, name: string): NewDraft {
  const kind = kindOfTarget(endpoint.targetId);
  const tls = kind?.tls === 'required' || endpoint.domainName !== '';
  const scheme = tls ? 'https' : 'http';
  const port = kind?.port ?? adapterOfType(type)?.defaultPort;
  // The scheme's own port needs no telling.
  const told = hasScheme(type) && port === (scheme === 'https' ? 443 : 80) ? undefined : port;
  return {
    type,
    name,
    scheme,
    port: told ? String(told) : '',
    host: hosts.names[0] ?? (hosts.wildcard ? '' : hosts.ip),
  };
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
