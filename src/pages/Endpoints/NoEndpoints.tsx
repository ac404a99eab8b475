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
      A managed private endpoint connects data sources of this workspace to one Azure resource over a private link. The
      resource owner approves the request. The endpoint is free. Private Link charges may apply to the resource.{' '}
      <TextLink href={GUIDE_URL}>Learn about private connections</TextLink>
    </EmptyState>
  );
}
