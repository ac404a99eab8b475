import { type QueryClient, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CreateDataSourceRequest, type DataSourceRead, type Written } from '../api/dataSourceClient';
import { dataSourcesAt } from '../api/dataSources';
import { type DataSource, listedDataSources } from '../domain/address/dataSource';
import { describeDependents } from '../domain/dependents';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { matchAll, type Matching, type Use, usesOf } from '../domain/matching/matchAll';
import { type Place } from '../domain/place';
import { queries } from './queries';
import { useKnownPlace, usePlace } from './workspace';

/** All data sources of the place; asks nothing until that is known. */
export function useDataSources(enabled = true) {
  const place = usePlace()?.place;
  return useQuery({ ...queries.dataSources(place ?? 'local'), enabled: enabled && place !== undefined });
}

/** What may be done with the data sources of the place; asks nothing until that is known. */
export function useDataSourceAccess() {
  const place = usePlace()?.place;
  return useQuery({ ...queries.access(place ?? 'local'), enabled: place !== undefined });
}

/** A data source that is being read whole, was, or couldn't be. */
export interface ReadState {
  read: DataSourceRead | undefined;
  failure: Failure | undefined;
}

/** Reads data sources whole by their uids: once each, as they are added. */
export function useReadDataSources(uids: readonly string[]): ReadonlyMap<string, ReadState> {
  const { place } = useKnownPlace();
  return useQueries({
    queries: uids.map((uid) => queries.dataSource(place, uid)),
    combine: (results) =>
      new Map(results.map(({ data, error }, i) => [uids[i] ?? '', { read: data, failure: error?.failure }])),
  });
}

export { type Written };

/** Creates a data source over an endpoint. */
export function useCreateDataSource() {
  const client = useQueryClient();
  const { place } = useKnownPlace();
  return useMutation({
    mutationFn: (request: CreateDataSourceRequest) => dataSourcesAt(place).create(request),
    onSuccess: ({ dataSource }) => noteDataSource(client, place, dataSource),
  });
}

/** Puts a data source as it was just read or written into what was read before, so that nothing is read twice. */
export function noteDataSource(client: QueryClient, place: Place, now: DataSource): void {
  const [shown = now] = listedDataSources([now]);
  client.setQueryData<DataSource[]>(queries.dataSources(place).queryKey, (list) =>
    list?.some(({ uid }) => uid === now.uid)
      ? list.map((one) => (one.uid === now.uid ? shown : one))
      : list && [...list, shown]
  );
  client.setQueryData<DataSourceRead>(
    queries.dataSource(place, now.uid).queryKey,
    (read) => read && { ...read, dataSource: now }
  );
}

/** Which data source uses which endpoint; undefined until both were read. */
export function useMatching(
  endpoints: readonly Endpoint[] | undefined,
  dataSources: readonly DataSource[] | undefined
): Matching | undefined {
  return useMemo(
    () => (endpoints && dataSources ? matchAll(endpoints, dataSources) : undefined),
    [endpoints, dataSources]
  );
}

/** What else uses some data sources, in words; asked only before a deletion, since it takes many calls. */
export function useDependentsText(sources: ReadonlyArray<Pick<DataSource, 'uid' | 'name'>>): string {
  const { place } = useKnownPlace();
  const { data, isPending } = useQuery(queries.dependents(place, sources));
  return isPending
    ? 'Checking dashboards and alert rules…'
    : describeDependents(data ?? { dashboards: null, alertRules: null });
}

/** The data sources that use an endpoint. */
export interface Uses {
  /** Undefined while it isn't known, or where it can't be: then `failure` says why. */
  uses: Use[] | undefined;
  failure: Failure | undefined;
  readAgain: () => void;
}

/** Which data sources use an endpoint; read after what the page is about. */
export function useUses(endpoint: Endpoint): Uses {
  const dataSources = useDataSources();
  const endpoints = useMemo(() => [endpoint], [endpoint]);
  const matching = useMatching(endpoints, dataSources.data);
  return {
    uses: useMemo(() => matching && usesOf(matching, endpoint), [matching, endpoint]),
    failure: dataSources.error?.failure,
    readAgain: () => void dataSources.refetch(),
  };
}

/** The data sources that use each endpoint; undefined until that is known. Asked only once there are endpoints. */
export function useAllUses(endpoints: readonly Endpoint[] | undefined): ((endpoint: Endpoint) => Use[]) | undefined {
  const dataSources = useDataSources(endpoints !== undefined && endpoints.length > 0);
  const matching = useMatching(endpoints, dataSources.data);
  return useMemo(() => matching && ((endpoint: Endpoint) => usesOf(matching, endpoint)), [matching]);
}
