import { LoadingPlaceholder, Stack } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { AppPage } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { CONFIG_PATH } from '../../constants';
import { queries } from '../../data/queries';
import { useWorkspace } from '../../data/workspace';
import { homePath } from '../../paths';
import { Wizard } from './Wizard';

/** `/new/<step>`: asks for a new private endpoint, step by step. `?from=<name>` begins with another one's details. */
export function CreatePage() {
  return (
    <AppPage
      title="New private endpoint"
      parent={{ title: 'Private endpoints', path: homePath }}
      subTitle="Request a private connection to an Azure resource"
    >
      <CreateFlow />
    </AppPage>
  );
}

/** Reads what the flow needs to know. Without the list of endpoints it goes on: the backend refuses a name in use. */
export function CreateFlow() {
  const workspace = useWorkspace();
  const endpoints = useQuery(queries.endpoints);
  const from = new URLSearchParams(useLocation().search).get('from') ?? '';
  const reload = () => {
    void workspace.refetch();
    void endpoints.refetch();
  };

  if (workspace.error && !workspace.data) {
    return (
      <FailureAlert
        title="Couldn’t load the workspace"
        failure={workspace.error.failure}
        onRetry={reload}
        settingsHref={CONFIG_PATH}
      />
    );
  }
  if (!workspace.data || endpoints.isPending) {
    return <LoadingPlaceholder text="Loading the workspace…" />;
  }
  return (
    <Stack direction="column" gap={3}>
      <WorkspaceLine workspace={workspace.data} />
      {endpoints.error && !endpoints.data && (
        <FailureAlert
          title="Couldn’t load the endpoints of the workspace"
          failure={endpoints.error.failure}
          onRetry={reload}
        />
      )}
      <Wizard key={from} workspace={workspace.data} endpoints={endpoints.data} from={from} />
    </Stack>
  );
}
