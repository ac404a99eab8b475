import { durationText } from '../age';
import { isUnusual, paceText } from './pace';

/** Writes that Azure carries out over minutes. */
export type OperationKind = 'create' | 'update' | 'delete' | 'refresh';

/** The handle of an operation, as the backend answers it and takes it back. */
export interface Operation {
  kind: OperationKind;
  /** Name of the endpoint; '' for a refresh, which is for the whole workspace. */
  name: string;
  /** Path to ask for the status; '' when Azure was done at once. */
  statusPath: string;
}

/** How an operation stands. */
export type OperationStatus = 'running' | 'succeeded' | 'failed' | 'canceled';

/** An operation started here. It is kept in this browser, so it survives a reload. */
export interface TrackedOperation extends Operation {
  status: OperationStatus;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds since 1970; undefined while it runs. */
  finishedAt: number | undefined;
  /** What went wrong, as a sentence; '' otherwise. */
  failure: string;
}

/** What is said of an operation. */
export interface Progress {
  /** What runs, or ran. */
  title: string;
  /** Since when, or how it ended. */
  detail: string;
  /** What follows. */
  next: string;
}

const words: Record<OperationKind, { running: string; done: string; failed: string; next: string }> = {
  create: {
    running: 'Creating',
    done: 'Created',
    failed: 'Could not create',
    next: 'The owner of the target gets the request and has to approve it.',
  },
  update: { running: 'Updating', done: 'Updated', failed: 'Could not update', next: '' },
  delete: {
    running: 'Deleting',
    done: 'Deleted',
    failed: 'Could not delete',
    next: 'Data sources that used it no longer get through.',
  },
  refresh: {
    running: 'Refreshing',
    done: 'Refreshed',
    failed: 'Could not refresh',
    next: 'Endpoints show what their owners decided, and approved ones their private IP address.',
  },
};

/** Tells an operation's progress honestly: what runs, since when, what follows. No percentages: Azure gives none. */
export function progressOf(operation: TrackedOperation, now: number): Progress {
  const { running, done, failed, next } = words[operation.kind];
  const what = operation.kind === 'refresh' ? 'the workspace' : operation.name;
  const took = durationText((operation.finishedAt ?? now) - operation.startedAt);
  switch (operation.status) {
    case 'running':
      return {
        title: `${running} ${what}`,
        detail: `Running for ${took}. ${paceText(now - operation.startedAt)}`,
        next,
      };
    case 'succeeded':
      return { title: `${done} ${what}`, detail: `It took ${took}.`, next };
    case 'failed':
      return {
        title: `${failed} ${what}`,
        detail: operation.failure || 'Azure gave no reason.',
        next: wayOn(operation),
      };
    case 'canceled':
      return {
        title: `${running} ${what} was canceled`,
        detail: 'Azure or somebody else stopped it.',
        next: wayOn(operation),
      };
  }
}

/** True when an operation runs longer than such operations do. */
export function isUnusuallyLong(operation: TrackedOperation, now: number): boolean {
  return operation.status === 'running' && isUnusual(now - operation.startedAt);
}

/** Starts to track what the backend answered. An empty status path means that Azure was done at once. */
export function trackOperation(operation: Operation, now: number): TrackedOperation {
  const done = operation.statusPath === '';
  return {
    ...operation,
    status: done ? 'succeeded' : 'running',
    startedAt: now,
    finishedAt: done ? now : undefined,
    failure: '',
  };
}

/** Takes over a status that the backend answered. */
export function updateOperation(
  operation: TrackedOperation,
  status: OperationStatus,
  failure: string,
  now: number
): TrackedOperation {
  return { ...operation, status, failure, finishedAt: status === 'running' ? undefined : now };
}

/**
 * Milliseconds to wait before the status is asked for again: soon at first, then ever slower, never faster than Azure asked.
 * @param retryAfter seconds that Azure asked for; 0 for none
 */
export function pollDelay(operation: TrackedOperation, now: number, retryAfter = 0): number {
  const age = now - operation.startedAt;
  const own = age < 30_000 ? 3_000 : age < 180_000 ? 6_000 : age < 900_000 ? 15_000 : 60_000;
  return Math.max(own, retryAfter * 1_000);
}

function wayOn({ kind }: TrackedOperation): string {
  switch (kind) {
    case 'create':
      return 'Delete the endpoint if it is in the list as failed, then create it again with the same details.';
    case 'delete':
      return 'Try again. If it keeps failing, delete it in the Azure portal.';
    default:
      return 'Try again. Nothing is lost by repeating it.';
  }
}
