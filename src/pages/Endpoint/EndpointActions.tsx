import { Button, LinkButton, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { leadTo } from '../../components/Panel';
import { RefreshButton } from '../../components/RefreshButton';
import { APP_PATH } from '../../constants';
import { useRefresh } from '../../data/useRefresh';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointStatus, needsRefresh, seemsDecided } from '../../domain/state/status';
import { fillInPath } from '../../paths';
import { DeleteEndpoint, type Dependent } from './DeleteEndpoint';
import { EditDomainName } from './EditDomainName';
import { EditTags } from './EditTags';
import { HAND_OFF } from './HandOff';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  workspaceId: string;
  /** Data sources that would break; undefined where that isn't known. */
  dependents?: Dependent[];
}

type Open = 'tags' | 'domainName' | 'delete' | undefined;

/** States that only a new request leads out of. */
const DEAD: EndpointStatus[] = [
  'failed',
  'rejected',
  'rejectedNotRefreshed',
  'disconnected',
  'disconnectedNotRefreshed',
];

/** What can be changed of an endpoint, and the way out of a state that leads nowhere. */
export function EndpointActions({ endpoint, status, workspaceId, dependents }: Props) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const refresh = useRefresh(workspaceId);
  const dead = DEAD.includes(status);
  const takesDomainName = kindOfTarget(endpoint.targetId)?.domainName === true || endpoint.domainName !== '';
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      {status === 'waiting' && (
        <Button icon="envelope" onClick={() => leadTo(HAND_OFF)}>
          Hand over to the owner
        </Button>
      )}
      {(needsRefresh(status) || seemsDecided(status)) && !dead && (
        <RefreshButton busy={refresh.busy} variant="primary" onStart={refresh.start} />
      )}
      {status === 'approved' && (
        <LinkButton icon="plug" href={fillInPath(endpoint.name)}>
          Fill in data sources
        </LinkButton>
      )}
      {dead && (
        <>
          <Button icon="repeat" onClick={() => setOpen('delete')}>
            Delete, then ask again
          </Button>
          <LinkButton
            variant="secondary"
            icon="plus"
            href={`${APP_PATH}/new?from=${encodeURIComponent(endpoint.name)}`}
          >
            Ask again under another name
          </LinkButton>
        </>
      )}
      <Button variant="secondary" icon="tag-alt" onClick={() => setOpen('tags')}>
        Edit tags
      </Button>
      {takesDomainName && (
        <Button variant="secondary" icon="pen" onClick={() => setOpen('domainName')}>
          Edit domain name
        </Button>
      )}
      {!dead && (
        <Button variant="destructive" fill="outline" icon="trash-alt" onClick={() => setOpen('delete')}>
          Delete
        </Button>
      )}
      {open === 'tags' && <EditTags endpoint={endpoint} onClose={close} />}
      {open === 'domainName' && <EditDomainName endpoint={endpoint} onClose={close} />}
      {open === 'delete' && (
        <DeleteEndpoint endpoint={endpoint} workspaceId={workspaceId} dependents={dependents} onClose={close} />
      )}
    </Stack>
  );
}
