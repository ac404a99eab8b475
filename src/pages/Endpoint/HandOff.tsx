import { ClipboardButton, RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { Disclosure } from '../../components/Disclosure';
import { CopyValue } from '../../components/CopyValue';
import { Panel } from '../../components/Panel';
import { LinkButton } from '../../components/links';
import { useNow } from '../../components/useNow';
import { currentUser } from '../../data/currentUser';
import { useWorkspace } from '../../data/workspace';
import { ageMs, durationText } from '../../domain/age';
import { handoffMessage, type HandoffInput, reminderMessage } from '../../domain/approval/handoff';
import { mailtoLink } from '../../domain/approval/mailtoLink';
import { ownerCommands } from '../../domain/approval/ownerCommands';
import { findRequestCode } from '../../domain/create/requestCode';
import { type Endpoint } from '../../domain/endpoint';
import { type KnownView } from '../../domain/following';
import { portalLink } from '../../domain/portal';
import { oldRequest } from '../../domain/state/need';
import { type EndpointStatus, seemsDecided } from '../../domain/state/status';
import { HandOffCommands } from './HandOffCommands';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
}

/** Where the card stands on the page. */
export const HAND_OFF = 'hand-off';

/** Everything the owner of the target needs, ready to be sent. Only while the owner's decision is what is missing. */
export function HandOff({ endpoint, status, view }: Props) {
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
  const input: HandoffInput = {
    endpoint,
    workspace,
    requester: currentUser().label,
    connection: confirmed ? { id: view.connectionId, name: view.connectionName } : undefined,
  };
  const message = kind === 'reminder' ? reminderMessage(input, durationText(waitingFor)) : handoffMessage(input);
  const text = `${message.subject}\n\n${message.body}`;
  const mail = mailtoLink(message);
  const portal = portalLink(workspace, endpoint.targetId);

  return (
    <Panel title="Approval request" id={HAND_OFF}>
      <Text element="p">The resource owner must approve. Send them this message.</Text>
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
      <HandOffCommands
        commands={ownerCommands(endpoint.targetId, confirmed ? view.connectionId : '', code)}
        certain={confirmed}
      />
    </Panel>
  );
}

/** True while the owner has to be asked, also where a decision only seems to be ours: it may be another's. */
function asksOwner(status: EndpointStatus, { connectionState }: Endpoint): boolean {
  return status === 'waiting' || (seemsDecided(status) && connectionState.toLowerCase() === 'pending');
}
