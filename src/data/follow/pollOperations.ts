import { toBackendError } from '../../api/errors';
import { fetchOperation } from '../../api/operations';
import { pollDelay, updateOperation } from '../../domain/operations/operation';
import { type KeptItem } from '../keptItems';
import { type FollowedOperation, operations, runningOperations } from '../operations';

/** Shortest time between two questions for any status, in milliseconds: at most 20 calls a minute, whatever runs. */
const pollSpacing = 3_000;

// After a question that failed; the operation itself goes on in Azure.
const afterFailure = 15_000;

/** When each operation is asked about next; a tab that takes over asks at once. */
export class Poller {
  private readonly due = new Map<string, number>();
  private last = 0;

  /** Asks about the operation that is due, if one is. Answers when to look again: milliseconds since 1970. */
  async run(workspaceId: string): Promise<number> {
    const running = runningOperations(workspaceId);
    const next = [...running].sort((a, b) => this.dueOf(a) - this.dueOf(b))[0];
    if (!next) {
      return Infinity;
    }
    const at = Math.max(this.dueOf(next), this.last + pollSpacing);
    if (at > Date.now()) {
      return at;
    }
    this.last = Date.now();
    this.due.set(next.id, this.last + (await ask(workspaceId, next)));
    return this.last + pollSpacing;
  }

  private dueOf({ id }: KeptItem<FollowedOperation>): number {
    return this.due.get(id) ?? 0;
  }
}

/** Asks for a status and keeps it. Answers how long to wait before the next time. */
async function ask(workspaceId: string, { id, value }: KeptItem<FollowedOperation>): Promise<number> {
  try {
    const { status, error } = await fetchOperation(value);
    if (status !== 'running') {
      const ended = updateOperation(value, status, error?.cause || error?.message || '', Date.now());
      operations.put(workspaceId, id, { ...value, ...ended, error });
    }
    return pollDelay(value, Date.now());
  } catch (thrown) {
    const { code, retryAfter } = toBackendError(thrown).failure;
    if (code === 'invalid_request' && value.statusPath !== '') {
      // A handle that the backend no longer takes: the endpoint itself tells how it went.
      operations.put(workspaceId, id, { ...value, statusPath: '' });
    }
    return Math.max(afterFailure, pollDelay(value, Date.now(), retryAfter));
  }
}
