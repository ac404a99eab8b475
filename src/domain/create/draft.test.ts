import fc from 'fast-check';
import { catalogue } from '../catalogue/catalogue';
import { sampleTargetId } from '../testing/sampleEndpoint';
import { type CreateDraft, draftKind, draftSubject, emptyDraft, readDraft } from './draft';

const drafts: fc.Arbitrary<CreateDraft> = fc.record({
  kind: fc.constantFrom(...catalogue.map((kind) => kind.key), 'other' as const, '' as const),
  target: fc.string(),
  targetRegion: fc.string(),
  subResource: fc.string(),
  name: fc.string(),
  domainName: fc.string(),
  requestMessage: fc.string(),
  tags: fc.array(fc.record({ name: fc.string(), value: fc.string() })),
});

it('a draft survives being kept', () => {
  fc.assert(fc.property(drafts, (draft) => expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)));
});

it('anything else is an empty draft or part of one, never a crash', () => {
  expect(readDraft(undefined)).toEqual(emptyDraft);
  expect(readDraft({ kind: 'spaceship', tags: [1, null, { name: 2 }] })).toEqual(emptyDraft);
  fc.assert(fc.property(fc.anything(), (value) => void readDraft(value)));
});

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
