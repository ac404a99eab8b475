import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { AppPage } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { PlannedUpdates } from '../../components/PlannedUpdates';
import { ReadStatus } from '../../components/ReadStatus';
import { Skeleton } from '../../components/Skeleton';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { CONFIG_PATH } from '../../constants';
import { deletePlannedUpdate, useReadyFills } from '../../data/keptFills';
import { useRefresh } from '../../data/useFollow';
import { useWorkspace, useWorkspaceId } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { exportPath, homePath } from '../../paths';
import { EndpointResults } from './EndpointResults';
import { LastRefresh, RefreshBanner, useIsRefreshDue } from './ListFollowing';
import { NewEndpointButton, NoEndpoints, TierNotice } from './NewEndpoint';
import { UnfinishedRequests } from './UnfinishedRequests';
import { type ReadList, useEndpointList } from './useEndpointList';

/** The app's first page. */
export function EndpointsPage() {
  const list = useEndpointList();
  const { data: workspace } = useWorkspace();
  return (
    <AppPage
      title="Private endpoints"
      path={homePath}
      subTitle={
        workspace ? (
          <WorkspaceLine workspace={workspace} />
        ) : (
          'Connect this workspace to Azure resources over private links'
        )
      }
      actions={
        <>
          <ReadStatus readAt={list.readAt} reading={list.reading} onReload={list.reload} />
          {list.rows.length > 0 && (
            <LinkButton variant="secondary" icon="download-alt" href={exportPath()}>
              Export
            </LinkButton>
          )}
          {list.canCreate && (!list.isRead || list.rows.length > 0) && <NewEndpointButton isMain={list.canHaveSome} />}
        </>
      }
    >
      <EndpointList list={list} />
    </AppPage>
  );
}

/** The workspace's endpoints with everything around them. */
function EndpointList({ list }: { list: ReadList }) {
  const styles = useStyles2(getStyles);
  const { endpoints, rows, isRead, failure, canHaveSome } = list;
  // Both places where it can be started belong to one: a refresh that ends moves it from one to the other.
  const refresh = useRefresh();
  const isDue = useIsRefreshDue(rows);
  return (
    <div className={styles.page}>
      {failure && (
        <FailureAlert title={list.failed} failure={failure} onRetry={list.reload} settingsHref={CONFIG_PATH} />
      )}
      <TierNotice />
      <UnfinishedRequests endpoints={endpoints} />
      <Planned endpoints={endpoints} />
      {isDue && <RefreshBanner rows={rows} refresh={refresh} />}
      {rows.length > 0 && <EndpointResults rows={rows} endpoints={endpoints} />}
      {rows.length > 0 && !isDue && <LastRefresh refresh={refresh} />}
      {isRead && rows.length === 0 && <NoEndpoints canHaveSome={canHaveSome} />}
      {list.isPending && <Skeleton label="Loading private endpoints" above={[4, 4, 4]} rows={9} height={6} />}
    </div>
  );
}

/** What was planned for endpoints that are ready now. */
function Planned({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const workspaceId = useWorkspaceId();
  const ready = useReadyFills(endpoints);
  return <PlannedUpdates offers={ready} onForget={(offer) => deletePlannedUpdate(workspaceId, offer)} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
});
