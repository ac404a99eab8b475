import { EmptyState } from '@grafana/ui';
import React from 'react';
import { AppPage } from '../components/AppPage';
import { LinkButton } from '../components/links';
import { endpointsPath } from '../paths';

/** For an address below the app that leads nowhere. */
export function UnknownPage() {
  return (
    <AppPage title="Private endpoints">
      <EmptyState
        variant="not-found"
        message="Page not found"
        button={<LinkButton href={endpointsPath}>Show private endpoints</LinkButton>}
      >
        Check the URL. It may also belong to another version of this plugin.
      </EmptyState>
    </AppPage>
  );
}
