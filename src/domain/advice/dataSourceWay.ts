import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { addressKind, hasNoAddress } from '../catalogue/dataSourceTypes';
import { pathWarnings } from '../fillIn/fillWarnings';
import { type Match } from '../matching/matchDataSource';
import { serviceHosts } from '../matching/serviceHosts';
import { isUsable } from '../state/status';

/**
 * The way a data source takes: over a usable endpoint, over one that isn't usable, past the private link, or unknown
 * (it may be a public service, or one that Grafana reaches some other way).
 */
export type DataSourceWay = 'overEndpoint' | 'notUsable' | 'past' | 'unknown';

/** Every way, in the order of need. */
export const dataSourceWays: readonly DataSourceWay[] = ['notUsable', 'past', 'overEndpoint', 'unknown'];

/** A data source's way, and why. */
export interface WayVerdict {
  way: DataSourceWay;
  reason: string;
}

/** Names of the ways. */
export const wayTitles: Record<DataSourceWay, string> = {
  overEndpoint: 'Private',
  notUsable: 'Endpoint not ready',
  past: 'Public',
  unknown: 'Unknown',
};

/** Tells which way a data source takes. `matches` are its matches, usable ones first. */
export function wayOf(dataSource: DataSource, matches: readonly Match[]): WayVerdict {
  const [detour] = pathWarnings(dataSource);
  const [best] = matches;
  if (detour && best) {
    return { way: 'past', reason: detour };
  }
  if (best) {
    return isUsable(best.endpoint)
      ? { way: 'overEndpoint', reason: `Uses ${best.endpoint.name}.` }
      : { way: 'notUsable', reason: `Uses ${best.endpoint.name}, which isn't ready yet.` };
  }
  const host = readAddress(dataSource)?.host ?? '';
  if (host && serviceHosts(host).length > 0) {
    return { way: 'past', reason: `${host} is an Azure service, and this workspace has no private endpoint to it.` };
  }
  return { way: 'unknown', reason: unknownReason(dataSource, host) };
}

function unknownReason(dataSource: DataSource, host: string): string {
  if (hasNoAddress(dataSource.type)) {
    return 'Azure Monitor data sources have no address, and this workspace has no private endpoint to a private link scope.';
  }
  if (!addressKind(dataSource.type)) {
    return 'This plugin doesn’t know where data sources of this type store their address.';
  }
  return host
    ? `${host} doesn’t match any private endpoint of this workspace.`
    : "The address is empty or can't be parsed.";
}
