import { useQuery } from '@tanstack/react-query';
import { useDataSources, useMatching } from '../../data/dataSources';
import { queries } from '../../data/queries';
import { useFollowing } from '../../data/useFollow';
import { usePlace, useWorkspace } from '../../data/workspace';

/** What every page of data sources is made from, read once for all of them. */
export function usePageData() {
  const workspace = useWorkspace();
  const place = usePlace();
  const endpoints = useQuery(queries.endpoints);
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
