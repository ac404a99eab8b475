import { LinkButton } from '@grafana/ui';
import React from 'react';
import { APP_PATH } from '../../constants';

/** The way to ask for another private endpoint. */
export function NewEndpointButton() {
  return (
    <LinkButton icon="plus" href={`${APP_PATH}/new`}>
      New private endpoint
    </LinkButton>
  );
}
