import { Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { PreparedOffers } from '../../components/PreparedOffers';
import { useNow } from '../../components/useNow';
import { CONFIG_PATH } from '../../constants';
import { forgetPrepared, useReadyFills } from '../../data/preparedFills';
import { progressByName } from '../../data/activity';
import { useActivity } from '../../data/useActivity';
import { useEndpoints } from '../../data/useEndpoints';
import { useFollowing } from '../../data/useFollowing';
import { useTargetViews } from '../../data/useTargetView';
import { usePlace } from '../../data/usePlace';
import { useAllUses } from '../../data/useUses';
import { useWorkspace } from '../../data/useWorkspace';
import { placeTitle } from '../../domain/place';
import { endpointRows } from '../../domain/list/row';
import { mayHaveEndpoints } from '../../domain/workspace';
import { EndpointListSkeleton } from './EndpointListSkeleton';
import { EndpointResults } from './EndpointResults';
import { ListFollowing } from './ListFollowing';
import { ListHead } from './ListHead';
import { NoEndpoints } from './NoEndpoints';
import { TierNotice } from './TierNotice';
import { UnfinishedRequests } from './UnfinishedRequests';

/** The workspace's endpoints with everything around them; stands on the app's page and in the configuration tab. */
export function EndpointList() {
  const workspaceId = useFollowing();
  const workspace = useWorkspace();
  const endpoints = useEndpoints();
  const viewOf = useTargetViews(workspaceId);
  const place = usePlace();
  const usesOf = useAllUses(endpoints.data);
  const ready = useReadyFills(workspaceId, place?.place, endpoints.data);
  const activity = useActivity(workspaceId, useNow(5_000));
  const { data, dataUpdatedAt } = endpoints;
  const rows = useMemo(() => endpointRows(data ?? [], dataUpdatedAt, viewOf), [data, dataUpdatedAt, viewOf]);
  const canHaveSome = mayHaveEndpoints(workspace.data);
  const reload = () => {
    void workspace.refetch();
    void endpoints.refetch();
  };
  // Both calls fail for the same reason when the settings or the sign-in are wrong: told once.
  const failure = endpoints.error ?? workspace.error;

  return (
    <Stack direction="column" gap={2}>
      <ListHead
        workspace={workspace.data}
        readAt={dataUpdatedAt}
        reading={endpoints.isFetching || workspace.isFetching}
        onReload={reload}
        offersNew={data?.length !== 0}
        canHaveSome={canHaveSome}
      />
      {failure && (
        <FailureAlert
          title={endpoints.data ? 'The list could not be reloaded' : 'The private endpoints could not be read'}
          failure={failure.failure}
          onRetry={reload}
          settingsHref={CONFIG_PATH}
        />
      )}
      {workspace.data && <TierNotice workspace={workspace.data} />}
      <UnfinishedRequests workspaceId={workspaceId} />
      <PreparedOffers
        offers={ready}
        onForget={({ place: at, endpoint }) => forgetPrepared(workspaceId, at, endpoint)}
      />
      {endpoints.data && (
        <ListFollowing workspaceId={workspaceId} activity={activity} rows={rows} canHaveSome={canHaveSome} />
      )}
      {rows.length > 0 && (
        <EndpointResults
          rows={rows}
          workspace={workspace.data}
          progress={progressByName(activity)}
          usesOf={usesOf}
          usersAre={place ? placeTitle(place.place) : ''}
        />
      )}
      {endpoints.data?.length === 0 && <NoEndpoints canHaveSome={canHaveSome} />}
      {endpoints.isPending && <EndpointListSkeleton />}
    </Stack>
  );
}
