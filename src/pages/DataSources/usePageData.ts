import { useQuery } from '@tanstack/react-query';
import { useEndpoints } from '../../data/confirmedHosts';
import { useDataSources, useMatching } from '../../data/dataSources';
import { queries } from '../../data/queries';
import { useFollowing } from '../../data/useFollow';
import { usePlace, useWorkspace } from '../../data/workspace';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type Target } from '../../domain/target';

/** What every page of data sources is made from, read once for all of them. */
export function usePageData() {
  const workspace = useWorkspace();
  const place = usePlace();
  const endpoints = useEndpoints();
  const followAgain = useFollowing(endpoints.data !== undefined);
  const dataSources = useDataSources();
  const matching = useMatching(endpoints.data, dataSources.data);
  return {
    place,
    endpoints,
    dataSources,
    matching,
    reading: workspace.isFetching || endpoints.isFetching || dataSources.isFetching,
    readAt: dataSources.dataUpdatedAt,
    // Endpoints and workspace fail for the same reason when the sign-in is wrong: told once.
    azureFailure: (endpoints.error ?? workspace.error)?.failure,
    grafanaFailure: dataSources.error?.failure,
    failed: endpoints.isError || workspace.isError || dataSources.isError,
    reload: () => {
      void workspace.refetch();
      void endpoints.refetch();
      followAgain();
      if (place) {
        void dataSources.refetch();
      }
    },
  };
}

export type PageData = ReturnType<typeof usePageData>;

/** An endpoint by its name, and its target where that is needed to know the service's own host name: `reading` until that is settled. */
export function useEndpointOf(
  name: string,
  endpoints: readonly Endpoint[] | undefined
): { endpoint: Endpoint | undefined; target: Target | undefined; reading: boolean } {
  const endpoint = endpoints?.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const keepsOwnName = endpoint !== undefined && kindOfTarget(endpoint.targetId)?.address === 'service';
  const target = useQuery(queries.target(keepsOwnName ? endpoint.targetId : ''));
  return { endpoint, target: target.data?.target, reading: keepsOwnName && target.isPending };
}
