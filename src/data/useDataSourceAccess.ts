import { useQuery } from '@tanstack/react-query';
import { dataSourcesAt } from '../api/dataSources';
import { type BackendError } from '../api/errors';
import { type DataSourceAccess } from '../domain/dataSourceAccess';
import { type Place } from '../domain/place';
import { keys } from './keys';

/** What may be done with the data sources of a place; an undefined place asks nothing. */
export function useDataSourceAccess(place: Place | undefined) {
  return useQuery<DataSourceAccess, BackendError>({
    queryKey: keys.dataSourceAccess(place ?? 'inside'),
    queryFn: () => dataSourcesAt(place ?? 'inside').access(),
    enabled: place !== undefined,
  });
}
