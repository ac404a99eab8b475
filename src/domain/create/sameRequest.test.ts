import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { type CreateRequest } from './createRequest';
import { emptyDraft } from './draft';
import { isSameRequest, sentAs } from './sameRequest';

const request: CreateRequest = {
  targetId: sampleTargetId(),
  targetRegion: '',
  subResources: [],
  requestMessage: 'Kim asks MPE-7K3M-X9QT',
  domainName: '',
  tags: {},
};

it.each([
  ['the code, whatever the casing', { requestMessage: 'kim asks mpe-7k3m-x9qt' }, true],
  ['another code', { requestMessage: 'Kim asks MPE-0000-0000' }, false],
  ['no message at all', { requestMessage: '' }, false],
  ['another target', { requestMessage: request.requestMessage, targetId: sampleTargetId(undefined, 'other') }, false],
  [
    'the target in other casing',
    { requestMessage: request.requestMessage, targetId: sampleTargetId().toUpperCase() },
    true,
  ],
])('tells by %s', (_, fields, expected) => {
  expect(isSameRequest(sampleEndpoint(fields), request)).toBe(expected);
});

it('compares the whole message where there is no code', () => {
  const plain = { ...request, requestMessage: 'for Kim' };
  expect(isSameRequest(sampleEndpoint({ requestMessage: 'for Kim' }), plain)).toBe(true);
  expect(isSameRequest(sampleEndpoint({ requestMessage: 'for Lee' }), plain)).toBe(false);
});

it('tells which endpoint a draft has become, by its code alone', () => {
  const draft = { ...emptyDraft, name: 'Influx', target: sampleTargetId(), requestMessage: 'Kim asks MPE-7K3M-X9QT' };
  const sent = sampleEndpoint({ requestMessage: draft.requestMessage });
  expect(sentAs(draft, [sampleEndpoint(), sent])).toBe(sent);
  expect(sentAs({ ...draft, name: 'other' }, [sent])).toBeUndefined();
  expect(sentAs({ ...draft, requestMessage: '' }, [sampleEndpoint({ requestMessage: '' })])).toBeUndefined();
});
