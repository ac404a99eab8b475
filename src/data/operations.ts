import * as z from 'zod/mini';
import { failureSchema } from '../api/errors';
import { operationSchema } from '../api/operations';
import { type Failure } from '../domain/failure';
import { type Operation, trackOperation as startTracking, type TrackedOperation } from '../domain/operations/operation';
import { keptItems } from './keptItems';
import { knownWorkspaceId } from './knownWorkspace';
import { timedId } from './newId';
import { changeSchema, type WriteCommand } from './writeCommand';

/** An operation that this browser follows, or followed. */
export interface FollowedOperation extends TrackedOperation {
  /** Why it ended badly, whole; undefined otherwise. */
  error?: Failure;
  /** What an update wrote, so that it can be compared with what Azure says afterwards. */
  wrote?: z.infer<typeof changeSchema>;
  /** Set on a refresh that nobody pressed a button for. */
  byItself?: boolean;
  /** Why it started by itself, as a sentence. */
  cause?: string;
  /** Its end was seen and put away. */
  dismissed?: boolean;
}

/** The operations that were started here, by id; all tabs see the same. */
export const operations = keptItems<FollowedOperation>(
  'operation',
  z.object({
    ...operationSchema.shape,
    status: z.enum(['running', 'succeeded', 'failed', 'canceled']),
    startedAt: z.number(),
    // JSON has no undefined: a missing time means that it runs.
    finishedAt: z.pipe(
      z.nullish(z.number()),
      z.transform((value) => value ?? undefined)
    ),
    failure: z.string(),
    error: z.optional(failureSchema),
    wrote: z.optional(changeSchema),
    byItself: z.optional(z.boolean()),
    cause: z.optional(z.string()),
    dismissed: z.optional(z.boolean()),
  })
);

/**
 * Follows an operation that the backend answered: its progress shows on every page and in every tab, also after a
 * reload. Does nothing where the workspace isn't known.
 */
export function trackOperation(operation: Operation): void {
  addOperation(knownWorkspaceId(), operation, undefined);
}

/** Follows what a command of the queue started. */
export function addOperation(workspaceId: string, operation: Operation, command: WriteCommand | undefined): void {
  putOperation(workspaceId, {
    ...startTracking(operation, Date.now()),
    wrote: command?.kind === 'update' ? command.change : undefined,
    byItself: command?.kind === 'refresh' ? command.byItself : undefined,
    cause: command?.kind === 'refresh' ? command.cause : undefined,
  });
  forgetOldest(workspaceId);
}

/** Keeps an operation under an id of its own. */
export function putOperation(workspaceId: string, operation: FollowedOperation): void {
  operations.put(workspaceId, timedId(), operation);
}

/** What tells of an operation also tells of those before it: the same change of the same field of the same endpoint. */
export function sortOf({ kind, name, wrote }: FollowedOperation): string {
  return [kind, name.toLowerCase(), wrote && Object.keys(wrote).join()].join(' ');
}

/** Puts the end of an operation away, and of those that it tells of too. */
export function dismissOperation(workspaceId: string, id: string): void {
  const operation = operations.find(workspaceId, id);
  operations
    .all(workspaceId)
    .filter(({ value }) => operation && value.status !== 'running' && sortOf(value) === sortOf(operation))
    .forEach((one) => operations.put(workspaceId, one.id, { ...one.value, dismissed: true }));
}

/** Operations that still run, oldest first. */
export function runningOperations(workspaceId: string) {
  return operations.all(workspaceId).filter(({ value }) => value.status === 'running');
}

const finishedToKeep = 40;

function forgetOldest(workspaceId: string): void {
  const finished = operations.all(workspaceId).filter(({ value }) => value.status !== 'running');
  finished.slice(0, -finishedToKeep).forEach(({ id }) => operations.remove(workspaceId, id));
}
