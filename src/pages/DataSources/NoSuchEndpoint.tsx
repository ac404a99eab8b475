import { EmptyState } from '@grafana/ui';
import React from 'react';
import { LinkButton } from '../../components/links';
import { endpointsPath } from '../../paths';

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
