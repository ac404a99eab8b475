import { Stack } from '@grafana/ui';
import React from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { CONFIG_PATH } from '../../constants';
import { useFollowing } from '../../data/useFollow';
import { useEndpoint, useWorkspace } from '../../data/workspace';
import { EndpointDetails } from './EndpointDetails';
import { EndpointGone } from './EndpointGone';
import { EndpointSkeleton } from './EndpointSkeleton';

/** The endpoint in whatever state it is: being read, there, gone, or not to be had. */
export function EndpointOverview({ name }: { name: string }) {
  const workspace = useWorkspace();
  const endpoint = useEndpoint(name);
  const followAgain = useFollowing(endpoint.data !== undefined, name);
  const gone = endpoint.error?.code === 'azure_not_found' && !endpoint.isFetching;
  const failure = gone ? workspace.error : (endpoint.error ?? workspace.error);
  const read = () => {
    void endpoint.refetch();
    followAgain();
    void workspace.refetch();
  };

  return (
    <Stack direction="column" gap={2}>
      {failure && (
        <FailureAlert
          title={endpoint.data ? 'Couldn’t reload the endpoint' : 'Couldn’t load the endpoint'}
          failure={failure.failure}
          onRetry={read}
          settingsHref={CONFIG_PATH}
        />
      )}
      {gone && <EndpointGone name={name} onRead={read} />}
      {endpoint.data && !gone && (
        <EndpointDetails
          endpoint={endpoint.data}
          readAt={endpoint.dataUpdatedAt}
          reading={endpoint.isFetching}
          onRead={read}
        />
      )}
      {endpoint.isPending && !failure && <EndpointSkeleton />}
    </Stack>
  );
}
