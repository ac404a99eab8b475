import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { sampleWorkspace } from '../testing/sampleWorkspace';
import { approvalRequest, reminderMessage } from './approvalRequest';

const endpoint = sampleEndpoint({ requestMessage: 'Kim asks. MPE-7K3M-X9QT', connectionState: 'Pending' });
const connection = { id: `${sampleTargetId()}/privateEndpointConnections/pe.1`, name: 'pe.1' };
const input = { endpoint, workspace: sampleWorkspace(), requester: 'Kim', connection };

it('names the code, the target, the exact connection, the link and the commands', () => {
  const { subject, body, brief } = approvalRequest(input);
  expect(brief).toContain('Request code: MPE-7K3M-X9QT');
  expect(brief).toContain('Select the pending connection named pe.1');
  expect(brief).not.toContain('az ');
  expect(subject).toBe('Approval needed: private endpoint to influx-pls (MPE-7K3M-X9QT)');
  expect(body).toContain('Request code: MPE-7K3M-X9QT');
  expect(body).toContain(`Target resource: ${sampleTargetId()}`);
  expect(body).toContain('Select the pending connection named pe.1');
  expect(body).toContain('https://portal.azure.com/#resource/subscriptions/');
  expect(body).toContain('az network private-link-service connection update');
  expect(body).toMatch(/Thank you, Kim$/);
});

it('does not offer to approve what is not certain', () => {
  const { body } = approvalRequest({ ...input, connection: undefined });
  expect(body).not.toContain('connection update');
  expect(body).toContain('whose description contains MPE-7K3M-X9QT');
});

it('does without a code, a requester and a portal', () => {
  const { subject, body } = approvalRequest({
    endpoint: sampleEndpoint({ targetId: sampleTargetId('Microsoft.Odd/things', 'odd') }),
    workspace: sampleWorkspace({ cloud: 'StandInCloud' }),
    requester: '',
    connection: undefined,
  });
  expect(subject).toBe('Approval needed: private endpoint to odd');
  expect(body).toContain('ask before you approve one');
  expect(body).not.toMatch(/Request code|https:|az |Thank you|undefined|false|\n\n\n/);
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

it('reminds', () => {
  const { subject, body } = reminderMessage(input, '4 days');
  expect(subject).toContain('Reminder');
  expect(body).toContain('4 days ago');
});
