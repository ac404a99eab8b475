import { type Activity } from '../activity';
import { agoText } from '../age';
import { type OperationProgress } from '../changes/operation';
import { type Following } from '../following';

/** What Azure's activity log says of refreshes. */
export interface RefreshLog {
  /** The changes of the workspace, newest first; undefined where they weren't read. */
  activity: readonly Activity[] | undefined;
  /** True where the identity may not read it. */
  isForbidden: boolean;
}

/** When the last refresh was started, by whom, how it went, and whether it starts on its own. `now` is in milliseconds since 1970. */
export function refreshText(
  refresh: Following['refresh'] | undefined,
  progress: OperationProgress | undefined,
  now: number,
  log?: RefreshLog
): string {
  return refresh ? [lastRefreshText(refresh, progress, now, log), automaticText(refresh)].join(' ') : '';
}

/** When the last refresh was started, by whom and how it went. `now` is in milliseconds since 1970. */
export function lastRefreshText(
  refresh: Following['refresh'] | undefined,
  progress: OperationProgress | undefined,
  now: number,
  log: RefreshLog | undefined
): string {
  if (!refresh) {
    return '';
  }
  const startedAt = Date.parse(refresh.lastStartedAt ?? '');
  const logged = log?.activity?.find(({ what, outcome }) => what === 'refreshed' && outcome !== 'failed');
  // Started here, it is known sooner and better than from the log, which has it under a time of its own.
  if (logged && !(startedAt > Date.parse(logged.time) - clocksApart)) {
    const when = agoText(Date.parse(logged.time), now);
    return `Last refresh: ${[when, byText(logged)].filter(Boolean).join(' ')}.`;
  }
  if (Number.isNaN(startedAt)) {
    return log?.isForbidden
      ? 'Last refresh: unknown, because the identity can’t read the activity log.'
      : 'Last refresh: unknown.';
  }
  return startedText(startedAt, refresh.because, progress, now);
}

function startedText(
  startedAt: number,
  because: Following['refresh']['because'],
  progress: OperationProgress | undefined,
  now: number
) {
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

const clocksApart = 2 * 60_000;

/** Who did it: the plugin's own identity, someone, or an application, which Azure names by an ID; '' where nobody knows. */
export function byText({ own, who }: Pick<Activity, 'own' | 'who'>): string {
  if (own) {
    return 'by this plugin';
  }
  return /^[\da-f-]{36}$/i.test(who) ? `by an application (${who.slice(0, 8)}…)` : who && `by ${who}`;
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
