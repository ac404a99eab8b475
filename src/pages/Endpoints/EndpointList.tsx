import { Stack } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useMemo } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { PreparedOffers } from '../../components/PreparedOffers';
import { CONFIG_PATH } from '../../constants';
import { forgetPrepared, useReadyFills } from '../../data/keptFills';
import { queries } from '../../data/queries';
import { useFollowing, useTargetViews } from '../../data/useFollow';
import { useWorkspace, useWorkspaceId } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { endpointRows } from '../../domain/list/row';
import { mayHaveEndpoints } from '../../domain/workspace';
import { EndpointListSkeleton } from './EndpointListSkeleton';
import { EndpointResults } from './EndpointResults';
import { ListFollowing } from './ListFollowing';
import { ListHead } from './ListHead';
import { NoEndpoints } from './NoEndpoints';
import { TierNotice } from './TierNotice';
import { UnfinishedRequests } from './UnfinishedRequests';

// The same array at each render.
const none: Endpoint[] = [];

/** The workspace's endpoints with everything around them; stands on the app's page and in the configuration tab. */
export function EndpointList() {
  const workspace = useWorkspace();
  const endpoints = useQuery(queries.endpoints);
  const isRead = endpoints.data !== undefined;
  const followAgain = useFollowing(isRead);
  const viewOf = useTargetViews();
  const { data = none, dataUpdatedAt } = endpoints;
  const rows = useMemo(() => endpointRows(data, dataUpdatedAt, viewOf), [data, dataUpdatedAt, viewOf]);
  const canHaveSome = mayHaveEndpoints(workspace.data);
  const reload = () => {
    void workspace.refetch();
    void endpoints.refetch();
    followAgain();
  };
  // Both calls fail for the same reason when the settings or the sign-in are wrong: told once.
  const failure = endpoints.error ?? workspace.error;

  return (
    <Stack direction="column" gap={2}>
      <ListHead
        readAt={dataUpdatedAt}
        reading={endpoints.isFetching || workspace.isFetching}
        onReload={reload}
        offersNew={!isRead || data.length > 0}
        canHaveSome={canHaveSome}
      />
      {failure && <ListFailure failure={failure.failure} isRead={isRead} onRetry={reload} />}
      <TierNotice />
      <UnfinishedRequests endpoints={data} />
      <Prepared endpoints={data} />
      {isRead && (canHaveSome || rows.length > 0) && <ListFollowing rows={rows} />}
      {rows.length > 0 && <EndpointResults rows={rows} endpoints={data} />}
      {isRead && data.length === 0 && <NoEndpoints canHaveSome={canHaveSome} />}
      {endpoints.isPending && <EndpointListSkeleton />}
    </Stack>
  );
}

/** What was planned for endpoints that are ready now. */
function Prepared({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const workspaceId = useWorkspaceId();
  const ready = useReadyFills(endpoints);
  return <PreparedOffers offers={ready} onForget={(offer) => forgetPrepared(workspaceId, offer)} />;
}

function ListFailure({ failure, isRead, onRetry }: { failure: Failure; isRead: boolean; onRetry: () => void }) {
  return (
    <FailureAlert
      title={isRead ? 'Couldn’t reload the list' : 'Couldn’t load private endpoints'}
      failure={failure}
      onRetry={onRetry}
      settingsHref={CONFIG_PATH}
    />
  );
}
