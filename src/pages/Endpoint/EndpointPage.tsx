import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useParams } from 'react-router-dom';
import { AppPage, listParent } from '../../components/AppPage';
import { FailureAlert } from '../../components/FailureAlert';
import { CONFIG_PATH } from '../../constants';
import { useEndpoint } from '../../data/confirmedHosts';
import { useFollowing } from '../../data/useFollow';
import { useWorkspace } from '../../data/workspace';
import { EndpointDetails } from './EndpointDetails';
import { type Failure } from '../../domain/failure';
import { EndpointGone } from './EndpointGone';

/** Everything known of one endpoint, and everything that can be done about it. */
export function EndpointPage() {
  const { name = '' } = useParams();
  return (
    <AppPage title={name} parent={listParent}>
      <EndpointOverview key={name.toLowerCase()} name={name} />
    </AppPage>
  );
}

/** The endpoint in whatever state it is: being read, there, gone, or not to be had. */
function EndpointOverview({ name }: { name: string }) {
  const workspace = useWorkspace();
  const endpoint = useEndpoint(name);
  const followAgain = useFollowing(endpoint.data !== undefined, name);
  const gone = isGone(endpoint.error?.failure) && !endpoint.isFetching;
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

/** The shape of the page while the endpoint is read. */
function EndpointSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.page} role="status" aria-label="Loading the endpoint">
      <div className={styles.state} />
      <div className={styles.columns}>
        <div className={styles.column} />
        <div className={styles.column} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const box = {
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    // Forced colors show it, and take backgrounds away.
    border: '1px solid transparent',
  };
  return {
    page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
    state: css({ ...box, height: theme.spacing(16) }),
    columns: css({
      display: 'grid',
      gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(50)}), 1fr))`,
      gap: theme.spacing(2),
    }),
    column: css({ ...box, height: theme.spacing(48) }),
  };
};

/** True where there is none of that name, or can't be: an address can hold anything. */
function isGone(failure: Failure | undefined): boolean {
  return failure?.code === 'azure_not_found' || (failure?.code === 'invalid_request' && failure.field === 'name');
}
