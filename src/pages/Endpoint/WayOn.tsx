import { Button } from '@grafana/ui';
import React, { type MouseEvent } from 'react';
import { leadTo } from '../../components/Panel';
import { RefreshButton } from '../../components/RefreshButton';
import { LinkButton } from '../../components/links';
import { useRefresh } from '../../data/useFollow';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointStatus, isDeadEnd, needsRefresh, seemsDecided } from '../../domain/state/status';
import { fillInPath, newEndpointPath } from '../../paths';
import { HAND_OFF } from './HandOff';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  onDelete: (event: MouseEvent<HTMLElement>) => void;
}

/** The one thing that a state asks for, as the button that stands out. */
export function WayOn({ endpoint, status, onDelete }: Props) {
  const refresh = useRefresh();
  if (isDeadEnd(status)) {
    return (
      <>
        <Button icon="repeat" onClick={onDelete}>
          Delete, then request again
        </Button>
        <LinkButton variant="secondary" icon="plus" href={newEndpointPath(endpoint.name)}>
          Request again with another name
        </LinkButton>
      </>
    );
  }
  if (needsRefresh(status) || seemsDecided(status)) {
    return <RefreshButton {...refresh} variant="primary" />;
  }
  if (status === 'waiting') {
    return (
      <Button icon="envelope" onClick={() => leadTo(HAND_OFF)}>
        Send approval request
      </Button>
    );
  }
  return status === 'approved' ? (
    <LinkButton icon="plug" href={fillInPath(endpoint.name)}>
      Update data sources
    </LinkButton>
  ) : null;
}
