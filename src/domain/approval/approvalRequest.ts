import { kindLabel } from '../catalogue/catalogue';
import { findRequestCode } from '../create/requestCode';
import { type Endpoint } from '../endpoint';
import { oneLine } from '../outsideText';
import { nameOfTarget } from '../target';
import { portalLink } from '../portal';
import { type Workspace } from '../workspace';
import { ownerCommands } from './ownerCommands';

/** What the approval request is written from. */
export interface ApprovalRequestInput {
  endpoint: Endpoint;
  workspace: Workspace;
  /** Who asks; '' leaves it out. */
  requester: string;
  /** The connection on the target where its match is certain; else undefined. */
  connection: { id: string; name: string } | undefined;
}

/** An approval request of a target, to be copied or mailed. */
export interface ApprovalRequest {
  subject: string;
  body: string;
  /** The same in a few lines and without commands, for where room is short. */
  brief: string;
}

// Who reads the mail runs what stands in it: a text of someone else's must not look like a line of ours.
function onLines(input: ApprovalRequestInput): ApprovalRequestInput {
  const { endpoint, connection } = input;
  const { requestMessage, targetId, subResources } = endpoint;
  return {
    ...input,
    requester: oneLine(input.requester),
    endpoint: {
      ...endpoint,
      requestMessage: oneLine(requestMessage),
      targetId: oneLine(targetId),
      subResources: subResources.map(oneLine),
    },
    connection: connection && { ...connection, name: oneLine(connection.name) },
  };
}

/** The message that asks the owner to approve the request. */
export function approvalRequest(told: ApprovalRequestInput): ApprovalRequest {
  const input = onLines(told);
  const { endpoint, workspace, requester } = input;
  const target = nameOfTarget(endpoint.targetId);
  const body = lines(
    'Hello,',
    '',
    `Azure Managed Grafana "${workspace.name}" requests private access to ${target} (${kindLabel(endpoint.targetId, endpoint.subResources).title}). Data sources in this workspace can connect over it once you approve it. The connection is limited to this resource.`,
    '',
    ...details(input),
    '',
    ...portalSteps(input),
    ...commandSteps(input),
    '',
    'If you don’t want to approve it, choose Reject and enter a reason. Grafana shows the reason.',
    '',
    requester && `Thank you, ${requester}`
  );
  return {
    subject: subject(endpoint, 'Approval needed'),
    body,
    brief: brief(input, `asks for private access to ${target}`),
  };
}

/** The message that reminds the owner of a request that has been waiting. `waiting` is a duration in words. */
export function reminderMessage(told: ApprovalRequestInput, waiting: string): ApprovalRequest {
  const input = onLines(told);
  const { endpoint, workspace, requester } = input;
  const target = nameOfTarget(endpoint.targetId);
  const body = lines(
    'Hello,',
    '',
    `Azure Managed Grafana "${workspace.name}" requested private access to ${target} ${waiting} ago, and the request is still waiting for your decision.`,
    '',
    ...details(input),
    '',
    ...portalSteps(input),
    ...commandSteps(input),
    '',
    requester && `Thank you, ${requester}`
  );
  return {
    subject: subject(endpoint, 'Reminder: approval needed'),
    body,
    brief: brief(input, `requested private access to ${target} ${waiting} ago`),
  };
}

function brief(input: ApprovalRequestInput, asks: string): string {
  const { endpoint, workspace, requester } = input;
  return lines(
    'Hello,',
    '',
    `Azure Managed Grafana "${workspace.name}" ${asks}.`,
    '',
    requestLine(endpoint),
    `Target resource: ${endpoint.targetId}`,
    '',
    ...portalSteps(input),
    '',
    requester && `Thank you, ${requester}`
  );
}

function requestLine({ requestMessage }: Endpoint): string | false {
  const code = findRequestCode(requestMessage);
  return code !== '' ? `Request code: ${code}` : requestMessage !== '' && `Request message: ${requestMessage}`;
}

function subject(endpoint: Endpoint, start: string): string {
  const code = findRequestCode(endpoint.requestMessage);
  return `${start}: private endpoint to ${nameOfTarget(endpoint.targetId)}${code ? ` (${code})` : ''}`;
}

function details({ endpoint, workspace, connection }: ApprovalRequestInput): Array<string | false> {
  const code = findRequestCode(endpoint.requestMessage);
  return [
    code !== '' && `Request code: ${code}`,
    endpoint.requestMessage !== '' && `Request message: ${endpoint.requestMessage}`,
    `Target resource: ${endpoint.targetId}`,
    endpoint.subResources.length > 0 && `Sub-resource: ${endpoint.subResources.join(', ')}`,
    connection !== undefined && `Connection: ${connection.name}`,
    `Requested by: ${workspace.name} (${workspace.id})`,
  ];
}

function portalSteps(input: ApprovalRequestInput): string[] {
  const { endpoint, workspace, connection } = input;
  return [
    'In the Azure portal: open the resource, then Networking and Private endpoint connections. Select the pending connection ' +
      `${connection ? `named ${connection.name}` : recognise(input)}, and approve it.`,
    portalLink(workspace, endpoint.targetId),
  ].filter(Boolean);
}

function commandSteps(input: ApprovalRequestInput): string[] {
  const { endpoint, connection } = input;
  const code = findRequestCode(endpoint.requestMessage);
  const { list, approve } = ownerCommands(endpoint.targetId, connection?.id ?? '', code);
  if (!list) {
    return [];
  }
  // Where the connection is known nobody has to look for it, and a mail has little room.
  return approve
    ? ['', 'With Azure CLI:', approve]
    : ['', `With Azure CLI, list the connections and find the one ${recognise(input)}:`, list];
}

function recognise({ endpoint }: ApprovalRequestInput): string {
  const code = findRequestCode(endpoint.requestMessage);
  return code
    ? `whose description contains ${code}`
    : 'with the message above; if several look the same, ask before you approve one';
}

function lines(...parts: Array<string | false>): string {
  // Nothing follows the last blank line where nobody is named.
  return parts
    .filter((part) => part !== false)
    .join('\n')
    .trim();
}
