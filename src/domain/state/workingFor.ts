import { ageMs, durationText } from '../age';
import { type Endpoint } from '../endpoint';
import { type EndpointStatus } from './status';

/**
 * How many milliseconds Azure has been creating or updating an endpoint; undefined where it does neither, or doesn't tell since
 * when. A deletion leaves no time on the endpoint. `now` is in milliseconds since 1970.
 */
export function workingSince(status: EndpointStatus, endpoint: Endpoint, now: number): number | undefined {
  return ['creating', 'updating'].includes(status)
    ? ageMs(endpoint.lastModifiedAt || endpoint.createdAt, now)
    : undefined;
}

/** How long that is, and how it compares; '' where it isn't known. */
export function workingFor(...args: Parameters<typeof workingSince>): string {
  const elapsed = workingSince(...args);
  return elapsed === undefined ? '' : `${elapsedText(elapsed)}. ${paceText(elapsed)}`;
}

/** How long that is, without a comparison. */
export const elapsedText = (elapsed: number) => `In progress for ${durationText(elapsed)}`;

const quick = 5 * 60_000;
// Others allow 30 minutes before they give up (azurerm's timeouts); Azure promises no time.
const unusual = 30 * 60_000;

/** True where Azure works longer on something than it does as a rule. `elapsed` is in milliseconds. */
export function isUnusual(elapsed: number): boolean {
  return elapsed > unusual;
}

/** How the time that Azure has worked on something compares with others. `elapsed` is in milliseconds. */
export function paceText(elapsed: number): string {
  if (isUnusual(elapsed)) {
    return 'This is much longer than usual. It may still succeed. See the Azure activity log for details.';
  }
  return elapsed > quick ? 'This can take up to half an hour.' : 'This usually takes a few minutes.';
}
