import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { addressKind, hasNoAddress } from '../catalogue/dataSourceTypes';
import { checkConnection } from '../check/checkConnection';
import { pathWarnings } from '../check/pathWarnings';
import { type Match, matchReason } from '../matching/matchDataSource';
import { serviceHosts } from '../matching/serviceHosts';
import { stateWords } from '../state/stateWords';
import { isEndpointReady, statusOf } from '../state/status';

/**
 * The way a data source takes: over a ready endpoint, over one with an address that can't work, over one that isn't ready, past
 * the private link, past it on purpose, to a host without an endpoint (it may be a public service, or one that Grafana reaches
 * some other way), or unknown.
 */
export type NetworkPath = 'private' | 'cantConnect' | 'notReady' | 'public' | 'noEndpoint' | 'onPurpose' | 'unknown';

/** Every way, in the order of need. */
export const networkPaths: readonly NetworkPath[] = [
  'cantConnect',
  'notReady',
  'public',
  'noEndpoint',
  'private',
  'onPurpose',
  'unknown',
];

/** A data source's way, and why. */
export interface NetworkPathVerdict {
  path: NetworkPath;
  reason: string;
}

/** Names of the ways. */
export const networkPathTitles: Record<NetworkPath, string> = {
  private: 'Private',
  cantConnect: 'Can’t connect',
  notReady: 'Not ready',
  public: 'Public',
  noEndpoint: 'No matching endpoint',
  onPurpose: 'Public on purpose',
  unknown: 'Unknown',
};

/**
 * Tells which way a data source takes.
 * @param matches its matches, ready ones first
 * @param marked an admin says that it is public on purpose: that counts where it doesn't lead to an endpoint
 */
export function networkPathOf(dataSource: DataSource, matches: readonly Match[], marked = false): NetworkPathVerdict {
  const { path, reason } = ownPath(dataSource, matches);
  return marked && matches.length === 0
    ? { path: 'onPurpose', reason: 'An admin marked it as public on purpose.' }
    : { path, reason };
}

/** True where a private endpoint is missing to what the address names, so that one can be requested for it. */
export function canBeMadePrivate(dataSource: DataSource, matches: readonly Match[]): boolean {
  return matches.length === 0 && pathWarnings(dataSource).length === 0 && Boolean(readAddress(dataSource)?.host);
}

function ownPath(dataSource: DataSource, matches: readonly Match[]): NetworkPathVerdict {
  const [detour] = pathWarnings(dataSource);
  const [best] = matches;
  if (detour && best) {
    return { path: 'public', reason: detour };
  }
  if (best?.by === 'alias') {
    return { path: 'unknown', reason: matchReason(best) };
  }
  if (best && statusOf(best.endpoint) === 'unknown') {
    const { label } = stateWords('unknown', best.endpoint);
    return { path: 'unknown', reason: `The state of its endpoint, ${best.endpoint.name}, is unknown (${label}).` };
  }
  if (best && !isEndpointReady(best.endpoint)) {
    return { path: 'notReady', reason: `Uses ${best.endpoint.name}, which isn't ready yet.` };
  }
  if (best) {
    // As "Test connection" says it.
    const { outcome, finding, next } = checkConnection({ dataSource, endpoint: best.endpoint });
    return outcome === 'failed'
      ? { path: 'cantConnect', reason: `${finding} ${next}` }
      : { path: 'private', reason: `Uses ${best.endpoint.name}.` };
  }
  return pathWithoutEndpoint(dataSource);
}

function pathWithoutEndpoint(dataSource: DataSource): NetworkPathVerdict {
  const host = readAddress(dataSource)?.host ?? '';
  if (!host) {
    return { path: 'unknown', reason: unknownReason(dataSource) };
  }
  return serviceHosts(host).length > 0
    ? { path: 'public', reason: `${host} is an Azure service, and this workspace has no private endpoint to it.` }
    : { path: 'noEndpoint', reason: `${host} doesn’t match any private endpoint of this workspace.` };
}

function unknownReason(dataSource: DataSource): string {
  if (hasNoAddress(dataSource.type)) {
    return 'Azure Monitor data sources have no address, and this workspace has no private endpoint to a private link scope.';
  }
  if (!addressKind(dataSource.type)) {
    return 'This plugin doesn’t know where data sources of this type store their address.';
  }
  return "The address is empty or can't be parsed.";
}
