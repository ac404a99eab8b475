import { sampleEndpoint } from '../testing/sampleEndpoint';
import { type Change, type Decision, doneText, failedTitle } from './change';
import { describeDifference, isDecided, isMade, needsReading } from './outcome';

const endpoint = sampleEndpoint({ tags: { team: 'a' } });
const { name, createdAt } = endpoint;
const create: Change = { kind: 'create', name, request: { ...endpoint, requestMessage: 'Kim asks. MPE-7K3M-X9QT' } };
const tags: Change = { kind: 'update', name, createdAt, fields: { tags: { seen: {}, wanted: { team: 'a' } } } };
const domainName: Change = {
  kind: 'update',
  name,
  createdAt,
  fields: { domainName: { seen: '', wanted: 'INFLUX.internal.contoso.com' } },
};
const remove: Change = { kind: 'delete', name, createdAt };
const refresh: Change = { kind: 'refresh', name: '' };
const connectionId = `${endpoint.targetId}/privateEndpointConnections/c1`;
const approve: Decision = { kind: 'approve', name, createdAt, connectionId, comment: '' };
const reject: Decision = { ...approve, kind: 'reject' };

it.each<[Change, string, RegExp, string]>([
  [create, 'influx created', /pending approval/, 'Couldn’t create influx'],
  [tags, 'Tags of influx updated', /^$/, 'Couldn’t update the tags of influx'],
  [domainName, 'Domain name of influx updated', /^$/, 'Couldn’t update the domain name of influx'],
  [remove, 'influx deleted', /^$/, 'Couldn’t delete influx'],
  [refresh, 'Refresh finished', /up to date/, 'Couldn’t refresh'],
  [approve, 'influx approved', /applies the approval/, 'Couldn’t approve influx'],
  [reject, 'influx rejected', /applies the rejection/, 'Couldn’t reject influx'],
])('%j is told as "%s" %s', (change, title, detail, failed) => {
  expect(doneText(change)).toEqual([title, expect.stringMatching(detail)]);
  expect(failedTitle(change)).toBe(failed);
});

it.each<[string, Change, ReturnType<typeof sampleEndpoint> | undefined, boolean]>([
  ['a request', create, { ...endpoint, requestMessage: 'Other words. MPE-7K3M-X9QT' }, true],
  ['another’s request', create, { ...endpoint, requestMessage: 'MPE-0000-0000' }, false],
  ['a request that nobody took', create, undefined, false],
  ['tags', tags, endpoint, true],
  ['another value', tags, { ...endpoint, tags: { team: 'b' } }, false],
  ['others’ tags beside', tags, { ...endpoint, tags: { team: 'a', cost: 'b' } }, true],
  ['the tags of an endpoint that is gone', tags, undefined, false],
  ['the tags of another endpoint', tags, { ...endpoint, createdAt: '2026-01-01T00:00:00Z' }, false],
  ['a domain name', domainName, endpoint, true],
  ['another domain name', domainName, { ...endpoint, domainName: '' }, false],
  ['an endpoint that is gone', remove, undefined, true],
  ['an endpoint that goes', remove, { ...endpoint, provisioningState: 'Deleting' }, true],
  ['an endpoint that went', remove, { ...endpoint, provisioningState: 'Deleted' }, true],
  ['an endpoint that is there', remove, endpoint, false],
  ['another endpoint since', remove, { ...endpoint, createdAt: '2026-01-01T00:00:00Z' }, true],
  ['a refresh', refresh, undefined, false],
])('%s shows whether the change was made', (_, change, now, made) => {
  expect(isMade(change, now)).toBe(made);
});

it.each([
  [remove, 'azure_timeout', true],
  [remove, 'unreachable', true],
  [remove, 'azure_conflict', false],
  [remove, 'endpoint_exists', false],
  [create, 'azure_conflict', false],
  // It may be its own request that has the name.
  [create, 'endpoint_exists', true],
])('%j after %s is read before anything else: %s', (change, code, expected) => {
  expect(needsReading(change, code)).toBe(expected);
});

const asked = { ...endpoint, requestMessage: 'Kim asks. MPE-7K3M-X9QT' };
const replaced = { ...endpoint, createdAt: '2026-01-01T00:00:00Z' };

it.each<[string, Change, ReturnType<typeof sampleEndpoint> | undefined, RegExp]>([
  ['what was asked for', create, asked, /^$/],
  ['another’s endpoint', create, { ...asked, targetId: '/x' }, /at the same time/],
  ['another’s domain name', create, { ...asked, domainName: 'x.contoso.com' }, /at the same time/],
  ['nothing', create, undefined, /deleted/],
  ['the new tags', tags, endpoint, /^$/],
  ['tags of the endpoint that was created since', tags, replaced, /created again/],
  ['other tags', tags, { ...endpoint, tags: {} }, /something else/],
  ['another domain name', domainName, { ...endpoint, domainName: '' }, /something else/],
  ['an endpoint that the new name created again', domainName, replaced, /created again/],
  ['nothing to name', domainName, undefined, /deleted/],
  ['nothing', remove, undefined, /^$/],
  ['another’s endpoint after the deletion', remove, replaced, /^$/],
  ['the endpoint after the deletion', remove, endpoint, /still/],
  ['whatever', refresh, undefined, /^$/],
])('Azure is done and shows %s', (_, change, now, told) => {
  expect(describeDifference(change, now)).toMatch(told);
});

describe('a decision', () => {
  const connection = { id: connectionId.toUpperCase(), status: 'approved' };

  it.each<[string, Decision, Parameters<typeof isDecided>[1], boolean]>([
    ['an approval', approve, { grade: 'confirmed', connection }, true],
    ['a rejection', reject, { grade: 'confirmed', connection: { ...connection, status: 'Rejected' } }, true],
    ['another’s decision', reject, { grade: 'confirmed', connection }, false],
    ['nothing yet', approve, { grade: 'confirmed', connection: { ...connection, status: 'Pending' } }, false],
    ['a probable match', approve, { grade: 'probable', connection }, false],
    ['another connection', approve, { grade: 'confirmed', connection: { ...connection, id: '/c2' } }, false],
    ['no connection', approve, { grade: 'confirmed' }, false],
  ])('shows on the target: %s', (_, change, target, expected) => {
    expect(isDecided(change, target)).toBe(expected);
  });

  it('is told by the target alone', () => {
    for (const decision of [approve, reject]) {
      expect(isMade(decision, endpoint)).toBe(false);
      expect(describeDifference(decision, undefined)).toBe('');
    }
    expect(needsReading(approve, 'azure_timeout')).toBe(true);
    expect(needsReading(approve, 'request_decided')).toBe(false);
  });
});
