import { useQuery } from '@tanstack/react-query';
import { type DataSource } from '../domain/address/dataSource';
import { type BackendError } from '../api/errors';
import { dataSourcesAt } from '../api/dataSources';
import { type Place } from '../domain/place';
import { keys } from './keys';

/** All data sources of a place, in their short form; an undefined place asks nothing. */
export function useDataSources(place: Place | undefined) {
  return useQuery<DataSource[], BackendError>({
    queryKey: keys.dataSources(place ?? 'inside'),
    queryFn: () => dataSourcesAt(place ?? 'inside').list(),
    enabled: place !== undefined,
  });
}
