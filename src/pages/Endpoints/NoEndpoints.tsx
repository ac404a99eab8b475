import { EmptyState, TextLink } from '@grafana/ui';
import React from 'react';
import { NewEndpointButton } from './NewEndpointButton';

const HOW_TO = 'https://learn.microsoft.com/azure/managed-grafana/how-to-connect-to-data-source-privately';

/** What private endpoints are good for, where there is none yet. */
export function NoEndpoints() {
  return (
    <EmptyState
      variant="call-to-action"
      message="This workspace has no private endpoints yet"
      button={<NewEndpointButton />}
    >
      A managed private endpoint lets data sources of this workspace reach one Azure resource without crossing the
      internet. The owner of the resource approves the request. The endpoint is free; the resource’s side of the private
      link may be charged.{' '}
      <TextLink href={HOW_TO} external>
        How private connections work
      </TextLink>
    </EmptyState>
  );
}
