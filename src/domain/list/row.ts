import { kindLabel, type KindLabel } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { needOf } from '../state/need';
import { needRank, type StateGroup, stateGroup, stateGroups } from '../state/stateGroup';
import { type EndpointStatus, endpointStatuses, statusOf, type TargetView } from '../state/status';
import { stateWords } from '../state/stateWords';
import { nameOfTarget } from '../target';
import { type ListOf } from './list';

/** One endpoint with all that the list shows, searches, sorts and filters by; computed once. */
export interface EndpointRow {
  endpoint: Endpoint;
  status: EndpointStatus;
  statusLabel: string;
  /** What a person has to do about it, as a short order; '' for nothing. */
  need: string;
  kind: KindLabel;
  /** The target's own name; its whole id where that can't be read. */
  targetName: string;
  /** Lower-case text that the search looks into. */
  searchText: string;
}

/** What endpoints can be sorted by: `need` puts first what a person has to act on, the others are columns. */
export type EndpointColumn = 'need' | 'name' | 'target' | 'subResource' | 'state' | 'domainName' | 'privateIp' | 'age';

/** How endpoints are listed. */
export const endpointList: ListOf<EndpointRow, EndpointColumn, StateGroup> = {
  sortKeys: {
    need: needKey,
    name: (row) => row.endpoint.name,
    target: (row) => `${row.kind.title} ${row.targetName}`,
    subResource: (row) => row.endpoint.subResources.join(),
    state: (row) => endpointStatuses.indexOf(row.status),
    domainName: (row) => row.endpoint.domainName,
    privateIp: (row) => row.endpoint.privateIp,
    // Old first when ascending means a small time stamp; age counts the other way round.
    age: (row) => -Date.parse(row.endpoint.createdAt),
  },
  firstSort: 'need',
  oneWay: 'need',
  nameOf: (row) => row.endpoint.name,
  states: Object.keys(stateGroups) as StateGroup[],
  stateOf: (row) => stateGroup(row.status),
  titleOf: (group) => stateGroups[group],
  kindOf: (row) => row.kind,
  pageSize: 50,
  params: { states: 'state', kinds: 'kind' },
};

/** What needs someone comes by rank, the oldest first; the rest has one key, so that its names decide. */
function needKey({ status, need, endpoint }: EndpointRow): number {
  const rank = needRank(status, need);
  if (rank === 4) {
    return rank;
  }
  const createdAt = Date.parse(endpoint.createdAt);
  // Milliseconds stay below this until the year 5138; an unknown age comes last.
  return rank + (Number.isNaN(createdAt) ? 0.99 : createdAt / 1e14);
}

/**
 * Prepares endpoints for the list.
 * @param now milliseconds since 1970
 * @param viewOf the target's own view of an endpoint, where it has been read
 */
export function endpointRows(
  endpoints: readonly Endpoint[],
  now: number,
  viewOf: (endpoint: Endpoint) => TargetView | undefined = () => undefined
): EndpointRow[] {
  return endpoints.map((endpoint) => {
    const status = statusOf(endpoint, viewOf(endpoint));
    const statusLabel = stateWords(status, endpoint).label;
    const kind = kindLabel(endpoint.targetId, endpoint.subResources);
    const targetName = nameOfTarget(endpoint.targetId);
    return {
      endpoint,
      status,
      statusLabel,
      need: needOf(status, endpoint, now),
      kind,
      targetName,
      searchText: searchTextOf(endpoint, statusLabel, kind),
    };
  });
}

function searchTextOf(endpoint: Endpoint, statusLabel: string, kind: KindLabel): string {
  const { name, targetId, subResources, domainName, privateIp, requestMessage, connectionDescription, tags } = endpoint;
  const tagTexts = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return [
    name,
    targetId,
    ...subResources,
    domainName,
    privateIp,
    requestMessage,
    connectionDescription,
    endpoint.provisioningState,
    endpoint.connectionState,
    statusLabel,
    kind.title,
    ...tagTexts,
  ]
    .join('\n')
    .toLowerCase();
}
