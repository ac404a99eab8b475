import { useMemo } from 'react';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type Use, usesOf } from '../domain/matching/matchAll';
import { useDataSources } from './useDataSources';
import { useMatching } from './useMatching';
import { type DataSourcePlace, usePlace } from './usePlace';

/** The data sources that use an endpoint. */
export interface Uses {
  place: DataSourcePlace | undefined;
  /** Undefined while it isn't known, or where it can't be: then `failure` says why. */
  uses: Use[] | undefined;
  failure: Failure | undefined;
  readAgain: () => void;
}

/** Which data sources use an endpoint; read after what the page is about. */
export function useUses(endpoint: Endpoint | undefined): Uses {
  const place = usePlace();
  const dataSources = useDataSources(endpoint ? place?.place : undefined);
  const endpoints = useMemo(() => endpoint && [endpoint], [endpoint]);
  const matching = useMatching(endpoints, dataSources.data);
  return {
    place,
    uses: useMemo(() => (matching && endpoint ? usesOf(matching, endpoint) : undefined), [matching, endpoint]),
    failure: dataSources.error?.failure,
    readAgain: () => void dataSources.refetch(),
  };
}

/** How many data sources use each endpoint, by its id; undefined until that is known. Asked only once there are endpoints. */
export function useAllUses(endpoints: readonly Endpoint[] | undefined): ((endpoint: Endpoint) => Use[]) | undefined {
  const place = usePlace();
  const dataSources = useDataSources(endpoints && endpoints.length > 0 ? place?.place : undefined);
  const matching = useMatching(endpoints, dataSources.data);
  return useMemo(() => matching && ((endpoint: Endpoint) => usesOf(matching, endpoint)), [matching]);
}
