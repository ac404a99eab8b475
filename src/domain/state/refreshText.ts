import { agoText } from '../age';
import { type OperationProgress } from '../changes/operation';
import { type Following } from '../following';

/** When the last refresh was started here, how it went, and whether it starts on its own. `now` is in milliseconds since 1970. */
export function refreshText(
  refresh: Following['refresh'] | undefined,
  progress: OperationProgress | undefined,
  now: number
): string {
  return refresh ? [lastText(refresh, progress, now), automaticText(refresh)].join(' ') : '';
}

function lastText(
  { lastStartedAt = '', because }: Following['refresh'],
  progress: OperationProgress | undefined,
  now: number
) {
  const startedAt = Date.parse(lastStartedAt);
  if (Number.isNaN(startedAt)) {
    return 'Last refresh: unknown.';
  }
  const decided = because.map(({ name, decision }) => `${name} was ${decision.toLowerCase()}`).join(' and ');
  const start = `Last refresh: ${agoText(startedAt, Math.max(now, startedAt))}${decided && `, because ${decided}`}.`;
  switch (progress?.status) {
    case 'running':
      return `${start} It is in progress.`;
    case 'failed':
    case 'canceled':
      return `${start} It failed: ${sentence(progress.error?.cause || progress.error?.message || 'Azure gave no reason')}`;
    default:
      return start;
  }
}

function automaticText({ automatic, error }: Following['refresh']): string {
  if (error) {
    return `Couldn’t refresh automatically. ${error.message}`;
  }
  return {
    off: 'Automatic refresh is off.',
    decided: 'Refreshes automatically after approval while this page is open.',
    pending:
      'Refreshes automatically after approval, and periodically while a request is pending, as long as this page is open.',
  }[automatic];
}

/** Azure's words may end in any way. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
