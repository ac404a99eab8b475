import { ageMs, durationText } from '../age';
import { type Endpoint } from '../endpoint';
import { paceText } from './pace';
import { type EndpointStatus } from './status';

/**
 * How long Azure has been creating or updating an endpoint, and how that compares; '' where it does neither, or doesn't
 * tell since when. A deletion leaves no time on the endpoint. `now` is in milliseconds since 1970.
 */
export function workingFor(status: EndpointStatus, endpoint: Endpoint, now: number): string {
  const elapsed = ageMs(endpoint.lastModifiedAt || endpoint.createdAt, now);
  return ['creating', 'updating'].includes(status) && elapsed !== undefined
    ? `In progress for ${durationText(elapsed)}. ${paceText(elapsed)}`
    : '';
}
