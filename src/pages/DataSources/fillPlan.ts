import { type DataSource } from '../../domain/address/dataSource';
import { type Endpoint } from '../../domain/endpoint';
import { endpointHosts, type EndpointHosts } from '../../domain/fillIn/endpointHosts';
import { needsInsisting } from '../../domain/fillIn/fillWarnings';
import { type FillProposal, proposeFill } from '../../domain/fillIn/proposeFill';
import { type Target } from '../../domain/target';

/** What the admin decided for one data source. */
export interface FillChoice {
  /** '' lets the rules choose. */
  host: string;
  /** True when the admin wants it in spite of a warning. */
  insists: boolean;
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
  /** True where the admin has to insist, since it can't work as far as is known. */
  toInsist: boolean;
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
    unsafeNumbers: unsafeNumbers.length > 0,
  });
  const change = proposal.kind === 'change' ? proposal : undefined;
  const toInsist = change !== undefined && needsInsisting(endpoint, dataSource, hosts, change.host);
  const ready =
    change !== undefined &&
    change.mode === 'write' &&
    change.blocked === '' &&
    change.before !== change.after &&
    mayWrite &&
    (!toInsist || choice.insists);
  return { proposal, hosts, toInsist, ready };
}
