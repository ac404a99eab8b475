import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addDataSource } from '../api/monitoring';
import { DATA_SOURCE_ID } from '../constants';
import { monitoringSource } from '../domain/settings/monitoringSource';
import { type AppSettings } from '../domain/settings/settings';
import { queries } from './queries';

/** The monitoring data sources of this Grafana, and a way to add one for the app's workspace. */
export function useMonitoring() {
  const client = useQueryClient();
  const { data, isPending } = useQuery(queries.dataSourceIdentities);
  const create = useMutation({
    mutationFn: (settings: AppSettings) => addDataSource(monitoringSource(DATA_SOURCE_ID, settings)),
    onSettled: () => client.invalidateQueries(queries.dataSourceIdentities),
  });
  return { sources: data?.filter(({ type }) => type === DATA_SOURCE_ID), isPending, create };
}

/** Where a data source's settings are in this Grafana. */
export const localSettingsHref = (uid: string) => `/connections/datasources/edit/${encodeURIComponent(uid)}`;
