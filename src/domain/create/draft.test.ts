import { sampleTargetId } from '../testing/sampleEndpoint';
import { type CreateDraft, draftKind, draftSubject, emptyDraft } from './draft';

it('knows the kind', () => {
  expect(draftKind({ ...emptyDraft, kind: 'sqlServer' })?.title).toBe('Azure SQL server');
  expect(draftKind({ ...emptyDraft, kind: 'other' })).toBeUndefined();
});

it.each<[Partial<CreateDraft>, string]>([
  [{ kind: 'sqlServer', target: sampleTargetId('Microsoft.Sql/servers', 'orders'), name: ' billing ' }, 'billing'],
  [{ kind: 'sqlServer', target: sampleTargetId('Microsoft.Sql/servers', 'orders') }, 'orders'],
  [{ kind: 'sqlServer', target: '/subscr' }, 'Azure SQL server'],
  [{ kind: 'other' }, ''],
])('%j asks for %j', (draft, subject) => {
  expect(draftSubject({ ...emptyDraft, ...draft })).toBe(subject);
});
