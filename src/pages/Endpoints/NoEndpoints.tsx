import { EmptyState } from '@grafana/ui';
import React from 'react';
import { TextLink } from '../../components/links';
import { GUIDE_URL } from '../../constants';
import { NewEndpointButton } from './NewEndpointButton';

interface Props {
  /** The workspace's tier is not known to have none. */
  canHaveSome: boolean;
}

/** What private endpoints are good for, where there is none yet. */
export function NoEndpoints({ canHaveSome }: Props) {
  return (
    <EmptyState
      variant="call-to-action"
      message="This workspace has no private endpoints yet"
      button={<NewEndpointButton isMain={canHaveSome} />}
    >
      A managed private endpoint lets data sources of this workspace reach one Azure resource without crossing the
      internet. The owner of the resource approves the request. The endpoint is free; the resource’s side of the private
      link may be charged. <TextLink href={GUIDE_URL}>How private connections work</TextLink>
    </EmptyState>
  );
}
