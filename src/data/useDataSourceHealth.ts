import { useQuery } from '@tanstack/react-query';
import { dataSourcesAt } from '../api/dataSources';
import { type BackendError } from '../api/errors';
import { type HealthAnswer } from '../domain/health/healthAnswer';
import { type Place } from '../domain/place';
import { keys } from './keys';

/**
 * Runs a data source's own health check, once for each `at` (milliseconds since 1970): a change asks anew.
 * @param enabled false waits
 */
export function useDataSourceHealth(place: Place, uid: string, at: number, enabled = true) {
  return useQuery<HealthAnswer, BackendError>({
    queryKey: keys.dataSourceHealth(place, uid, at),
    queryFn: () => dataSourcesAt(place).health(uid),
    staleTime: Infinity,
    enabled,
  });
}
