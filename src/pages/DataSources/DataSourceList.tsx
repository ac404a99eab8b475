import React, { useMemo } from 'react';
import { sourceRows } from '../../domain/dataSourceList/row';
import { DataSourceResults } from './DataSourceResults';
import { ListSkeleton } from './ListSkeleton';
import { NoDataSources } from './NoDataSources';
import { PageFrame } from './PageFrame';
import { PreparedNotice } from './PreparedNotice';
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
  const failed = data.azureFailure ?? data.grafanaFailure;
  return (
    <PageFrame data={data}>
      {place && (
        <>
          <PreparedNotice workspaceId={workspaceId} place={place.place} endpoints={endpoints.data ?? []} />
          <RecentFills workspaceId={workspaceId} place={place} />
        </>
      )}
      {rows && place && rows.length > 0 && <DataSourceResults rows={rows} place={place} />}
      {rows?.length === 0 && <NoDataSources />}
      {!rows && !failed && <ListSkeleton />}
    </PageFrame>
  );
}
