import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type BackendError } from '../api/errors';
import { saveConfirmedHost } from '../api/settings';
import { type Endpoint } from '../domain/endpoint';
import { type HostConfirmation, withConfirmedHosts } from '../domain/matching/confirmedHosts';
import { queries } from './queries';

/** Puts the names that admins confirmed into endpoints of the workspace as they were read. */
export function useWithConfirmedHosts(): (endpoints: readonly Endpoint[]) => readonly Endpoint[] {
  const { data: settings } = useQuery(queries.settings);
  const { data: workspace } = useQuery(queries.workspace);
  const confirmed = settings?.jsonData.confirmedHosts;
  const workspaceId = workspace?.id;
  return useMemo(
    () => (endpoints) => (confirmed && workspaceId ? withConfirmedHosts(endpoints, confirmed, workspaceId) : endpoints),
    [confirmed, workspaceId]
  );
}

/** All endpoints of the workspace, with the names that admins confirmed. */
export function useEndpoints() {
  const confirmed = useWithConfirmedHosts();
  return useQuery({ ...queries.endpoints, select: confirmed });
}

/** One endpoint, with the names that admins confirmed; shows what the list knew of it while it is read. */
export function useEndpoint(name: string) {
  const client = useQueryClient();
  const confirmed = useWithConfirmedHosts();
  return useQuery({
    ...queries.endpoint(name),
    select: useCallback((endpoint: Endpoint) => confirmed([endpoint])[0] ?? endpoint, [confirmed]),
    placeholderData: () =>
      client.getQueryData(queries.endpoints.queryKey)?.find((one) => one.name.toLowerCase() === name.toLowerCase()),
  });
}

/** Confirms names and takes that back, for all admins; one at a time, since Grafana stores all settings of the app at once. */
export function useConfirmHost() {
  const client = useQueryClient();
  return useMutation<void, BackendError, HostConfirmation>({
    mutationFn: saveConfirmedHost,
    scope: { id: 'settings' },
    onSettled: () => client.invalidateQueries(queries.settings),
  });
}
