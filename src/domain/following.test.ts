import { viewOfTarget } from './following';

const target = {
  name: 'influx',
  grade: 'confirmed',
  reason: 'It has the code.',
  readAt: '2026-11-20T12:00:00Z',
} as const;
const readAt = Date.parse(target.readAt);

it('takes over the connection that matches', () => {
  const connection = { id: '/a', name: 'a', status: 'Approved', description: 'Kim' };
  expect(viewOfTarget({ ...target, connection })).toEqual({
    ...{ grade: 'confirmed', reason: 'It has the code.', error: undefined, readAt },
    ...{ status: 'Approved', description: 'Kim', connectionId: '/a', connectionName: 'a' },
  });
});

it('says nothing of a connection where none matches', () => {
  const error = { code: 'azure_forbidden', message: 'No.' };
  expect(viewOfTarget({ ...target, error })).toMatchObject({
    ...{ status: '', description: '', connectionId: '', connectionName: '', error },
  });
});
