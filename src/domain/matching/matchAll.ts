import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { resourceKey } from '../resourceId';
import { indexEndpoints } from './endpointIndex';
import { type Match, matchDataSource } from './matchDataSource';

/** A data source that uses an endpoint. */
export interface Use {
  dataSource: DataSource;
  match: Match;
}

/** Which data source uses which endpoint. */
export interface Matching {
  /** By uid; data sources that lead to no endpoint have an empty list. */
  byDataSource: Map<string, Match[]>;
  /** By the endpoint's id as `resourceKey`; see `usesOf`. */
  byEndpoint: Map<string, Use[]>;
}

/** Matches all data sources to all endpoints. Time grows with their sum, not with their product. */
export function matchAll(endpoints: readonly Endpoint[], dataSources: readonly DataSource[]): Matching {
  const index = indexEndpoints(endpoints);
  const matching: Matching = { byDataSource: new Map(), byEndpoint: new Map() };
  for (const dataSource of dataSources) {
    const found = matchDataSource(index, dataSource);
    matching.byDataSource.set(dataSource.uid, found);
    for (const match of found) {
      const key = resourceKey(match.endpoint.id);
      const uses = matching.byEndpoint.get(key) ?? [];
      uses.push({ dataSource, match });
      matching.byEndpoint.set(key, uses);
    }
  }
  return matching;
}

/** The data sources that use an endpoint; a deletion would break them. */
export function usesOf(matching: Matching, endpoint: Endpoint): Use[] {
  return matching.byEndpoint.get(resourceKey(endpoint.id)) ?? [];
}
