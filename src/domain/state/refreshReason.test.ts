import { refreshReason } from './refreshReason';
import { type EndpointStatus } from './status';

const rows = (...statuses: EndpointStatus[]) =>
  statuses.map((status, i) => ({ status, endpoint: { name: `${status}-${i}` } }));

it.each<[EndpointStatus[], string]>([
  [['waiting', 'approved', 'rejected'], ''],
  [
    ['approvedNotRefreshed'],
    'approvedNotRefreshed-0 is approved, but the managed network hasn’t been refreshed yet. Refresh it now.',
  ],
  [
    ['rejectedNotRefreshed', 'approvedNotRefreshed', 'approvedProbable'],
    '2 endpoints are approved or rejected, but the managed network hasn’t been refreshed yet. Refresh it now.',
  ],
  [['approvedProbable'], 'approvedProbable-0 is probably approved. Refresh to confirm.'],
  [['approvedProbable', 'rejectedProbable'], '2 endpoints are probably approved or rejected. Refresh to confirm.'],
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
    'approvedNotRefreshed-0 is approved, but the managed network hasn’t been refreshed yet. It’s refreshed automatically, or refresh now.',
  ],
  [
    ['approvedProbable', 'rejectedProbable'],
    '2 endpoints are probably approved or rejected. A refresh confirms it automatically, or refresh now.',
  ],
  [['approvedNoAddress'], 'approvedNoAddress-0 is approved, but has no private IP yet. Refresh to get it.'],
])('%j with one: %s', (statuses, text) => {
  expect(refreshReason(rows(...statuses), 'decided')).toBe(text);
});
