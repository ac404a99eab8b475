import { type EndpointStatus, isDeadEnd, needsRefresh, seemsDecided } from './status';

/** What an endpoint's status comes down to for someone who looks through a list. */
export type StateGroup = 'attention' | 'pending' | 'approved' | 'progress';

/** Every group with its name, in the order in which they are offered. */
export const stateGroups: Record<StateGroup, string> = {
  attention: 'Needs attention',
  pending: 'Pending',
  approved: 'Approved',
  progress: 'In progress',
};

/** The group of a status. */
export function stateGroup(status: EndpointStatus): StateGroup {
  switch (status) {
    case 'waiting':
      return 'pending';
    case 'approved':
      return 'approved';
    case 'creating':
    case 'updating':
    case 'deleting':
      return 'progress';
    default:
      return 'attention';
  }
}

/**
 * Where an endpoint stands among those that need someone: first what one refresh solves, then what can only be deleted,
 * then what nobody knows, then old requests, whose owner has to act; last what needs nobody.
 * @param need what a person has to do about it (`needOf`)
 */
export function needRank(status: EndpointStatus, need: string): 0 | 1 | 2 | 3 | 4 {
  if (isDeadEnd(status)) {
    return 1;
  }
  if (needsRefresh(status) || seemsDecided(status)) {
    return 0;
  }
  return status === 'unknown' ? 2 : need ? 3 : 4;
}
