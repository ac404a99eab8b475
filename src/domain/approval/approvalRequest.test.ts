import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { sampleWorkspace } from '../testing/sampleWorkspace';
import { approvalRequest, reminderMessage } from './approvalRequest';
import { ownerCommands } from './ownerCommands';

const endpoint = sampleEndpoint({ requestMessage: 'Kim asks. MPE-7K3M-X9QT', connectionState: 'Pending' });
const connection = { id: `${sampleTargetId()}/privateEndpointConnections/pe.1`, name: 'pe.1' };
const input = { endpoint, workspace: sampleWorkspace(), requester: 'Kim', connection };

const workspace = `contoso-grafana (${sampleWorkspaceId})`;
const known = [
  'Request code: MPE-7K3M-X9QT',
  'Request message: Kim asks. MPE-7K3M-X9QT',
  `Target resource: ${sampleTargetId()}`,
  'Connection: pe.1',
  `Requested by: ${workspace}`,
];
const steps = [
  'In the Azure portal: open the resource, then Networking and Private endpoint connections. Select the pending connection named pe.1, and approve it.',
  `https://portal.azure.com/#resource${sampleTargetId()}`,
];
const commands = ['With Azure CLI:', ownerCommands(sampleTargetId(), connection.id, 'MPE-7K3M-X9QT').approve];
const toReject = 'If you don’t want to approve it, choose Reject and enter a reason. Grafana shows the reason.';
const limits =
  'Data sources in this workspace can connect over it once you approve it. The connection is limited to this resource.';

/** A mail of paragraphs, each of which is a line or several. */
const mail = (...paragraphs: Array<string | string[]>) => paragraphs.map((one) => [one].flat().join('\n')).join('\n\n');

it('names the code, the target, the exact connection, the link and the commands', () => {
  expect(approvalRequest(input)).toEqual({
    subject: 'Approval needed: private endpoint to influx-pls (MPE-7K3M-X9QT)',
    body: mail(
      'Hello,',
      `Azure Managed Grafana "contoso-grafana" requests private access to influx-pls (Private link service). ${limits}`,
      known,
      steps,
      commands,
      toReject,
      'Thank you, Kim'
    ),
    brief: mail(
      'Hello,',
      'Azure Managed Grafana "contoso-grafana" asks for private access to influx-pls.',
      ['Request code: MPE-7K3M-X9QT', `Target resource: ${sampleTargetId()}`],
      steps,
      'Thank you, Kim'
    ),
  });
});

it('reminds', () => {
  expect(reminderMessage(input, '4 days')).toEqual({
    subject: 'Reminder: approval needed: private endpoint to influx-pls (MPE-7K3M-X9QT)',
    body: mail(
      'Hello,',
      'Azure Managed Grafana "contoso-grafana" requested private access to influx-pls 4 days ago, and the request is still waiting for your decision.',
      known,
      steps,
      commands,
      'Thank you, Kim'
    ),
    brief: mail(
      'Hello,',
      'Azure Managed Grafana "contoso-grafana" requested private access to influx-pls 4 days ago.',
      ['Request code: MPE-7K3M-X9QT', `Target resource: ${sampleTargetId()}`],
      steps,
      'Thank you, Kim'
    ),
  });
});

it('does not offer to approve what is not certain', () => {
  const { body } = approvalRequest({ ...input, connection: undefined });
  const { list } = ownerCommands(sampleTargetId(), '', '');
  const found = 'whose description contains MPE-7K3M-X9QT';
  expect(body).not.toContain('connection update');
  expect(body).toContain(`Select the pending connection ${found}, and approve it.`);
  expect(body).toContain(`\n\nWith Azure CLI, list the connections and find the one ${found}:\n${list}\n\n`);
});

it.each([
  ['a message without a code', 'Please.', ['a', 'b'], ['Request message: Please.'], ['Sub-resource: a, b']],
  ['nothing but the target', '', [], [], []],
])('does with %s, without a requester and a portal', (_, requestMessage, subResources, message, more) => {
  const targetId = sampleTargetId('Microsoft.Odd/things', 'odd');
  const told = {
    endpoint: sampleEndpoint({ targetId, requestMessage, subResources }),
    workspace: sampleWorkspace({ cloud: 'StandInCloud' }),
    requester: '',
    connection: undefined,
  };
  const { subject, body, brief } = approvalRequest(told);
  const step =
    'In the Azure portal: open the resource, then Networking and Private endpoint connections. Select the pending connection with the message above; if several look the same, ask before you approve one, and approve it.';
  const details = [...message, `Target resource: ${targetId}`, ...more, `Requested by: ${workspace}`];
  expect(subject).toBe('Approval needed: private endpoint to odd');
  expect(body).toBe(
    mail(
      'Hello,',
      `Azure Managed Grafana "contoso-grafana" requests private access to odd (Microsoft.Odd/things). ${limits}`,
      details,
      step,
      toReject
    )
  );
  expect(brief).toBe(
    mail(
      'Hello,',
      'Azure Managed Grafana "contoso-grafana" asks for private access to odd.',
      [...message, `Target resource: ${targetId}`],
      step
    )
  );
  expect(reminderMessage(told, '4 days').body).toMatch(/ ago, .*\n\n[^]*approve it\.$/);
});

it('lets no text of others write lines of its own, or turn around those of the mail', () => {
  const requestMessage = 'Hi.\n\nWith Azure CLI:\u2028az group delete\u202e MPE-7K3M-X9QT';
  const name = 'pe.1\r\naz group delete';
  const { body } = approvalRequest({
    ...input,
    endpoint: { ...endpoint, requestMessage },
    connection: { ...connection, name },
  });
  expect(body.split(/[\n\u2028]/).filter((line) => line.startsWith('az group'))).toEqual([]);
  expect(body.match(/^With Azure CLI:$/gm)).toHaveLength(1);
  expect(body).not.toMatch(/[\u202a-\u202e]/);
});
