import { Button, Spinner, Stack, Text } from '@grafana/ui';
import React, { type MouseEvent, useState } from 'react';
import { CopyValue } from '../../components/CopyValue';
import { type Fact, FactList } from '../../components/FactList';
import { FailureAlert } from '../../components/FailureAlert';
import { useReturnFocus } from '../../components/focus';
import { OutsideText } from '../../components/OutsideText';
import { Panel } from '../../components/Panel';
import { TargetName } from '../../components/TargetName';
import { CONFIG_PATH } from '../../constants';
import { type Approval } from '../../data/useApproval';
import { useWorkspace } from '../../data/workspace';
import { type PendingApproval } from '../../domain/approval/pendingApproval';
import { kindLabel } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { nameOfTarget } from '../../domain/target';
import { DecideRequest } from './DecideRequest';
import { DECISION, STATE } from './EndpointActions';

interface Props {
  endpoint: Endpoint;
  approval: Approval;
}

/** Who asks for what, over which connection, and the two decisions. */
export function DecisionPanel({ endpoint, approval: { pending, failure, sent, readAgain } }: Props) {
  // A dialog is about the request that was seen when it opened.
  const [open, setOpen] = useState<{ kind: 'approve' | 'reject'; seen: PendingApproval }>();
  const { noteOpener, returnTo } = useReturnFocus(open !== undefined);
  if (!sent && !pending && !failure) {
    return null;
  }
  return (
    <Panel title="Approve or reject" id={DECISION}>
      {sent && <Sent kind={sent} />}
      {!sent && pending && (
        <Pending
          endpoint={endpoint}
          pending={pending}
          onDecide={(kind) => (event) => {
            noteOpener(event.currentTarget);
            setOpen({ kind, seen: pending });
          }}
        />
      )}
      {!sent && !pending && failure && (
        <FailureAlert
          severity="warning"
          title="Can’t be approved or rejected from here"
          failure={failure}
          onRetry={readAgain}
          settingsHref={CONFIG_PATH}
        />
      )}
      {open && (
        <DecideRequest
          name={endpoint.name}
          kind={open.kind}
          pending={open.seen}
          onCancel={() => setOpen(undefined)}
          onDecide={() => {
            // The buttons go with what they decided.
            returnTo(document.getElementById(STATE));
            setOpen(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function Sent({ kind }: { kind: 'approve' | 'reject' }) {
  return (
    <Stack direction="row" alignItems="center" gap={1}>
      <Spinner inline />
      <span role="status">
        {`Applying the ${kind === 'approve' ? 'approval' : 'rejection'} on the target resource.`}
      </span>
    </Stack>
  );
}

interface PendingProps {
  endpoint: Endpoint;
  pending: PendingApproval;
  onDecide: (kind: 'approve' | 'reject') => (event: MouseEvent<HTMLElement>) => void;
}

function Pending({ endpoint, pending, onDecide }: PendingProps) {
  const { data: workspace } = useWorkspace();
  const { targetId, permission } = pending;
  if (permission.state === 'notGranted') {
    return <Permission pending={pending} />;
  }
  const facts: Fact[] = [
    {
      term: 'Requested by',
      content: pending.requestedBy && <OutsideText>{pending.requestedBy}</OutsideText>,
      empty: 'Unknown',
    },
    { term: 'For workspace', content: workspace && <OutsideText>{workspace.name}</OutsideText> },
    {
      term: 'Target resource',
      content: (
        <TargetName
          targetId={targetId}
          name={nameOfTarget(targetId)}
          kind={kindLabel(targetId, endpoint.subResources)}
          subResources={endpoint.subResources}
          workspace={workspace}
        />
      ),
    },
    { term: 'Request message', content: <OutsideText>{pending.requestMessage}</OutsideText> },
    { term: 'Request code', content: <CopyValue value={pending.code} what="request code" /> },
    { term: 'Connection', content: <CopyValue value={pending.connectionName} what="connection" /> },
    { term: 'Private endpoint', content: <CopyValue value={pending.privateEndpointId} what="private endpoint" /> },
  ];
  return (
    <>
      <FactList facts={facts} />
      {permission.state === 'unknown' && <Permission pending={pending} />}
      {!pending.documented && (
        <Text element="p" color="secondary">
          Azure’s documentation doesn’t describe approval for this resource type. If approving fails, ask the resource
          owner.
        </Text>
      )}
      <Stack direction="row" wrap="wrap" gap={1}>
        <Button icon="check" onClick={onDecide('approve')}>
          Approve
        </Button>
        <Button icon="times" variant="destructive" fill="outline" onClick={onDecide('reject')}>
          Reject
        </Button>
      </Stack>
    </>
  );
}

/** The permission that is missing on the target, or may be. */
function Permission({ pending: { targetId, permission } }: { pending: PendingApproval }) {
  const { state, action, role } = permission;
  const target = nameOfTarget(targetId);
  return (
    <Text element="p">
      {state === 'notGranted'
        ? `The identity doesn’t have permission to approve or reject requests on ${target}. Missing action: ${action}. Assign it the role ${role} on the target resource, or send the approval request to the resource owner.`
        : `It isn’t known whether the identity has permission to approve or reject requests on ${target}. If Azure denies it, assign the role ${role} on the target resource.`}
    </Text>
  );
}
