import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, EmptyState, Stack, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { PlaceLine } from '../../components/PlaceLine';
import { ReadStatus } from '../../components/ReadStatus';
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

/** The shape of the list while it is read, so that nothing jumps when it comes. */
export function ListSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.block} role="status" aria-label="Loading data sources">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  row: css({
    height: theme.spacing(7),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
});

/** For a link to an endpoint that isn't there. */
export function NoSuchEndpoint({ name }: { name: string }) {
  return (
    <EmptyState
      variant="not-found"
      message={`No private endpoint named ${name}`}
      button={<LinkButton href={endpointsPath}>Show all private endpoints</LinkButton>}
    >
      It may have been deleted, or the URL may be wrong.
    </EmptyState>
  );
}
