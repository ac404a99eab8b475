import { LoadingPlaceholder, Stack } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { AppPage, listParent } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { CONFIG_PATH } from '../../constants';
import { queries } from '../../data/queries';
import { useWorkspace } from '../../data/workspace';
import { dataSourcesPath } from '../../paths';
import { useSourceOfDraft } from './useSourceOfDraft';
import { Wizard } from './Wizard';

/**
 * `/new/<step>`: asks for a new private endpoint, step by step. `?from=<name>` begins with another one's details,
 * `?for=<uid>` with what a data source needs.
 */
export function CreatePage() {
  const { source } = useSourceOfDraft(useOrigin().dataSource);
  const { data: workspace } = useWorkspace();
  return (
    <AppPage
      title={source.name ? `Make ${source.name} private` : 'New private endpoint'}
      parent={source.name ? { title: 'Data sources', path: dataSourcesPath } : listParent}
      subTitle={
        workspace ? <WorkspaceLine workspace={workspace} /> : 'Request a private connection to an Azure resource'
      }
    >
      <CreateFlow />
    </AppPage>
  );
}

function useOrigin() {
  const params = new URLSearchParams(useLocation().search);
  return { from: params.get('from') ?? '', dataSource: params.get('for') ?? '' };
}

/** Reads what the flow needs to know. Without the list of endpoints it goes on: the backend refuses a name in use. */
export function CreateFlow() {
  const workspace = useWorkspace();
  const endpoints = useQuery(queries.endpoints);
  const { from, dataSource } = useOrigin();
  const { source, isPending } = useSourceOfDraft(dataSource);
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
  if (!workspace.data || endpoints.isPending || isPending) {
    return <LoadingPlaceholder text="Loading the workspace…" />;
  }
  return (
    <Stack direction="column" gap={3}>
      {endpoints.error && !endpoints.data && (
        <FailureAlert
          title="Couldn’t load the endpoints of the workspace"
          failure={endpoints.error.failure}
          onRetry={reload}
        />
      )}
      <Wizard
        key={`${from} ${dataSource}`}
        workspace={workspace.data}
        endpoints={endpoints.data}
        from={from}
        source={source}
      />
    </Stack>
  );
}
