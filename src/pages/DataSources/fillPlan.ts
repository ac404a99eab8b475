import { type DataSource } from '../../domain/address/dataSource';
import { readAddress, takesPort } from '../../domain/address/address';
import { type Endpoint } from '../../domain/endpoint';
import { endpointHosts, type EndpointHosts } from '../../domain/fillIn/endpointHosts';
import { type FillProposal, proposeFill } from '../../domain/fillIn/proposeFill';
import { type Target } from '../../domain/target';

/** What the admin decided for one data source. */
export interface FillChoice {
  /** '' lets the rules choose. */
  host: string;
  /** Undefined lets the rules choose. */
  scheme?: 'http' | 'https';
  /** As it was typed; '' lets the rules choose. */
  port?: string;
}

/** What is known of a data source that was read whole. */
interface Read {
  dataSource: DataSource;
  unsafeNumbers: readonly unknown[];
  mayWrite: boolean;
}

/** What would be done with one data source. */
export interface FillPlan {
  proposal: FillProposal;
  hosts: EndpointHosts;
  /** What the admin may choose of scheme and port: nothing where the target settles them. */
  choices: { scheme: boolean; port: boolean };
  /** True when it can be written right now. */
  ready: boolean;
}

/** Makes the plan for one data source. Nothing is written here. */
export function planFill(endpoint: Endpoint, target: Target | undefined, read: Read, choice: FillChoice): FillPlan {
  const { dataSource, unsafeNumbers, mayWrite } = read;
  const hosts = endpointHosts(endpoint, target);
  const proposal = proposeFill({
    endpoint,
    dataSource,
    target,
    host: choice.host.trim(),
    scheme: choice.scheme,
    port: choice.port && isPort(choice.port) ? Number(choice.port) : undefined,
    unsafeNumbers: unsafeNumbers.length > 0,
  });
  const change = proposal.kind === 'change' ? proposal : undefined;
  const address = readAddress(dataSource);
  const open = change !== undefined && hosts.source === 'endpoint' && address !== undefined;
  const ready =
    change !== undefined &&
    change.mode === 'write' &&
    change.blocked === '' &&
    change.before !== change.after &&
    change.problem === '' &&
    isPort(choice.port) &&
    mayWrite;
  const choices = {
    scheme: open && address.kind.shape === 'url' && address.scheme === '',
    port: open && takesPort(address.kind),
  };
  return { proposal, hosts, choices, ready };
}

/** True for a port, and for none. */
export function isPort(text = ''): boolean {
  return text === '' || (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535);
}
