import { css } from '@emotion/css';
import { EmptyState, useStyles2 } from '@grafana/ui';
import React, { useCallback, useMemo } from 'react';
import { AppPage } from '../../components/AppPage';
import { LinkButton } from '../../components/links';
import { PlannedUpdates } from '../../components/PlannedUpdates';
import { usePublicMarks } from '../../data/publicMarks';
import { deletePlannedUpdate, useReadyFills } from '../../data/keptFills';
import { useTargetViews } from '../../data/useFollow';
import { useWorkspaceId } from '../../data/workspace';
import { type DataSource } from '../../domain/address/dataSource';
import { dataSourceAdvice } from '../../domain/advice/advice';
import { sourceRows } from '../../domain/list/sourceRow';
import { dataSourcesPath, endpointsPath } from '../../paths';
import { DataSourceResults } from './DataSourceResults';
import { EndpointAdvice } from './EndpointAdvice';
import { ListSkeleton, PageFrame } from './PageFrame';
import { RecentFills } from './RecentFills';
import { usePageData } from './usePageData';

/** All data sources with the way each one takes. */
export function DataSourcesPage() {
  return (
    <AppPage title="Data sources" path={dataSourcesPath} subTitle="See which data sources use a private endpoint">
      <DataSourceList />
    </AppPage>
  );
}

/** The data sources of the place with everything around them. */
export function DataSourceList() {
  const styles = useStyles2(getStyles);
  const data = usePageData();
  const workspaceId = useWorkspaceId();
  const { place, dataSources, endpoints, matching } = data;
  const viewOf = useTargetViews();
  const marked = usePublicMarks();
  const rows = useMemo(
    () => (matching && dataSources.data ? sourceRows(dataSources.data, matching, marked) : undefined),
    [dataSources.data, matching, marked]
  );
  const adviceOf = useCallback(
    (dataSource: DataSource) =>
      matching ? dataSourceAdvice(dataSource, matching, viewOf, marked.has(dataSource.uid)) : [],
    [matching, viewOf, marked]
  );
  const ready = useReadyFills(endpoints.data);
  const advice = matching && endpoints.data && (
    <EndpointAdvice endpoints={endpoints.data} matching={matching} viewOf={viewOf} />
  );
  const failed = data.azureFailure ?? data.grafanaFailure;
  return (
    <PageFrame data={data}>
      {place && (
        <div className={styles.told}>
          <PlannedUpdates offers={ready} onForget={(offer) => deletePlannedUpdate(workspaceId, offer)} />
          <RecentFills />
        </div>
      )}
      {rows && place && rows.length > 0 && (
        <DataSourceResults rows={rows} adviceOf={adviceOf}>
          {advice}
        </DataSourceResults>
      )}
      {rows?.length === 0 && place && advice}
      {rows?.length === 0 && <NoDataSources />}
      {!rows && !failed && <ListSkeleton />}
    </PageFrame>
  );
}

const getStyles = () => ({
  // What has nothing to tell yet stays there for screen readers, and takes no room, and no gap of the page.
  told: css({ display: 'contents', '& > :empty': { position: 'absolute' } }),
});

/** For a Grafana without data sources. */
function NoDataSources() {
  return (
    <EmptyState
      variant="call-to-action"
      message="No data sources yet"
      button={<LinkButton href={endpointsPath}>Show private endpoints</LinkButton>}
    >
      Open a ready private endpoint to create a data source that uses it.
    </EmptyState>
  );
}
