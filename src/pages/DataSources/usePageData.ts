import { useDataSources } from '../../data/useDataSources';
import { useEndpoints } from '../../data/useEndpoints';
import { useFollowing } from '../../data/useFollow';
import { useMatching } from '../../data/useMatching';
import { usePlace } from '../../data/usePlace';
import { useWorkspace } from '../../data/useWorkspace';

/** What every page of data sources is made from, read once for all of them. */
export function usePageData() {
  const workspace = useWorkspace();
  const workspaceId = workspace.data?.id ?? '';
  const place = usePlace();
  const endpoints = useEndpoints();
  const followAgain = useFollowing(endpoints.data !== undefined);
  const dataSources = useDataSources(place?.place);
  const matching = useMatching(endpoints.data, dataSources.data);
  return {
    workspaceId,
    place,
    endpoints,
    dataSources,
    matching,
    reading: workspace.isFetching || endpoints.isFetching || dataSources.isFetching,
    readAt: dataSources.dataUpdatedAt,
    // Endpoints and workspace fail for the same reason when the sign-in is wrong: told once.
    azureFailure: (endpoints.error ?? workspace.error)?.failure,
    grafanaFailure: dataSources.error?.failure,
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
