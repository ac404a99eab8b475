import { ageMs, durationText } from '../age';
import { type Endpoint } from '../endpoint';
import { type EndpointStatus } from './status';

/** A request is old after this many milliseconds, 3 days: its owner may have lost sight of it. */
export const oldRequest = 3 * 86_400_000;

const orders: Partial<Record<EndpointStatus, string>> = {
  approvedProbable: 'Refresh to confirm',
  rejectedProbable: 'Refresh to confirm',
  disconnectedProbable: 'Refresh to confirm',
  approvedNotRefreshed: 'Refresh',
  approvedNoAddress: 'Refresh to get the private IP',
  rejected: 'Delete or request again',
  rejectedNotRefreshed: 'Delete or request again',
  disconnected: 'Delete or request again',
  disconnectedNotRefreshed: 'Delete or request again',
  failed: 'Delete or request again',
};

/**
 * What someone who looks after the workspace has to do about an endpoint, as a short order; '' where it is in order or
 * the turn is another's. `now` is in milliseconds since 1970.
 */
export function needOf(status: EndpointStatus, endpoint: Endpoint, now: number): string {
  const waiting = status === 'waiting' ? (ageMs(endpoint.createdAt, now) ?? 0) : 0;
  return waiting >= oldRequest ? `Waiting for ${durationText(waiting)}: remind the owner` : (orders[status] ?? '');
}
