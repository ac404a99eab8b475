import { EmptyState, Stack } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useMemo } from 'react';
import { AppPage } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { TextLink } from '../../components/links';
import { PlannedUpdates } from '../../components/PlannedUpdates';
import { Skeleton } from '../../components/Skeleton';
import { CONFIG_PATH, GUIDE_URL } from '../../constants';
import { deletePlannedUpdate, useReadyFills } from '../../data/keptFills';
import { queries } from '../../data/queries';
import { useFollowing, useTargetViews } from '../../data/useFollow';
import { useWorkspace, useWorkspaceId } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { endpointRows } from '../../domain/list/row';
import { mayHaveEndpoints } from '../../domain/workspace';
import { homePath } from '../../paths';
import { EndpointResults } from './EndpointResults';
import { ListFollowing } from './ListFollowing';
import { ListHead, NewEndpointButton, TierNotice } from './ListHead';
import { UnfinishedRequests } from './UnfinishedRequests';

/** The app's first page. */
export function EndpointsPage() {
  return (
    <AppPage
      title="Private endpoints"
      path={homePath}
      subTitle="Connect this workspace to Azure resources over private links"
    >
      <EndpointList />
    </AppPage>
  );
}

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
      <Planned endpoints={data} />
      {isRead && (canHaveSome || rows.length > 0) && <ListFollowing rows={rows} />}
      {rows.length > 0 && <EndpointResults rows={rows} endpoints={data} />}
      {isRead && data.length === 0 && <NoEndpoints canHaveSome={canHaveSome} />}
      {endpoints.isPending && <Skeleton label="Loading private endpoints" above={[11, 4, 4]} rows={8} height={7} />}
    </Stack>
  );
}

/** What was planned for endpoints that are ready now. */
function Planned({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const workspaceId = useWorkspaceId();
  const ready = useReadyFills(endpoints);
  return <PlannedUpdates offers={ready} onForget={(offer) => deletePlannedUpdate(workspaceId, offer)} />;
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

interface Props {
  /** The workspace's tier is not known to have none. */
  canHaveSome: boolean;
}

/** What private endpoints are good for, where there is none yet. */
function NoEndpoints({ canHaveSome }: Props) {
  return (
    <EmptyState
      variant="call-to-action"
      message="This workspace has no private endpoints yet"
      button={<NewEndpointButton isMain={canHaveSome} />}
    >
      A managed private endpoint connects data sources of this workspace to one Azure resource over a private link. The
      resource owner approves the request. The endpoint is free. Private Link charges may apply to the resource.{' '}
      <TextLink href={GUIDE_URL}>Learn about private connections</TextLink>
    </EmptyState>
  );
}
