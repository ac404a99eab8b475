import { type Endpoint } from '../endpoint';

/** One event of Azure's activity log as the backend answers it; '' where Azure said nothing. */
export interface ActivityEvent {
  /** RFC 3339. */
  time: string;
  /** A mail address, or the object ID of an application. */
  caller: string;
  /** True for what the plugin's own identity did; a managed identity isn't recognized. */
  own: boolean;
  /** A resource provider operation, such as Microsoft.Dashboard/grafana/managedPrivateEndpoints/write. */
  operation: string;
  /** Name of the endpoint; '' for the workspace itself. */
  endpoint: string;
  /** Started, Accepted, Succeeded, Failed, and maybe others. */
  status: string;
  /** The HTTP status in words, such as Created. */
  subStatus: string;
  /** Why it failed. */
  reason: string;
  /** The same for all events of one change. */
  correlationId: string;
}

/** What was read of the activity log. */
export interface ActivityLog {
  events: ActivityEvent[];
  /** The beginning of what was searched, RFC 3339. */
  since: string;
  /** False where there is more between `since` and now than was read. */
  complete: boolean;
}

/** One change of a workspace's endpoints, made of all its events. */
export interface Activity {
  what: 'created' | 'updated' | 'deleted' | 'refreshed';
  /** Name of the endpoint; undefined for the workspace, as for a refresh. */
  endpoint: string | undefined;
  /** Started: its end isn't in the log, or not yet, as events arrive after minutes. */
  outcome: 'started' | 'succeeded' | 'failed';
  /** When it began; RFC 3339. */
  time: string;
  /** When it ended; undefined while it is only started. */
  endedAt: string | undefined;
  /** A mail address, or the object ID of an application; '' where nobody says. */
  who: string;
  /** True for what the plugin's own identity did. */
  own: boolean;
  /** Why it failed, else ''. */
  reason: string;
  correlationId: string;
}

type Known = Pick<Endpoint, 'name' | 'createdAt'>;

/** Azure stamps an endpoint and its events apart, so their times differ by moments. */
const apart = 2 * 60_000;

/**
 * The changes that a log tells of, newest first.
 * @param endpoints those that exist now: the log itself doesn't always say whether a write created its endpoint or updated it
 */
export function activityOf(events: readonly ActivityEvent[], endpoints: readonly Known[]): Activity[] {
  const groups = groupEvents(events);
  const all: Activity[] = [];
  const exists = new Map<string, boolean>();
  for (const group of groups) {
    const kind = kindOf(group[0].operation);
    if (!kind) {
      continue;
    }
    const key = group[0].endpoint.toLowerCase();
    const isNew = kind === 'written' && isCreation(group, exists.get(key), endpoints);
    const what = kind === 'written' ? (isNew ? 'created' : 'updated') : kind;
    const activity = toActivity(group, what);
    if (activity.outcome === 'succeeded' && key !== '') {
      exists.set(key, what !== 'deleted');
    }
    all.push(activity);
  }
  return all.reverse();
}

type Group = [ActivityEvent, ...ActivityEvent[]];

/** The events of each change, oldest first. Changes of one deployment have one correlation ID. */
function groupEvents(events: readonly ActivityEvent[]): Group[] {
  const byChange = new Map<string, Group>();
  const inOrder = [...events].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  for (const [index, event] of inOrder.entries()) {
    const change = [event.correlationId || index, event.operation, event.endpoint].join('\n').toLowerCase();
    const group = byChange.get(change);
    if (group) {
      group.push(event);
    } else {
      byChange.set(change, [event]);
    }
  }
  return [...byChange.values()];
}

/** How Azure names the refresh isn't documented; it is the one action on endpoints that isn't a write or a deletion. */
function kindOf(operation: string): 'written' | 'deleted' | 'refreshed' | undefined {
  const lower = operation.toLowerCase();
  if (lower.endsWith('/managedprivateendpoints/write')) {
    return 'written';
  }
  if (lower.endsWith('/managedprivateendpoints/delete')) {
    return 'deleted';
  }
  const isRefresh =
    lower.includes('refreshmanagedprivateendpoints') || lower.endsWith('/managedprivateendpoints/action');
  return isRefresh ? 'refreshed' : undefined;
}

function isCreation(group: Group, existed: boolean | undefined, endpoints: readonly Known[]): boolean {
  const answers = group.map(({ subStatus }) => subStatus.toLowerCase());
  if (answers.includes('created')) {
    return true;
  }
  if (answers.includes('ok')) {
    return false;
  }
  if (existed !== undefined) {
    return !existed;
  }
  const [{ endpoint, time }] = group;
  const now = endpoints.find(({ name }) => name.toLowerCase() === endpoint.toLowerCase());
  return !(now && Date.parse(now.createdAt) < Date.parse(time) - apart);
}

function toActivity(group: Group, what: Activity['what']): Activity {
  const [first] = group;
  const failed = group.find(({ status }) => /^(failed|canceled)$/i.test(status));
  const succeeded = group.find(({ status }) => /^succeeded$/i.test(status));
  const end = failed ?? succeeded;
  return {
    what,
    endpoint: first.endpoint || undefined,
    outcome: failed ? 'failed' : succeeded ? 'succeeded' : 'started',
    time: first.time,
    endedAt: end?.time,
    who: group.find(({ caller }) => caller !== '')?.caller ?? '',
    own: group.some(({ own }) => own),
    reason: group.find(({ reason }) => reason !== '')?.reason ?? '',
    correlationId: first.correlationId,
  };
}
