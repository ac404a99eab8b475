import { kindLabel, type KindLabel } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { needOf } from '../state/need';
import { type EndpointStatus, statusOf, type TargetView } from '../state/status';
import { stateWords } from '../state/stateWords';
import { nameOfTarget } from '../targetName';

export { nameOfTarget };

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
