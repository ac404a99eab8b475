import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchDataSourceIdentities } from '../api/dataSourceIdentities';
import { type DataSourceIdentity } from '../domain/settings/sharedIdentity';
import { keys } from './keys';

/** How the data sources of this Grafana sign in. */
export function useDataSourceIdentities() {
  return useQuery<DataSourceIdentity[], BackendError>({
    queryKey: keys.dataSourceIdentities,
    queryFn: fetchDataSourceIdentities,
  });
}
