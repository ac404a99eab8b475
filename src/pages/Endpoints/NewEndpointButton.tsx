import { LinkButton } from '@grafana/ui';
import React from 'react';
import { APP_PATH } from '../../constants';

interface Props {
  /** It is what most people want to do here. */
  isMain: boolean;
}

/** The way to ask for another private endpoint. */
export function NewEndpointButton({ isMain }: Props) {
  return (
    <LinkButton icon="plus" variant={isMain ? 'primary' : 'secondary'} href={`${APP_PATH}/new`}>
      New private endpoint
    </LinkButton>
  );
}
