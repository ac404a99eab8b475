import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { ListPages } from '../../components/ListPages';
import { Skeleton } from '../../components/Skeleton';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { CONFIG_PATH } from '../../constants';
import { queries } from '../../data/queries';
import { useWorkspace } from '../../data/workspace';
import { endpointList } from '../../domain/list/row';
import { endpointsPath } from '../../paths';
import { endpointKey } from './EndpointResults';
import { NoEndpoints, TierNotice } from './NewEndpoint';
import { useEndpointColumns } from './useEndpointColumns';
import { type ReadList, useEndpointList } from './useEndpointList';

/** The configuration page's tab: the same rows as the app's first page, which has the tools. */
export function EndpointsTab() {
  const settings = useQuery(queries.settings);
  // The app's pages are blank while it is disabled, so nothing may lead there.
  return settings.data?.enabled === false ? (
    <Alert severity="info" title="The app isn’t enabled yet">
      Enable and configure it on the tab Workspace to see its private endpoints.
    </Alert>
  ) : (
    <CompactList />
  );
}

function CompactList() {
  const styles = useStyles2(getStyles);
  const list = useEndpointList();
  const { data: workspace } = useWorkspace();
  const { rows, isRead, failure } = list;
  return (
    <div className={styles.tab}>
      {workspace && (
        <div className={styles.head}>
          <WorkspaceLine workspace={workspace} />
          {rows.length > 0 && (
            <LinkButton variant="secondary" size="sm" href={endpointsPath}>
              Manage private endpoints
            </LinkButton>
          )}
        </div>
      )}
      {failure && (
        <FailureAlert
          title={list.failed}
          failure={failure}
          onRetry={list.reload}
          settingsHref={`${CONFIG_PATH}?page=workspace`}
        />
      )}
      <TierNotice />
      {rows.length > 0 && <Rows list={list} />}
      {isRead && rows.length === 0 && <NoEndpoints canHaveSome={list.canHaveSome} />}
      {list.isPending && <Skeleton label="Loading private endpoints" above={[3, 4]} rows={9} height={6} />}
    </div>
  );
}

function Rows({ list: { rows, endpoints } }: { list: ReadList }) {
  const columns = useEndpointColumns(endpoints);
  return <ListPages list={endpointList} rows={rows} columns={columns} keyOf={endpointKey} things="private endpoints" />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  tab: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    '& > :first-child': { flex: `1 1 ${theme.spacing(40)}` },
  }),
});
