import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { sampleWorkspace } from '../testing/sampleWorkspace';
import { approvalRequest, reminderMessage } from './approvalRequest';
import { mailtoLink } from './mailtoLink';

const read = (href: string) => new URL(href).searchParams;

it('becomes a mail that reads back', () => {
  const { href, shortened } = mailtoLink({ subject: 'a & b', body: 'one\ntwo?', brief: 'one' });
  expect(read(href).get('subject')).toBe('a & b');
  expect(read(href).get('body')).toBe('one\r\ntwo?');
  expect(shortened).toBe(false);
});

it('leaves the commands to the clipboard where they would make it too long', () => {
  const endpoint = sampleEndpoint({
    targetId: sampleTargetId('Microsoft.Network/privateLinkServices', `influx-${'x'.repeat(70)}`),
    requestMessage: `${'Why we ask. '.repeat(10)}MPE-7K3M-X9QT`,
  });
  const connection = { id: `${endpoint.targetId}/privateEndpointConnections/${'c'.repeat(80)}`, name: 'c'.repeat(80) };
  const input = { endpoint, workspace: sampleWorkspace(), requester: 'Kim', connection };
  for (const message of [approvalRequest(input), reminderMessage(input, '4 days')]) {
    const { href, shortened } = mailtoLink(message);
    expect(message.body).toContain('connection update');
    expect(shortened).toBe(true);
    expect(href.length).toBeLessThanOrEqual(2_000);
    expect(read(href).get('body')).toContain('Request code: MPE-7K3M-X9QT');
    expect(read(href).get('body')).toContain(endpoint.targetId);
    expect(read(href).get('body')).not.toContain('az ');
  }
});

it('opens an empty mail with its subject rather than one that is cut', () => {
  const { href, shortened } = mailtoLink({ subject: 'a', body: 'x'.repeat(3_000), brief: 'y'.repeat(2_500) });
  expect(read(href).get('subject')).toBe('a');
  expect(read(href).get('body')).toBe('');
  expect(shortened).toBe(true);
  expect(mailtoLink({ subject: 'x'.repeat(3_000), body: '', brief: '' }).href).toBe('mailto:?subject=&body=');
});

it('carries a message as long as a link may be', () => {
  const message = { subject: 'a', body: 'x'.repeat(2_000 - 'mailto:?subject=a&body='.length), brief: 'y' };
  expect(mailtoLink(message).shortened).toBe(false);
  expect(mailtoLink({ ...message, body: `${message.body}x` }).shortened).toBe(true);
});
