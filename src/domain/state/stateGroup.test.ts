import { needRank, stateGroup, type StateGroup, stateGroups } from './stateGroup';
import { type EndpointStatus, endpointStatuses } from './status';

it('puts each status into the group that tells what to do about it', () => {
  const inGroup = (group: StateGroup) => endpointStatuses.filter((status) => stateGroup(status) === group);
  expect(inGroup('pending')).toEqual(['waiting']);
  expect(inGroup('approved')).toEqual(['approved']);
  expect(inGroup('progress')).toEqual(['creating', 'updating', 'deleting']);
  expect(inGroup('attention')).toHaveLength(endpointStatuses.length - 5);
  expect(Object.keys(stateGroups)).toEqual(['attention', 'pending', 'approved', 'progress']);
});

it.each<[EndpointStatus, string, number]>([
  ['approvedNotRefreshed', 'Refresh', 0],
  ['approvedProbable', 'Refresh to confirm', 0],
  ['approvedNoAddress', 'Refresh to get the private IP', 0],
  ['rejectedNotRefreshed', 'Delete or request again', 1],
  ['failed', 'Delete or request again', 1],
  ['unknown', '', 2],
  ['waiting', 'Waiting for 3 days: remind the owner', 3],
  ['waiting', '', 4],
  ['approved', '', 4],
  ['creating', '', 4],
])('%s with the need "%s" has rank %i', (status, need, rank) => {
  expect(needRank(status, need)).toBe(rank);
});
