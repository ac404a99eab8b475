import { Alert, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AppPage, endpointParent, listParent } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { Skeleton } from '../../components/Skeleton';
import { CONFIG_PATH } from '../../constants';
import { useEndpoints } from '../../data/confirmedHosts';
import { useFollowing, useTargetViews } from '../../data/useFollow';
import { useWorkspace } from '../../data/workspace';
import { endpointRows } from '../../domain/list/row';
import { exportPath } from '../../paths';
import { DataSourcesExport } from './DataSourcesExport';
import { EndpointsExport } from './EndpointsExport';

/** What exists as code: the whole workspace, or one endpoint, with the data sources that use it. */
export function ExportPage() {
  const [search] = useSearchParams();
  const name = search.get('endpoint') ?? '';
  return (
    <AppPage
      title={name ? `Export ${name}` : 'Export private endpoints'}
      parent={name ? endpointParent(name) : listParent}
      subTitle={
        name
          ? `The private endpoint ${name} and the data sources that use it, as code`
          : 'All private endpoints of this workspace and the data sources that use them, as code'
      }
      actions={
        name && (
          <LinkButton variant="secondary" href={exportPath()}>
            Export all private endpoints
          </LinkButton>
        )
      }
    >
      <Exported key={name} name={name} />
    </AppPage>
  );
}

function Exported({ name }: { name: string }) {
  const workspace = useWorkspace();
  const endpoints = useEndpoints();
  // The states are those of the list, with what the targets say.
  useFollowing(endpoints.data !== undefined, name);
  const viewOf = useTargetViews();
  const { data, dataUpdatedAt } = endpoints;
  const rows = useMemo(() => {
    const wanted = data?.filter((endpoint) => name === '' || endpoint.name.toLowerCase() === name.toLowerCase());
    return wanted && endpointRows(wanted, dataUpdatedAt, viewOf);
  }, [data, dataUpdatedAt, viewOf, name]);
  const failure = endpoints.error ?? workspace.error;
  return (
    <Stack direction="column" gap={2}>
      {failure && (
        <FailureAlert
          title="Couldn’t load private endpoints"
          failure={failure.failure}
          onRetry={() => {
            void endpoints.refetch();
            void workspace.refetch();
          }}
          settingsHref={CONFIG_PATH}
        />
      )}
      {rows?.length === 0 && (
        <Alert
          severity="info"
          title={
            name ? `This workspace has no private endpoint named ${name}` : 'There are no private endpoints to export'
          }
        />
      )}
      {rows && rows.length > 0 && workspace.data && (
        <>
          <EndpointsExport rows={rows} workspace={workspace.data} isOne={name !== ''} />
          <DataSourcesExport rows={rows} fileName={name || workspace.data.name} />
        </>
      )}
      {(!rows || !workspace.data) && !failure && (
        <Skeleton label="Loading private endpoints" above={[4]} rows={6} height={6} />
      )}
    </Stack>
  );
}
