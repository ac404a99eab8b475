import { useQueries } from '@tanstack/react-query';
import { dataSourcesAt } from '../api/dataSources';
import { type DataSourceRead } from '../api/dataSourceClient';
import { type BackendError } from '../api/errors';
import { type Failure } from '../domain/failure';
import { type Place } from '../domain/place';
import { keys } from './keys';

/** A data source that is being read whole, was, or couldn't be. */
export interface ReadState {
  read: DataSourceRead | undefined;
  failure: Failure | undefined;
}

/** Reads data sources whole by their uids: once each, as they are added. */
export function useReadDataSources(place: Place, uids: readonly string[]): ReadonlyMap<string, ReadState> {
  return useQueries({
    queries: uids.map((uid) => ({
      queryKey: keys.dataSource(place, uid),
      queryFn: () => dataSourcesAt(place).read(uid),
      staleTime: Infinity,
      // What is shown is what is written: an old reading must not come back on a later visit.
      gcTime: 0,
    })),
    combine: (results) =>
      new Map(
        results.map(({ data, error }, i) => [
          uids[i] ?? '',
          { read: data, failure: (error as BackendError | null)?.failure },
        ])
      ),
  });
}
