import { useMemo } from 'react';
import { type DataSource } from '../domain/address/dataSource';
import { type Endpoint } from '../domain/endpoint';
import { matchAll, type Matching } from '../domain/matching/matchAll';

/** Which data source goes over which endpoint; undefined until both were read. */
export function useMatching(
  endpoints: readonly Endpoint[] | undefined,
  dataSources: readonly DataSource[] | undefined
): Matching | undefined {
  return useMemo(
    () => (endpoints && dataSources ? matchAll(endpoints, dataSources) : undefined),
    [endpoints, dataSources]
  );
}
