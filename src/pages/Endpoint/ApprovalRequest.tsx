import { ClipboardButton, RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { CopyValue } from '../../components/CopyValue';
import { Disclosure } from '../../components/Disclosure';
import { LinkButton } from '../../components/links';
import { Panel } from '../../components/Panel';
import { useNow } from '../../components/useTime';
import { segments } from '../../components/segments';
import { currentUser } from '../../data/currentUser';
import { useWorkspace } from '../../data/workspace';
import { ageMs, durationText } from '../../domain/age';
import { type ApprovalRequestInput, approvalRequest, reminderMessage } from '../../domain/approval/approvalRequest';
import { mailtoLink } from '../../domain/approval/mailtoLink';
import { ownerCommands, type OwnerCommands } from '../../domain/approval/ownerCommands';
import { findRequestCode } from '../../domain/create/requestCode';
import { type Endpoint } from '../../domain/endpoint';
import { type KnownView } from '../../domain/following';
import { portalLink } from '../../domain/portal';
import { oldRequest } from '../../domain/state/need';
import { type EndpointStatus, seemsDecided } from '../../domain/state/status';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
  /** The request can be approved or rejected from here. */
  canDecide: boolean;
}

/** Where the card stands on the page. */
export const APPROVAL_REQUEST = 'approval-request';

/** Everything the owner of the target needs, ready to be sent. Only while the owner's decision is what is missing. */
export function ApprovalRequest({ endpoint, status, view, canDecide }: Props) {
  const { data: workspace } = useWorkspace();
  const waitingFor = ageMs(endpoint.createdAt, useNow()) ?? 0;
  const old = waitingFor >= oldRequest;
  const [chosen, setChosen] = useState<'request' | 'reminder'>();
  if (!workspace || !asksOwner(status, endpoint)) {
    return null;
  }
  const kind = chosen ?? (old ? 'reminder' : 'request');
  const code = findRequestCode(endpoint.requestMessage);
  const confirmed = view?.grade === 'confirmed';
  const input: ApprovalRequestInput = {
    endpoint,
    workspace,
    requester: currentUser().label,
    connection: confirmed ? { id: view.connectionId, name: view.connectionName } : undefined,
  };
  const message = kind === 'reminder' ? reminderMessage(input, durationText(waitingFor)) : approvalRequest(input);
  const text = `${message.subject}\n\n${message.body}`;
  const mail = mailtoLink(message);
  const portal = portalLink(workspace, endpoint.targetId);

  return (
    <Panel title="Approval request" id={APPROVAL_REQUEST}>
      <Text element="p">{whenToSend(status, canDecide)}</Text>
      <Text element="p" color={code ? 'primary' : 'secondary'}>
        {code ? (
          <>
            Request code <CopyValue value={code} what="request code" />
          </>
        ) : (
          'This request has no request code, so the owner can identify it only by its message.'
        )}
      </Text>
      <div>
        <RadioButtonGroup
          className={segments}
          aria-label="Message type"
          size="sm"
          value={kind}
          onChange={setChosen}
          options={[
            { value: 'request', label: 'Request' },
            { value: 'reminder', label: old ? `Reminder (waiting for ${durationText(waitingFor)})` : 'Reminder' },
          ]}
        />
      </div>
      <Stack direction="row" wrap="wrap" gap={1}>
        <LinkButton icon="envelope" variant="secondary" href={mail.href}>
          Write email
        </LinkButton>
        <ClipboardButton icon="copy" variant="secondary" getText={() => text}>
          Copy message
        </ClipboardButton>
        {portal && (
          <LinkButton variant="secondary" href={portal}>
            Open target in Azure portal
          </LinkButton>
        )}
      </Stack>
      {mail.shortened && (
        <Text element="p" color="secondary" variant="bodySmall">
          The email is shortened. Copy the message to include the commands.
        </Text>
      )}
      <Disclosure label="Show message">
        <CodeBlock code={text} label="approval request" />
      </Disclosure>
      <OwnerCommands
        commands={ownerCommands(endpoint.targetId, confirmed ? view.connectionId : '', code)}
        certain={confirmed}
      />
    </Panel>
  );
}

/** Whether the owner has to be asked, says the rest of the page too. */
function whenToSend(status: EndpointStatus, canDecide: boolean): string {
  if (seemsDecided(status)) {
    return 'If the state stays Pending after a refresh, send the resource owner this message.';
  }
  return canDecide
    ? 'The resource owner can approve too. Send them this message.'
    : 'The resource owner must approve. Send them this message.';
}

/** True while the owner has to be asked, also where a decision only seems to be ours: it may be another's. */
function asksOwner(status: EndpointStatus, { connectionState }: Endpoint): boolean {
  return status === 'waiting' || (seemsDecided(status) && connectionState.toLowerCase() === 'pending');
}

interface OwnerCommandsProps {
  commands: OwnerCommands;
  /** True where the exact connection is known. */
  certain: boolean;
}

/** The owner's commands: with the exact connection where it is certain, else only how to find it. */
function OwnerCommands({ commands: { list, approve, reject }, certain }: OwnerCommandsProps) {
  if (!list) {
    return null;
  }
  return (
    <Disclosure label="Azure CLI commands for the owner">
      <Stack direction="column" gap={1}>
        <CodeBlock code={list} label="command that lists the connections" />
        {certain ? (
          <>
            <CodeBlock code={approve} label="command that approves the connection" />
            <CodeBlock code={reject} label="command that rejects the connection" />
          </>
        ) : (
          <Text element="p" color="secondary">
            The connection of this endpoint isn’t confirmed, so there is no command to approve it.
          </Text>
        )}
      </Stack>
    </Disclosure>
  );
}
