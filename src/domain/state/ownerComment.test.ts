import { sampleEndpoint } from '../testing/sampleEndpoint';
import { latestOwnerComment, ownerComment } from './ownerComment';

it.each([
  ['Not for dashboards.', 'Rejected', 'Orders', 'Not for dashboards.'],
  ['Orders ', 'Pending', 'Orders', ''],
  ['Orders', 'Pending', ' Orders', ''],
  ['approved', 'Approved', 'Orders', ''],
  ['', 'Approved', '', ''],
])('%j while %s, asked with %j: %j', (connectionDescription, connectionState, requestMessage, words) => {
  expect(ownerComment(sampleEndpoint({ connectionDescription, connectionState, requestMessage }))).toBe(words);
});

it('prefers what the target tells of a newer decision', () => {
  const pending = sampleEndpoint({
    connectionState: 'Pending',
    connectionDescription: 'Orders',
    requestMessage: 'Orders',
  });
  const rejected = { status: 'Rejected', description: 'Use the replica.', grade: 'confirmed' } as const;
  expect(latestOwnerComment(pending, rejected)).toBe('Use the replica.');
  expect(latestOwnerComment(pending, undefined)).toBe('');
  expect(latestOwnerComment(pending, { status: '', description: '', grade: 'unknown' })).toBe('');
  const unseen = { status: '', description: 'Of another', grade: 'unknown' } as const;
  expect(latestOwnerComment(sampleEndpoint({ connectionDescription: 'Welcome' }), unseen)).toBe('Welcome');
  const same = { ...rejected, status: 'Approved', description: 'Other' };
  expect(latestOwnerComment(sampleEndpoint({ connectionDescription: 'Welcome' }), same)).toBe('Welcome');
});
