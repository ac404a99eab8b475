import {
  type Address,
  type AddressChange,
  addressWith,
  changedAuthority,
  effectivePort,
  hostAndPortOf,
  otherPort,
  readAddress,
  takesHost,
  takesScheme,
  withAuthority,
} from '../address/address';
import { type DataSource, isReadOnly } from '../address/dataSource';
import { tlsUse } from '../address/tlsUse';
import { servicesOf } from '../catalogue/catalogue';
import { hasNoAddress } from '../catalogue/dataSourceTypes';
import { checkAddress } from '../check/checkAddress';
import { checkConnection } from '../check/checkConnection';
import { type Endpoint } from '../endpoint';
import { indexEndpoints } from '../matching/endpointIndex';
import { matchDataSource, matchReason } from '../matching/matchDataSource';
import { serviceHosts, fitsTarget } from '../matching/serviceHosts';
import { type Target } from '../target';
import { isEndpointReady } from '../state/status';
import { endpointHosts, isOwnHost, type EndpointHosts } from './endpointHosts';

/** What filling an endpoint into a data source would do. */
export type FillProposal =
  | FillChange
  /** It uses the endpoint already. */
  | { kind: 'keep'; message: string }
  /** The admin has to name the host. `pattern` is what it must look like, '' for none; `offer` one to take, '' for none. */
  | { kind: 'ask'; message: string; pattern: string; offer: string }
  /** There is nothing to fill in, or no safe way to. */
  | { kind: 'nothing'; message: string };

/** The address would change. */
interface FillChange {
  kind: 'change';
  field: string;
  before: string;
  after: string;
  hostBefore: string;
  host: string;
  change: AddressChange;
  mode: 'write' | 'paste' | 'provisioned';
  warnings: string[];
  /** What would fail with the new address, as the test tells; '' for nothing. Then it isn't written. */
  problem: string;
  /** Why it can't be written now; '' when it can. */
  blocked: string;
}

/** What the proposal is made from. */
export interface FillInput {
  endpoint: Endpoint;
  dataSource: DataSource;
  /** The target, where it can be read: it tells the service's own host. */
  target?: Target;
  /** The host that the admin named; '' to let the rules choose. */
  host: string;
  /** Scheme and port that the admin chose; undefined to let the rules choose. Only where the target doesn't settle them. */
  scheme?: 'http' | 'https';
  port?: number;
  /** True when the raw data source holds a number that JavaScript would change. */
  unsafeNumbers: boolean;
}

/** Says what filling an endpoint into a data source would change, keep or ask for. Nothing is written here. */
export function proposeFill(input: FillInput): FillProposal {
  const { endpoint, dataSource } = input;
  const hosts = endpointHosts(endpoint, input.target);
  if (hosts.source === 'none' || hasNoAddress(dataSource.type)) {
    return nothing(
      'There is no URL to update. Azure Monitor keeps its host names, and they use the private link for resources in the scope.'
    );
  }
  const address = readAddress(dataSource);
  if (!address) {
    const plain = hostAndPortOf(dataSource);
    return nothing(
      plain
        ? `The address is a URL, but only a host and a port are allowed. Open the data source and change it to ${plain}.`
        : "The address of this data source can't be parsed, so it isn't changed. Open the data source and enter the address there."
    );
  }
  return input.host === '' ? proposeHost(input, address, hosts) : takeHost(input, address, hosts, input.host);
}

/** Chooses the host: the one that is there where it uses the endpoint, else the best that the endpoint has. */
function proposeHost(input: FillInput, address: Address, hosts: EndpointHosts): FillProposal {
  const { endpoint, dataSource } = input;
  const [match] = matchDataSource(indexEndpoints([endpoint]), dataSource);
  if (match?.by === 'alias') {
    const offer = hosts.names[0] ?? '';
    return {
      kind: 'ask',
      message: `${matchReason(match)} The URL isn't changed unless you choose to update it.`,
      pattern: '',
      offer,
    };
  }
  if (match?.by === 'confirmed') {
    return { kind: 'keep', message: `${matchReason(match)} The URL stays as it is.` };
  }
  if (!goesOver(endpoint, hosts, address.host)) {
    return takeHost(input, address, hosts, hosts.names[0] || (hosts.wildcard ? '' : hosts.ip));
  }
  const proposal = proposeChange(input, address, hosts, address.host);
  if (proposal.after === proposal.before) {
    return keep(hosts);
  }
  return isOwnHost(hosts, address.host)
    ? proposal
    : nothing(`This address can't work. Open the data source and change the address to ${proposal.after}.`);
}

function takeHost(input: FillInput, address: Address, hosts: EndpointHosts, host: string): FillProposal {
  if (host === '') {
    return ask(hosts);
  }
  if (!takesHost(address.kind, host)) {
    return nothing(
      `Data sources of this type take only a host that ends with ${address.kind.suffix}, and ${host} doesn’t.`
    );
  }
  return isOwnHost(hosts, host)
    ? proposeChange(input, address, hosts, host)
    : { ...ask(hosts), message: `${host} doesn't use this endpoint. ${ask(hosts).message}` };
}

function proposeChange(input: FillInput, address: Address, hosts: EndpointHosts, host: string): FillChange {
  const { endpoint, dataSource, target } = input;
  const change = changeTo(host, address, input);
  const authority = changedAuthority(address, change);
  // What "Test connection" would say of the new address, before it is written.
  const changed = withAuthority(dataSource, authority);
  const found = [checkAddress, checkConnection].map((step) => step({ endpoint, dataSource: changed, target }));
  const told = (outcome: string) =>
    found.filter((step) => step.outcome === outcome).map(({ finding, next }) => `${finding} ${next}`);
  return {
    kind: 'change',
    field: address.field,
    before: address.text,
    after: addressWith(address, authority),
    hostBefore: address.host,
    host,
    change,
    mode: isReadOnly(dataSource) ? 'provisioned' : address.kind.pasteOnly ? 'paste' : 'write',
    warnings: [
      ...changeReasons(change, address, endpoint),
      ...(address.kind.alsoIn && changed.jsonData !== dataSource.jsonData
        ? [`${host} also replaces ${address.host} in the allowed hosts.`]
        : []),
      ...told('warning'),
      ...ipMayChange(hosts, host, changed),
    ],
    problem: told('failed')[0] ?? '',
    blocked: blockedBy(input),
  };
}

// An Azure service settles scheme and port; of others the admin knows better, and the address as it is comes first.
function changeTo(host: string, address: Address, { endpoint, scheme, port }: FillInput): AddressChange {
  const [service] = servicesOf(endpoint.targetId, endpoint.subResources);
  const settled = service?.address === 'service';
  const secure = settled && address.kind.shape === 'url' && address.scheme !== 'https';
  const missing = address.kind.shape === 'url' && address.scheme === '';
  const usual = effectivePort(address) === 443 ? 'https' : 'http';
  const newScheme = secure ? 'https' : missing ? (scheme ?? usual) : undefined;
  const newPort = settled ? otherPort(service, { ...address, scheme: newScheme ?? address.scheme }) : port;
  return { host, ...(newScheme && { scheme: newScheme }), ...(newPort && { port: newPort }) };
}

/** Why more than the host changes. */
function changeReasons({ scheme, port }: AddressChange, address: Address, endpoint: Endpoint): string[] {
  const [service] = servicesOf(endpoint.targetId, endpoint.subResources);
  const title = service?.title ?? 'The target';
  return [
    scheme && address.scheme ? `${title} requires TLS, so http changes to https.` : '',
    scheme && !address.scheme ? `The URL has no scheme, so ${scheme}:// is added.` : '',
    address.scheme && !takesScheme(address.kind)
      ? `${address.scheme}:// is removed: only a host and a port are allowed.`
      : '',
    port && service?.port === port ? `${title} listens on port ${port}.` : '',
  ].filter(Boolean);
}

function ipMayChange(hosts: EndpointHosts, host: string, dataSource: DataSource): string[] {
  return host === hosts.ip && tlsUse(dataSource).tls !== 'yes'
    ? [
        `The private IP address may change when the endpoint is created again. ${hosts.names.length > 0 || hosts.wildcard ? 'The domain name stays the same.' : 'A domain name would stay the same: add one to the endpoint first.'}`,
      ]
    : [];
}

/** What the confirmation says about stored credentials. */
export function credentialsNote(hostBefore: string, host: string): string {
  return `The stored credentials of this data source don’t change. They will be sent to ${host} instead of ${hostBefore}.`;
}

function goesOver(endpoint: Endpoint, hosts: EndpointHosts, host: string): boolean {
  // An endpoint that has a name of its own is best reached by it.
  const isBest = hosts.names.length > 0 ? hosts.names.includes(host.toLowerCase()) : isOwnHost(hosts, host);
  return (
    isBest ||
    serviceHosts(host).some(
      (service) => !service.alias && fitsTarget(service, endpoint) && !host.includes('.privatelink.')
    )
  );
}

function keep(hosts: EndpointHosts): FillProposal {
  return {
    kind: 'keep',
    message:
      hosts.source === 'service'
        ? 'No change needed. Azure services keep their host name, and inside the managed network it resolves to the private endpoint.'
        : 'Already uses this endpoint.',
  };
}

function ask(hosts: EndpointHosts): Extract<FillProposal, { kind: 'ask' }> {
  if (hosts.wildcard) {
    return {
      kind: 'ask',
      message: `The domain name of the endpoint covers every name below ${hosts.wildcard.slice(2)}. Enter the host for this data source.`,
      pattern: hosts.wildcard,
      offer: '',
    };
  }
  const message =
    hosts.source === 'service'
      ? "The host name of this Azure service couldn't be loaded. Copy it from the Azure portal into the data source. Inside the managed network, it resolves to the private endpoint."
      : 'The endpoint has no domain name and no private IP address yet. Refresh first.';
  return { kind: 'ask', message, pattern: '', offer: '' };
}

function blockedBy({ endpoint, dataSource, unsafeNumbers }: FillInput): string {
  if (isReadOnly(dataSource)) {
    return "This data source is provisioned and can't be changed here. Paste the lines below into its provisioning file.";
  }
  if (unsafeNumbers) {
    return "This data source contains a number that a browser can't represent exactly, so saving could change it. Paste the new address in the data source settings.";
  }
  return isEndpointReady(endpoint)
    ? ''
    : "The endpoint isn't ready yet. You can plan this update now and apply it when the endpoint is ready.";
}

function nothing(message: string): FillProposal {
  return { kind: 'nothing', message };
}

/** Says which endpoints a data source no longer uses after a change; '' for none. */
export function stopsNote(endpoints: readonly string[]): string {
  return endpoints.length > 0 ? `Stops using ${endpoints.join(', ')}.` : '';
}
