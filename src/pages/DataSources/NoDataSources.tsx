import { EmptyState } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { endpointsPath } from '../../paths';

/** For a Grafana without data sources. */
export function NoDataSources() {
  return (
    <EmptyState
      variant="call-to-action"
      message="No data sources yet"
      button={<LinkButton href={endpointsPath}>Show private endpoints</LinkButton>}
    >
      Open a ready private endpoint to create a data source that uses it.
    </EmptyState>
  );
}
