import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { emptyDraft } from './draft';
import { draftFromEndpoint } from './requestAgain';

it('takes over the details with a new code', () => {
  const endpoint = sampleEndpoint({ requestMessage: 'Kim. MPE-7K3M-X9QT', tags: { a: 'b' } });
  expect(draftFromEndpoint(endpoint, 'MPE-AAAA-BBBB')).toEqual({
    ...emptyDraft,
    kind: 'privateLinkService',
    target: sampleTargetId(),
    targetRegion: 'westeurope',
    subResource: '',
    name: 'influx',
    domainName: 'influx.internal.contoso.com',
    requestMessage: 'Kim. MPE-AAAA-BBBB',
    tags: [{ name: 'a', value: 'b' }],
  });
});

it('keeps a kind outside the catalogue', () => {
  expect(draftFromEndpoint(sampleEndpoint({ targetId: sampleTargetId('Microsoft.Odd/things', 'x') }), 'c').kind).toBe(
    'other'
  );
});
