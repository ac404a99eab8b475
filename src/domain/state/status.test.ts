import fc from 'fast-check';
import cases from '../../../testdata/cases/statuses.json';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import {
  endpointStatuses,
  isAwaited,
  isDeadEnd,
  isSettling,
  isEndpointReady,
  needsRefresh,
  seemsDecided,
  statusOf,
  type TargetView,
} from './status';
import { stateWords } from './stateWords';

const sqlTarget = sampleTargetId('microsoft.sql/Servers', 'orders');
const view = (status: string, grade: TargetView['grade'] = 'confirmed'): TargetView => ({
  status,
  description: '',
  grade,
});

describe('statusOf', () => {
  it.each([
    ['Accepted', '', 'creating'],
    ['Accepted', 'Approved', 'updating'],
    ['Creating', '', 'creating'],
    ['Updating', 'Approved', 'updating'],
    ['Deleting', 'Approved', 'deleting'],
    ['Deleted', '', 'deleting'],
    ['Failed', 'Approved', 'failed'],
    ['Canceled', '', 'failed'],
    ['Succeeded', 'Pending', 'waiting'],
    ['succeeded', 'APPROVED', 'approved'],
    ['', 'Approved', 'approved'],
    ['Succeeded', 'Rejected', 'rejected'],
    ['Succeeded', 'Disconnected', 'disconnected'],
    ['Succeeded', 'Frozen', 'unknown'],
    ['Succeeded', '', 'unknown'],
    ['NotSpecified', 'Approved', 'unknown'],
  ])('%j with %j is %s', (provisioningState, connectionState, expected) => {
    expect(statusOf(sampleEndpoint({ provisioningState, connectionState, targetId: sqlTarget }))).toBe(expected);
  });

  it.each([
    ['Pending', view('Approved'), 'approvedNotRefreshed'],
    ['Pending', view('Rejected'), 'rejectedNotRefreshed'],
    ['Approved', view('Disconnected'), 'disconnectedNotRefreshed'],
    ['Rejected', view('Approved'), 'approvedNotRefreshed'],
    ['Pending', view('Pending'), 'waiting'],
    ['Approved', view('Approved'), 'approved'],
    ['Approved', view('Pending'), 'approved'],
    ['Pending', view('Approved', 'probable'), 'approvedProbable'],
    ['Pending', view('Rejected', 'probable'), 'rejectedProbable'],
    ['Approved', view('Disconnected', 'probable'), 'disconnectedProbable'],
    ['Pending', view('Pending', 'probable'), 'waiting'],
    ['Pending', view('', 'unknown'), 'waiting'],
    ['Pending', view('Frozen'), 'waiting'],
  ])('the workspace says %s and the target %j: %s', (connectionState, targetView, expected) => {
    expect(statusOf(sampleEndpoint({ connectionState }), targetView)).toBe(expected);
  });

  it('a private link service without an IP has no address yet, another target needs none', () => {
    expect(statusOf(sampleEndpoint({ privateIp: '' }))).toBe('approvedNoAddress');
    expect(statusOf(sampleEndpoint({ privateIp: '', connectionState: 'Pending' }))).toBe('waiting');
    expect(statusOf(sampleEndpoint({ privateIp: '', targetId: sqlTarget }))).toBe('approved');
  });

  it('knows an answer for anything Azure says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (provisioningState, connectionState, status) => {
        const endpoint = sampleEndpoint({ provisioningState, connectionState });
        expect(endpointStatuses).toContain(statusOf(endpoint, view(status)));
      })
    );
  });
});

describe('isEndpointReady', () => {
  it.each([
    [{}, true],
    [{ provisioningState: '' }, true],
    [{ provisioningState: 'Updating' }, false],
    [{ provisioningState: 'NotSpecified' }, false],
    [{ connectionState: 'Pending' }, false],
    [{ privateIp: '' }, false],
    [{ privateIp: '', targetId: sqlTarget }, true],
  ])('with %j: %s', (fields, expected) => {
    expect(isEndpointReady(sampleEndpoint(fields))).toBe(expected);
  });
});

it('isSettling while Azure works', () => {
  expect(isSettling(sampleEndpoint({ provisioningState: 'Updating' }))).toBe(true);
  expect(isSettling(sampleEndpoint({ provisioningState: 'Failed' }))).toBe(false);
  expect(isSettling(sampleEndpoint())).toBe(false);
});

it.each([
  [{ connectionState: 'Pending' }, true],
  [{ privateIp: '' }, true],
  [{}, false],
  [{ connectionState: 'Rejected' }, false],
])('isAwaited with %j: %s', (fields, expected) => {
  expect(isAwaited(sampleEndpoint(fields))).toBe(expected);
});

it('isDeadEnd where only a new request helps', () => {
  expect(endpointStatuses.filter(isDeadEnd)).toEqual([
    'rejectedNotRefreshed',
    'disconnectedNotRefreshed',
    'rejected',
    'disconnected',
    'failed',
  ]);
});

it('needsRefresh for decisions that were not taken over', () => {
  expect(endpointStatuses.filter(needsRefresh)).toEqual([
    'approvedNotRefreshed',
    'rejectedNotRefreshed',
    'disconnectedNotRefreshed',
    'approvedNoAddress',
  ]);
});

it('seemsDecided for decisions that only a refresh can confirm, and nothing is certain about them', () => {
  const likely = endpointStatuses.filter(seemsDecided);
  expect(likely).toEqual(['approvedProbable', 'rejectedProbable', 'disconnectedProbable']);
  expect(likely.filter(needsRefresh)).toEqual([]);
});

it.each(cases)('says what the backend says: $label for $provisioningState, $connectionState', (one) => {
  const { provisioningState, connectionState, targetId, privateIp, view: seen, status, label } = one;
  const endpoint = sampleEndpoint({ provisioningState, connectionState, targetId, privateIp });
  const theirs = seen && view(seen.status, seen.grade as TargetView['grade']);
  expect(statusOf(endpoint, theirs)).toBe(status);
  expect(stateWords(statusOf(endpoint, theirs), endpoint).label).toBe(label);
});
