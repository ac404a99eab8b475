import { Alert, EmptyState, Stack } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { PlaceLine } from '../../components/PlaceLine';
import { ReadStatus } from '../../components/ReadStatus';
import { Skeleton } from '../../components/Skeleton';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { CONFIG_PATH } from '../../constants';
import { useDataSourceAccess } from '../../data/dataSources';
import { missingAccess } from '../../domain/dataSourceAccess';
import { endpointsPath } from '../../paths';
import { type PageData } from './usePageData';

/** What stands around every page of data sources: whose they are, when they were read, what couldn't be read. */
export function PageFrame({ data, children }: { data: PageData; children: ReactNode }) {
  const { place, azureFailure, grafanaFailure, readAt, reading, reload } = data;
  return (
    <Stack direction="column" gap={2}>
      <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center" minHeight={4}>
        <div>{place && <PlaceLine place={place} />}</div>
        <ReadStatus readAt={readAt} reading={reading} onReload={reload} />
      </Stack>
      {azureFailure && (
        <FailureAlert
          title="Couldn’t load private endpoints"
          failure={azureFailure}
          onRetry={reload}
          settingsHref={CONFIG_PATH}
        />
      )}
      {grafanaFailure && (
        <FailureAlert
          title="Couldn’t load data sources"
          failure={grafanaFailure}
          onRetry={reload}
          settingsHref={CONFIG_PATH}
        />
      )}
      {place && !grafanaFailure && <AccessNotice />}
      {children}
    </Stack>
  );
}

/** Says once that data sources can be seen but not changed, and what is missing. */
function AccessNotice() {
  const { data } = useDataSourceAccess();
  const missing = data ? missingAccess(data) : '';
  return missing ? (
    <Alert severity="info" title="You can view the data sources, but not change all of them">
      {missing}
    </Alert>
  ) : null;
}

/** While data sources are read. */
export const ListSkeleton = () => <Skeleton label="Loading data sources" rows={8} height={7} />;

/** For a link to an endpoint that isn't there. */
export function NoSuchEndpoint({ name }: { name: string }) {
  return (
    <div className={wrapAnywhere}>
      <EmptyState
        variant="not-found"
        message={`No private endpoint named ${name}`}
        button={<LinkButton href={endpointsPath}>Show all private endpoints</LinkButton>}
      >
        It may have been deleted, or the URL may be wrong.
      </EmptyState>
    </div>
  );
}
