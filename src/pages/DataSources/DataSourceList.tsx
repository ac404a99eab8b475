import React, { useMemo } from 'react';
import { PreparedOffer } from '../../components/PreparedOffer';
import { forgetPrepared, useReadyFills } from '../../data/preparedFills';
import { sourceRows } from '../../domain/dataSourceList/row';
import { DataSourceResults } from './DataSourceResults';
import { ListSkeleton } from './ListSkeleton';
import { NoDataSources } from './NoDataSources';
import { PageFrame } from './PageFrame';
import { RecentFills } from './RecentFills';
import { usePageData } from './usePageData';

/** The data sources of the place with everything around them. */
export function DataSourceList() {
  const data = usePageData();
  const { place, dataSources, endpoints, matching, workspaceId } = data;
  const rows = useMemo(
    () => (matching && dataSources.data ? sourceRows(dataSources.data, matching) : undefined),
    [dataSources.data, matching]
  );
  const ready = useReadyFills(workspaceId, place?.place, endpoints.data);
  const failed = data.azureFailure ?? data.grafanaFailure;
  return (
    <PageFrame data={data}>
      {place && (
        <>
          {ready.map(({ endpoint, chosen, place: at }) => (
            <PreparedOffer
              key={endpoint}
              endpoint={endpoint}
              names={chosen.map(({ name }) => name)}
              onForget={() => forgetPrepared(workspaceId, at, endpoint)}
            />
          ))}
          <RecentFills workspaceId={workspaceId} place={place} />
        </>
      )}
      {rows && place && rows.length > 0 && <DataSourceResults rows={rows} place={place} />}
      {rows?.length === 0 && <NoDataSources />}
      {!rows && !failed && <ListSkeleton />}
    </PageFrame>
  );
}
