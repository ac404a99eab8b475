import { type OperationKind } from './operation';

/** A write that waits for its turn. Azure takes one write to a workspace at a time and refuses others with a conflict. */
export interface QueuedWrite {
  /** Unique in the queue. */
  id: string;
  kind: OperationKind;
  /** Name of the endpoint; '' for a refresh. */
  name: string;
  /** `waiting` for its turn, `started` here, `unclear` when the answer got lost: then comes a read before any retry. */
  state: 'waiting' | 'started' | 'unclear';
  /** Milliseconds since 1970 before which it may not be tried again; 0 for no limit. */
  notBefore: number;
  /** How often Azure refused it because of somebody else's write. */
  conflicts: number;
}

/** What can be done now, and why not more. */
export type NextStep =
  | { do: 'nothing'; reason: string }
  | { do: 'wait'; until: number; reason: string }
  | { do: 'start'; write: QueuedWrite }
  | { do: 'read'; write: QueuedWrite };

// Fifteen seconds to two minutes between tries works for others.
const firstWait = 15_000;
const longestWait = 120_000;

/** Adds a write, unless the same one waits already: two refreshes do no more than one. */
export function enqueue(queue: readonly QueuedWrite[], id: string, kind: OperationKind, name: string): QueuedWrite[] {
  const waits = queue.some((write) => write.state === 'waiting' && write.kind === kind && write.name === name);
  return waits ? [...queue] : [...queue, { id, kind, name, state: 'waiting', notBefore: 0, conflicts: 0 }];
}

/**
 * The next step: one write at a time, in order, and not while an operation of ours still runs.
 * @param runningTitle what runs on the workspace now ("Creating influx"); '' when nothing that we know of does
 */
export function nextStep(queue: readonly QueuedWrite[], runningTitle: string, now: number): NextStep {
  const unclear = queue.find((write) => write.state === 'unclear');
  if (unclear) {
    return { do: 'read', write: unclear };
  }
  const first = queue[0];
  if (!first) {
    return { do: 'nothing', reason: '' };
  }
  if (first.state === 'started') {
    return { do: 'nothing', reason: 'A change was just sent to Azure.' };
  }
  if (runningTitle) {
    return {
      do: 'nothing',
      reason: `Waiting for Azure to finish: ${runningTitle}. A workspace takes one change at a time.`,
    };
  }
  return first.notBefore > now
    ? {
        do: 'wait',
        until: first.notBefore,
        reason:
          'Somebody else is changing this workspace, and Azure takes one change at a time. It is tried again by itself.',
      }
    : { do: 'start', write: first };
}

/** Marks a write as sent. */
export function markStarted(queue: readonly QueuedWrite[], id: string): QueuedWrite[] {
  return change(queue, id, () => ({ state: 'started' }));
}

/** Puts a write back after a conflict: as long as Azure asked, else ever longer. `retryAfter` is in seconds, 0 for none. */
export function markConflict(
  queue: readonly QueuedWrite[],
  id: string,
  retryAfter: number,
  now: number
): QueuedWrite[] {
  return change(queue, id, ({ conflicts }) => ({
    state: 'waiting',
    conflicts: conflicts + 1,
    notBefore: now + Math.max(retryAfter * 1_000, Math.min(firstWait * 2 ** Math.min(conflicts, 8), longestWait)),
  }));
}

/** Marks a write whose answer got lost: whether Azure took it has to be read before anything else is sent. */
export function markUnclear(queue: readonly QueuedWrite[], id: string): QueuedWrite[] {
  return change(queue, id, () => ({ state: 'unclear' }));
}

/** The queue as it was kept before a reload: what had been sent has no answer any more. */
export function recoverQueue(queue: readonly QueuedWrite[]): QueuedWrite[] {
  return queue.map((write) => (write.state === 'started' ? { ...write, state: 'unclear' } : write));
}

/** Settles an unclear write after the read: gone when Azure took it, else back in line. */
export function settleUnclear(queue: readonly QueuedWrite[], id: string, taken: boolean): QueuedWrite[] {
  return taken ? removeWrite(queue, id) : change(queue, id, () => ({ state: 'waiting' }));
}

/** Takes a write out: Azure accepted or refused it, or the user changed their mind. */
export function removeWrite(queue: readonly QueuedWrite[], id: string): QueuedWrite[] {
  return queue.filter((write) => write.id !== id);
}

function change(
  queue: readonly QueuedWrite[],
  id: string,
  fields: (write: QueuedWrite) => Partial<QueuedWrite>
): QueuedWrite[] {
  return queue.map((write) => (write.id === id ? { ...write, ...fields(write) } : write));
}
