import React from 'react';
import { LinkButton } from '../../components/links';
import { newEndpointPath } from '../../paths';

interface Props {
  /** It is what most people want to do here. */
  isMain: boolean;
}

/** The way to ask for another private endpoint. */
export function NewEndpointButton({ isMain }: Props) {
  return (
    <LinkButton icon="plus" variant={isMain ? 'primary' : 'secondary'} href={newEndpointPath()}>
      New private endpoint
    </LinkButton>
  );
}
