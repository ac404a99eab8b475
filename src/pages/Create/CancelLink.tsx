import { LinkButton } from '@grafana/ui';
import React from 'react';
import { APP_PATH } from '../../constants';

/** Leaves the flow for the list, which offers to continue: nothing is lost by a slip. */
export function CancelLink() {
  return (
    <LinkButton variant="secondary" fill="text" href={`${APP_PATH}/endpoints`}>
      Cancel
    </LinkButton>
  );
}
