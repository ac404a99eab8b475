import { type Address, type AddressChange, addressWith, changedAuthority, readAddress } from '../address/address';
import { type DataSource, isReadOnly } from '../address/dataSource';
import { kindOfTarget } from '../catalogue/catalogue';
import { hasNoAddress } from '../catalogue/dataSourceTypes';
import { type Endpoint } from '../endpoint';
import { serviceHosts, fitsTarget } from '../matching/serviceHosts';
import { type Target } from '../target';
import { isEndpointReady } from '../state/status';
import { endpointHosts, isOwnHost, type EndpointHosts } from './endpointHosts';
import { fillWarnings } from './fillWarnings';

/** What filling an endpoint into a data source would do. */
export type FillProposal =
  /** The address would change. `blocked` says why it can't be written now; '' when it can. */
  | {
      kind: 'change';
      field: string;
      before: string;
      after: string;
      hostBefore: string;
      host: string;
      change: AddressChange;
      mode: 'write' | 'paste' | 'provisioned';
      warnings: string[];
      blocked: string;
    }
  /** It uses the endpoint already. */
  | { kind: 'keep'; message: string }
  /** The admin has to name the host. `pattern` is what it must look like; '' for none. */
  | { kind: 'ask'; message: string; pattern: string }
  /** There is nothing to fill in, or no safe way to. */
  | { kind: 'nothing'; message: string };

/** What the proposal is made from. */
export interface FillInput {
  endpoint: Endpoint;
  dataSource: DataSource;
  /** The target, where it can be read: it tells the service's own host. */
  target?: Target;
  /** The host that the admin named; '' to let the rules choose. */
  host: string;
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
    return nothing(
      "The address of this data source can't be parsed, so it isn't changed. Open the data source and enter the address there."
    );
  }
  if (input.host === '' && goesOver(endpoint, hosts, address.host)) {
    return keep(hosts);
  }
  const host = input.host || hosts.names[0] || (hosts.wildcard ? '' : hosts.ip);
  if (host === '') {
    return ask(hosts);
  }
  if (!isOwnHost(hosts, host)) {
    return { ...ask(hosts), message: `${host} doesn't use this endpoint. ${ask(hosts).message}` };
  }
  const change = changeTo(host, address, endpoint);
  return {
    kind: 'change',
    field: address.field,
    before: address.text,
    after: addressWith(address, changedAuthority(address, change)),
    hostBefore: address.host,
    host,
    change,
    mode: isReadOnly(dataSource) ? 'provisioned' : address.kind.pasteOnly ? 'paste' : 'write',
    warnings: [...tlsNeeded(change, endpoint), ...fillWarnings(endpoint, dataSource, hosts, host)],
    blocked: blockedBy(input),
  };
}

// An Azure service that only speaks TLS, on its own port, can't be reached by http.
function changeTo(host: string, address: Address, endpoint: Endpoint): AddressChange {
  const kind = kindOfTarget(endpoint.targetId);
  return kind?.tls === 'required' && address.kind.shape === 'url' && address.scheme === 'http'
    ? { host, scheme: 'https', port: kind.port }
    : { host };
}

function tlsNeeded({ scheme, port }: AddressChange, endpoint: Endpoint): string[] {
  const title = kindOfTarget(endpoint.targetId)?.title ?? '';
  return scheme ? [`${title} requires TLS, so http changes to ${scheme} on port ${port}.`] : [];
}

/** What the confirmation says about stored credentials. */
export function credentialsNote(hostBefore: string, host: string): string {
  return `The stored credentials of this data source don’t change. They will be sent to ${host} instead of ${hostBefore}.`;
}

function goesOver(endpoint: Endpoint, hosts: EndpointHosts, host: string): boolean {
  const byName = hosts.names.includes(host.toLowerCase()) || (hosts.wildcard !== '' && isOwnHost(hosts, host));
  const byIp = hosts.names.length === 0 && hosts.wildcard === '' && isOwnHost(hosts, host);
  return (
    byName ||
    byIp ||
    serviceHosts(host).some((service) => fitsTarget(service, endpoint) && !host.includes('.privatelink.'))
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
    };
  }
  return hosts.source === 'service'
    ? {
        kind: 'ask',
        message:
          "The host name of this Azure service couldn't be loaded. Copy it from the Azure portal into the data source. Inside the managed network, it resolves to the private endpoint.",
        pattern: '',
      }
    : {
        kind: 'ask',
        message: 'The endpoint has no domain name and no private IP address yet. Refresh first.',
        pattern: '',
      };
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
