import { kindOfTarget } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';

/**
 * The one status an endpoint is told and filtered by. It joins the write (provisioning state), the owner's decision as
 * the workspace knows it (connection state) and, where the target can be read, the owner's decision itself.
 */
export type EndpointStatus =
  | 'creating'
  | 'updating'
  | 'deleting'
  | 'failed'
  | 'waiting'
  | 'approvedProbable'
  | 'rejectedProbable'
  | 'disconnectedProbable'
  | 'approvedNotRefreshed'
  | 'rejectedNotRefreshed'
  | 'disconnectedNotRefreshed'
  | 'approvedNoAddress'
  | 'approved'
  | 'rejected'
  | 'disconnected'
  | 'unknown';

/** Every status, in the order in which a list of states is offered. */
export const endpointStatuses: readonly EndpointStatus[] = [
  'waiting',
  'approvedProbable',
  'rejectedProbable',
  'disconnectedProbable',
  'approvedNotRefreshed',
  'rejectedNotRefreshed',
  'disconnectedNotRefreshed',
  'approvedNoAddress',
  'approved',
  'rejected',
  'disconnected',
  'failed',
  'creating',
  'updating',
  'deleting',
  'unknown',
];

/** How sure it is that a connection on the target is this endpoint's. The backend grades it. */
export type MatchGrade = 'confirmed' | 'probable' | 'unknown';

/** The target's own view of the connection. */
export interface TargetView {
  /** Pending, Approved, Rejected, Disconnected; '' when nothing was found. */
  status: string;
  description: string;
  grade: MatchGrade;
}

/** What a status is worked out from. */
type Told = Pick<Endpoint, 'provisioningState' | 'connectionState' | 'targetId' | 'privateIp'>;

/** Combines an endpoint's truths to one status. Values nobody has heard of give `unknown` and are shown as they are. */
export function statusOf(endpoint: Told, view?: TargetView): EndpointStatus {
  const write = writeStatus(endpoint);
  if (write) {
    return write;
  }
  const own = connectionStatus(endpoint.connectionState);
  const theirs = view && view.grade !== 'unknown' ? connectionStatus(view.status) : 'unknown';
  if (own !== theirs && theirs !== 'unknown' && theirs !== 'waiting') {
    return view?.grade === 'confirmed' ? `${theirs}NotRefreshed` : `${theirs}Probable`;
  }
  return own === 'approved' && needsPrivateIp(endpoint) && !endpoint.privateIp ? 'approvedNoAddress' : own;
}

/**
 * True when data sources may use the endpoint: provisioning Succeeded (or absent), the workspace's own view says
 * Approved and, for a private link service, a private IP is there (design §5).
 */
export function isEndpointReady(endpoint: Endpoint): boolean {
  const written = ['', 'succeeded'].includes(endpoint.provisioningState.toLowerCase());
  const approved = connectionStatus(endpoint.connectionState) === 'approved';
  return written && approved && (!needsPrivateIp(endpoint) || endpoint.privateIp !== '');
}

/** True while a write is under way, so that the answer will change automatically. */
export function isSettling(endpoint: Endpoint): boolean {
  const settling: Array<EndpointStatus | undefined> = ['creating', 'updating', 'deleting'];
  return settling.includes(writeStatus(endpoint));
}

/** True while the owner's decision, or the private IP that follows it, is awaited. */
export function isAwaited(endpoint: Endpoint): boolean {
  return ['waiting', 'approvedNoAddress'].includes(statusOf(endpoint));
}

/** True when the owner's decision is known for certain and the workspace hasn't taken it over. */
export function needsRefresh(status: EndpointStatus): boolean {
  return status.endsWith('NotRefreshed') || status === 'approvedNoAddress';
}

/** True when the owner's decision is likely known, and only a refresh shows whether it is this endpoint's. */
export function seemsDecided(status: EndpointStatus): boolean {
  return status.endsWith('Probable');
}

/** True in a state that only a new request leads out of. */
export function isDeadEnd(status: EndpointStatus): boolean {
  return ['failed', 'rejected', 'rejectedNotRefreshed', 'disconnected', 'disconnectedNotRefreshed'].includes(status);
}

/** True where an endpoint will not be ready any more: also while it is being deleted. */
export function isPast(status: EndpointStatus): boolean {
  return isDeadEnd(status) || status === 'deleting';
}

function writeStatus(endpoint: Told): EndpointStatus | undefined {
  switch (endpoint.provisioningState.toLowerCase()) {
    case '':
    case 'succeeded':
      return undefined;
    case 'accepted':
      // Azure says Accepted for a new write of either sort; only an older endpoint has a connection already.
      return endpoint.connectionState ? 'updating' : 'creating';
    case 'creating':
      return 'creating';
    case 'updating':
      return 'updating';
    case 'deleting':
    case 'deleted':
      return 'deleting';
    case 'failed':
    case 'canceled':
      return 'failed';
    default:
      return 'unknown';
  }
}

function connectionStatus(state: string): 'waiting' | 'approved' | 'rejected' | 'disconnected' | 'unknown' {
  switch (state.toLowerCase()) {
    case 'pending':
      return 'waiting';
    case 'approved':
      return 'approved';
    case 'rejected':
      return 'rejected';
    case 'disconnected':
      return 'disconnected';
    default:
      return 'unknown';
  }
}

// A private link service without a registered name is reached by this address alone; others by their public name.
function needsPrivateIp(endpoint: Told): boolean {
  return kindOfTarget(endpoint.targetId)?.key === 'privateLinkService';
}
