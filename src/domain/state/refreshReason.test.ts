import { refreshReason } from './refreshReason';
import { type EndpointStatus } from './status';

const rows = (...statuses: EndpointStatus[]) =>
  statuses.map((status, i) => ({ status, endpoint: { name: `${status}-${i}` } }));

it.each<[EndpointStatus[], string]>([
  [['waiting', 'approved', 'rejected'], ''],
  [['approvedNotRefreshed'], 'approvedNotRefreshed-0 has a decision that isn’t active yet. Refresh to apply it.'],
  [
    ['rejectedNotRefreshed', 'approvedNotRefreshed', 'approvedProbable'],
    '2 endpoints have decisions that aren’t active yet. Refresh to apply them.',
  ],
  [['approvedProbable'], 'approvedProbable-0 probably has a decision. Refresh to confirm it.'],
  [['approvedProbable', 'rejectedProbable'], '2 endpoints probably have decisions. Refresh to confirm them.'],
  [['approvedNoAddress'], 'approvedNoAddress-0 is approved, but has no private IP yet. Refresh to get it.'],
  [
    ['approvedNoAddress', 'approvedNoAddress'],
    '2 endpoints are approved, but have no private IP yet. Refresh to get them.',
  ],
])('%j without an automatic refresh: %s', (statuses, text) => {
  expect(refreshReason(rows(...statuses), 'off')).toBe(text);
  expect(refreshReason(rows(...statuses), undefined)).toBe(text);
});

it.each<[EndpointStatus[], string]>([
  [
    ['approvedNotRefreshed'],
    'approvedNotRefreshed-0 has a decision that isn’t active yet. It’s applied automatically, or refresh now.',
  ],
  [
    ['approvedProbable', 'rejectedProbable'],
    '2 endpoints probably have decisions. They’re confirmed automatically, or refresh now.',
  ],
  [['approvedNoAddress'], 'approvedNoAddress-0 is approved, but has no private IP yet. Refresh to get it.'],
])('%j with one: %s', (statuses, text) => {
  expect(refreshReason(rows(...statuses), 'decided')).toBe(text);
});
