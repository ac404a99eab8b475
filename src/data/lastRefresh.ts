import { agoText, durationText } from '../domain/age';
import { type FollowedOperation } from './operations';

/** Tells the last refresh that was started in this browser and how it ended; '' for none. */
export function tellLastRefresh(last: FollowedOperation | undefined, now: number): string {
  if (!last) {
    return '';
  }
  const who = last.byItself ? 'by itself' : 'by hand';
  const start = `Last refresh started here: ${agoText(last.startedAt, Math.max(now, last.startedAt))}, ${who}.`;
  switch (last.status) {
    case 'running':
      return `${start} It is running.`;
    case 'succeeded':
      return `${start} It succeeded after ${durationText((last.finishedAt ?? now) - last.startedAt)}.`;
    default:
      return `${start} It failed: ${last.failure || 'Azure gave no reason.'}`;
  }
}
