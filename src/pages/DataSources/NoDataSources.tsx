import { EmptyState } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { endpointsPath } from '../../paths';

/** For a Grafana without data sources. */
export function NoDataSources() {
  return (
    <EmptyState
      variant="call-to-action"
      message="There are no data sources yet"
      button={<LinkButton href={endpointsPath}>Show private endpoints</LinkButton>}
    >
      On the page of a usable private endpoint you can create one with its address filled in.
    </EmptyState>
  );
}
