import { createHash, randomUUID } from 'node:crypto';
import { type Context } from './context';
import { type Identity } from './identities';
import { type Operation, type World } from './state';

/** Who asked for a change, as the activity log names them. */
export interface Caller {
  /** A mail address, or the object ID of an application. */
  name: string;
  /** The client ID of an application. */
  appId?: string;
}

/** A change that the activity log tells of. */
export interface LoggedChange {
  /** The resource provider operation, such as Microsoft.Dashboard/grafana/managedPrivateEndpoints/write. */
  action: string;
  by: Caller;
  correlationId: string;
}

/** One event of the activity log. */
export interface ActivityEvent extends LoggedChange {
  resourceId: string;
  status: 'Started' | 'Accepted' | 'Succeeded' | 'Failed';
  /** The HTTP status in words, where there is one. */
  subStatus: string;
  /** What went wrong. */
  error?: { code: string; message: string };
  /** Milliseconds since 1970. */
  at: number;
  id: string;
}

const callerOf = ({ objectId, clientId }: Identity): Caller => ({ name: objectId, appId: clientId });

/** A change that begins now. */
export const loggedChange = (action: string, identity: Identity): LoggedChange => ({
  action,
  by: callerOf(identity),
  correlationId: randomUUID(),
});

const words: Record<number, string> = { 200: 'OK', 201: 'Created', 202: 'Accepted' };

/** A write that was accepted is two events. */
export function logAccepted({ clock, world }: Context, operation: Operation, status: number): void {
  log(world, operation, clock.now(), 'Started', '');
  log(world, operation, clock.now(), 'Accepted', words[status] ?? '');
}

/** The end of an operation is another one. */
export function logEnd(world: World, operation: Operation): void {
  log(world, operation, operation.due, operation.outcome.status === 'Succeeded' ? 'Succeeded' : 'Failed', '');
}

function log(
  world: World,
  { activity, resourceId, outcome }: Operation,
  at: number,
  status: ActivityEvent['status'],
  subStatus: string
): void {
  if (activity) {
    const error = status === 'Failed' && outcome.status !== 'Succeeded' ? outcome.error : undefined;
    world.activity.push({ ...activity, resourceId, status, subStatus, at, error, id: randomUUID() });
  }
}

/** An ID that is the same each time, for events of the demonstration. */
export function fixedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
