import React from 'react';
import { LinkButton } from '../../components/links';
import { endpointsPath } from '../../paths';

/** Leaves the flow for the list, which offers to continue: nothing is lost by a slip. */
export function CancelLink() {
  return (
    <LinkButton variant="secondary" fill="text" href={endpointsPath}>
      Cancel
    </LinkButton>
  );
}
