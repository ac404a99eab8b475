import { Button, Stack } from '@grafana/ui';
import React, { type MouseEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useReturnFocus } from '../../components/focus';
import { LinkButton } from '../../components/links';
import { leadTo } from '../../components/Panel';
import { RefreshButton } from '../../components/RefreshButton';
import { type Refresh, useRefresh } from '../../data/useFollow';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointStatus, isDeadEnd, needsRefresh, seemsDecided } from '../../domain/state/status';
import { fillInPath } from '../../paths';
import { DeleteEndpoint, type Dependent } from './DeleteEndpoint';
import { EditDomainName } from './EditDomainName';
import { EditTags } from './EditTags';
import { APPROVAL_REQUEST } from './ApprovalRequest';
import { REQUEST_AGAIN } from './EndpointGone';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  /** The request can be approved or rejected from here. */
  canDecide: boolean;
  /** Data sources that would break; undefined where that isn't known. */
  dependents?: Dependent[];
}

/** Where the state stands on the page. */
export const STATE = 'state';

/** Where its request is approved or rejected. */
export const DECISION = 'decision';

type Dialog = 'tags' | 'domainName' | 'delete' | 'requestAgain';

/** What a state asks for, and what can be changed of the endpoint. */
export function EndpointActions({ endpoint, status, canDecide, dependents }: Props) {
  // A dialog is about the endpoint that was seen when it opened: another may have its name by now.
  const [open, setOpen] = useState<{ dialog: Dialog; seen: Endpoint }>();
  const refresh = useRefresh();
  const { noteOpener, returnTo } = useReturnFocus(open !== undefined);
  const show = (dialog: Dialog) => (event: MouseEvent<HTMLElement>) => {
    noteOpener(event.currentTarget);
    setOpen({ dialog, seen: endpoint });
  };
  const close = () => setOpen(undefined);
  const navigate = useNavigate();
  const isDead = isDeadEnd(status);
  const takesDomainName = kindOfTarget(endpoint.targetId)?.address === 'endpoint' || endpoint.domainName !== '';
  if (status === 'deleting' && !open) {
    // Nothing can be changed any more; a dialog that is open stays until it is closed.
    return null;
  }
  return (
    <Stack direction="row" wrap="wrap" gap={1}>
      {isDead && <DeadEndActions show={show} />}
      <PrimaryAction endpoint={endpoint} status={status} canDecide={canDecide} refresh={refresh} />
      <Button variant="secondary" icon="tag-alt" onClick={show('tags')}>
        Edit tags
      </Button>
      {takesDomainName && (
        <Button variant="secondary" icon="pen" onClick={show('domainName')}>
          Edit domain name
        </Button>
      )}
      {!asksRefresh(status) && <RefreshButton {...refresh} variant="secondary" />}
      {!isDead && (
        <Button variant="destructive" fill="outline" icon="trash-alt" onClick={show('delete')}>
          Delete
        </Button>
      )}
      {open?.dialog === 'tags' && <EditTags endpoint={open.seen} onClose={close} />}
      {open?.dialog === 'domainName' && <EditDomainName endpoint={open.seen} onClose={close} />}
      {open && isDeletion(open.dialog) && (
        <DeleteEndpoint
          endpoint={open.seen}
          dependents={dependents}
          thenRequestAgain={open.dialog === 'requestAgain'}
          onCancel={close}
          onDelete={() => {
            // The button goes with what it deletes.
            returnTo(document.getElementById(STATE));
            close();
            if (open.dialog === 'requestAgain') {
              navigate('.', { replace: true, state: REQUEST_AGAIN });
            }
          }}
        />
      )}
    </Stack>
  );
}

const isDeletion = (dialog: Dialog) => dialog === 'delete' || dialog === 'requestAgain';

/** What is left to do about an endpoint that can only be deleted. */
function DeadEndActions({ show }: { show: (dialog: Dialog) => (event: MouseEvent<HTMLElement>) => void }) {
  return (
    <>
      <Button variant="destructive" icon="trash-alt" onClick={show('delete')}>
        Delete
      </Button>
      <Button variant="secondary" icon="repeat" onClick={show('requestAgain')}>
        Delete and request again
      </Button>
    </>
  );
}

/** The one thing that a state asks for, as the button that stands out; a dead end asks for a deletion. */
function PrimaryAction({
  endpoint,
  status,
  canDecide,
  refresh,
}: Pick<Props, 'endpoint' | 'status' | 'canDecide'> & { refresh: Refresh }) {
  if (asksRefresh(status)) {
    return <RefreshButton {...refresh} variant="primary" />;
  }
  if (status === 'waiting') {
    return canDecide ? (
      <Button icon="check" onClick={() => leadTo(DECISION)}>
        Approve or reject
      </Button>
    ) : (
      <Button icon="envelope" onClick={() => leadTo(APPROVAL_REQUEST)}>
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

function asksRefresh(status: EndpointStatus): boolean {
  return needsRefresh(status) || seemsDecided(status);
}
