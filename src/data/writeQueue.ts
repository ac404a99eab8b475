import * as z from 'zod/mini';
import { failureSchema } from '../api/errors';
import { type Failure } from '../domain/failure';
import { enqueue, markConflict, type QueuedWrite } from '../domain/operations/writeQueue';
import { keptItems, type KeptItem } from './keptItems';
import { knownWorkspaceId } from './knownWorkspace';
import { timedId } from './newId';
import { commandSchema, replaces, type WriteCommand } from './writeCommand';

/** A change that waits for its turn, is being sent, or whose answer got lost. */
export interface WaitingWrite {
  write: QueuedWrite;
  command: WriteCommand;
  /** How often its answer got lost. */
  lost: number;
  /** Why Azure didn't take it yet; undefined when nothing went wrong. */
  failure?: Failure;
}

/** The queue of changes to a workspace, in the order of their ids. */
export const waitingWrites = keptItems<WaitingWrite>(
  'write',
  z.object({
    write: z.object({
      id: z.string(),
      kind: z.enum(['create', 'update', 'delete', 'refresh']),
      name: z.string(),
      state: z.enum(['waiting', 'started', 'unclear']),
      notBefore: z.number(),
      conflicts: z.number(),
    }),
    command: commandSchema,
    lost: z.number(),
    failure: z.optional(failureSchema),
  })
);

/**
 * Puts a change in line: it is sent when those before it are done, from one tab alone, and waits where Azure reports a
 * conflict. Returns its id, '' where the workspace isn't known.
 */
export function queueWrite(command: WriteCommand): string {
  const workspaceId = knownWorkspaceId();
  if (!workspaceId) {
    return '';
  }
  const same = waitingWrites
    .all(workspaceId)
    .find(({ value }) => value.write.state === 'waiting' && replaces(command, value.command));
  if (same) {
    waitingWrites.put(workspaceId, same.id, { ...same.value, command });
    return same.id;
  }
  const id = timedId();
  enqueue([], id, command.kind, command.name).forEach((write) =>
    waitingWrites.put(workspaceId, id, { write, command, lost: 0 })
  );
  return id;
}

/**
 * Puts a change in line that was sent and met somebody else's: it waits as long as Azure told. Returns its id, '' where
 * the workspace isn't known.
 */
export function queueAfterConflict(command: WriteCommand, failure: Failure): string {
  const workspaceId = knownWorkspaceId();
  const id = queueWrite(command);
  const value = waitingWrites.find(workspaceId, id);
  if (value) {
    noteFailure(workspaceId, { id, value }, failure);
    changeQueue(workspaceId, (queue) => markConflict(queue, id, failure.retryAfter ?? 0, Date.now()));
  }
  return id;
}

/** Takes a change out of the line; one that is being sent stays. */
export function cancelWrite(workspaceId: string, id: string): void {
  if (waitingWrites.find(workspaceId, id)?.write.state !== 'started') {
    waitingWrites.remove(workspaceId, id);
  }
}

/** Applies a step of the queue's rules to what is kept. */
export function changeQueue(workspaceId: string, step: (queue: QueuedWrite[]) => QueuedWrite[]): void {
  const before = waitingWrites.all(workspaceId);
  const after = new Map(step(before.map(({ value }) => value.write)).map((write) => [write.id, write]));
  before.forEach(({ id, value }) => put(workspaceId, id, value, after.get(id)));
}

/** Notes why a change wasn't taken. */
export function noteFailure(workspaceId: string, { id, value }: KeptItem<WaitingWrite>, failure: Failure): void {
  waitingWrites.put(workspaceId, id, { ...value, failure });
}

function put(workspaceId: string, id: string, item: WaitingWrite, write: QueuedWrite | undefined): void {
  if (!write) {
    waitingWrites.remove(workspaceId, id);
  } else if (write !== item.write) {
    waitingWrites.put(workspaceId, id, { ...item, write });
  }
}
