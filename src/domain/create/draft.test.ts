import { aksDraft } from '../../test/arbitrary/linkServiceDraft';
import { emptyLinkService, expectedId } from '../linkService/linkServiceDraft';
import { sampleTargetId } from '../testing/sampleEndpoint';
import { type CreateDraft, draftKind, draftPort, draftSubject, emptyDraft } from './draft';

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

it('knows the port of the private link service that was made for it, and of no other target', () => {
  const draft = { ...emptyDraft, linkService: { ...aksDraft, port: ' 9090 ' } };
  expect(draftPort({ ...draft, target: expectedId(aksDraft).toUpperCase() })).toBe('9090');
  expect(draftPort({ ...draft, target: sampleTargetId() })).toBe('');
  // Without a name, the link service has no ID yet.
  expect(draftPort({ ...emptyDraft, linkService: { ...emptyLinkService, port: '9090' } })).toBe('');
});
