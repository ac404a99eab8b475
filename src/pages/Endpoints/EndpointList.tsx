import { Stack } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { ReadStatus } from '../../components/ReadStatus';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { CONFIG_PATH } from '../../constants';
import { useEndpoints } from '../../data/useEndpoints';
import { useWorkspace } from '../../data/useWorkspace';
import { EndpointListSkeleton } from './EndpointListSkeleton';
import { EndpointResults } from './EndpointResults';
import { NoEndpoints } from './NoEndpoints';
import { TierNotice } from './TierNotice';

/** The workspace's endpoints with everything around them; stands on the app's page and in the configuration tab. */
export function EndpointList() {
  const workspace = useWorkspace();
  const endpoints = useEndpoints();
  const reload = () => {
    void workspace.refetch();
    void endpoints.refetch();
  };
  // Both calls fail for the same reason when the settings or the sign-in are wrong: told once.
  const failure = endpoints.error ?? workspace.error;

  return (
    <Stack direction="column" gap={2}>
      <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center" minHeight={4}>
        <div>{workspace.data && <WorkspaceLine workspace={workspace.data} />}</div>
        <ReadStatus
          readAt={endpoints.dataUpdatedAt}
          reading={endpoints.isFetching || workspace.isFetching}
          onReload={reload}
        />
      </Stack>
      {failure && (
        <FailureAlert
          title={endpoints.data ? 'The list could not be read again' : 'The private endpoints could not be read'}
          failure={failure.failure}
          onRetry={reload}
          settingsHref={CONFIG_PATH}
        />
      )}
      {workspace.data && <TierNotice workspace={workspace.data} />}
      {endpoints.data && endpoints.data.length > 0 && (
        <EndpointResults endpoints={endpoints.data} workspace={workspace.data} />
      )}
      {endpoints.data?.length === 0 && <NoEndpoints />}
      {endpoints.isPending && <EndpointListSkeleton />}
    </Stack>
  );
}
