import { toBackendError } from '../../api/errors';
import { type Failure, isOutcomeUnknown } from '../../domain/failure';
import { isUnusuallyLong, progressOf, trackOperation, updateOperation } from '../../domain/operations/operation';
import {
  markConflict,
  markStarted,
  markUnclear,
  nextStep,
  recoverQueue,
  settleUnclear,
} from '../../domain/operations/writeQueue';
import { dropSentDraft } from '../createDrafts';
import { type KeptItem } from '../keptItems';
import { timeOfId } from '../newId';
import { addOperation, putOperation, runningOperations } from '../operations';
import { type Outcome, readBack } from './readBack';
import { sendCommand, type WriteCommand } from '../writeCommand';
import { changeQueue, noteFailure, type WaitingWrite, waitingWrites } from '../writeQueue';

/** An answer that gets lost this often means that something is wrong which waiting does not mend. */
const lostAnswers = 3;

const readAfter = 5_000;

/** Nobody expects a change to be made that they asked for longer ago: an endpoint's name may mean another one by then. */
const longestInLine = 24 * 60 * 60_000;

// Between two reads of an outcome that isn't known.
const readAgainAfter = 15_000;

/** Call once when this tab takes over: what another tab had sent has no answer any more. */
export function takeOverQueue(workspaceId: string): void {
  changeQueue(workspaceId, recoverQueue);
}

/** Says what the first in line waits for; '' when it doesn't. */
export function queueReason(workspaceId: string, now: number): string {
  const step = nextOf(workspaceId, now);
  return 'reason' in step ? step.reason : '';
}

/** Takes the queue's next step, if there is one. Answers when to look again: milliseconds since 1970. */
export async function runQueue(workspaceId: string): Promise<number> {
  const now = Date.now();
  const step = nextOf(workspaceId, now);
  switch (step.do) {
    case 'nothing':
      return Infinity;
    case 'wait':
      return step.until;
    case 'start':
      await start(workspaceId, itemOf(workspaceId, step.write.id));
      return now;
    case 'read':
      if (step.write.notBefore > now) {
        return step.write.notBefore;
      }
      await settle(workspaceId, itemOf(workspaceId, step.write.id));
      return now;
  }
}

function nextOf(workspaceId: string, now: number) {
  const queue = waitingWrites.all(workspaceId).map(({ value }) => value.write);
  // One that runs endlessly must not hold up the others: then Azure says whether it still does.
  const running = runningOperations(workspaceId).find(({ value }) => !isUnusuallyLong(value, now));
  return nextStep(queue, running ? progressOf(running.value, now).title : '', now);
}

async function start(workspaceId: string, item: KeptItem<WaitingWrite> | undefined): Promise<void> {
  if (!item) {
    return;
  }
  if (!(Date.now() - timeOfId(item.id) < longestInLine)) {
    fail(workspaceId, item, {
      code: 'waited_too_long',
      message: 'This waited too long, more than a day, so it was not sent.',
      hint: 'Look at what the workspace has now, then ask for it again.',
    });
    return;
  }
  changeQueue(workspaceId, (queue) => markStarted(queue, item.id));
  try {
    const operation = await sendCommand(item.value.command);
    waitingWrites.remove(workspaceId, item.id);
    addOperation(workspaceId, operation, item.value.command);
    dropDraft(workspaceId, item.value.command);
  } catch (thrown) {
    await refused(workspaceId, item, toBackendError(thrown).failure);
  }
}

async function refused(workspaceId: string, item: KeptItem<WaitingWrite>, failure: Failure): Promise<void> {
  const { retryAfter = 0, code } = failure;
  noteFailure(workspaceId, item, failure);
  if (code === 'azure_conflict' || code === 'azure_throttled') {
    changeQueue(workspaceId, (queue) => markConflict(queue, item.id, retryAfter, Date.now()));
  } else if (code === 'endpoint_exists' && (await isOurs(item))) {
    waitingWrites.remove(workspaceId, item.id);
    follow(workspaceId, item.value, 'running');
  } else if (!isOutcomeUnknown(code)) {
    fail(workspaceId, item, failure);
  } else if (navigator.onLine && item.value.lost + 1 >= lostAnswers) {
    fail(workspaceId, item, {
      ...failure,
      message: `Azure's answer got lost ${lostAnswers} times, so whether it took the change isn't known.`,
      hint: 'Look at the endpoint before you try again.',
    });
  } else {
    // Azure gets a moment to show what it took.
    const write = { ...item.value.write, notBefore: Date.now() + readAfter };
    // Without a connection answers get lost for a reason that waiting does mend.
    const lost = item.value.lost + (navigator.onLine ? 1 : 0);
    waitingWrites.put(workspaceId, item.id, { ...item.value, write, failure, lost });
    changeQueue(workspaceId, (queue) => markUnclear(queue, item.id));
  }
}

/** A name that is suddenly in use may be our own request of a moment ago. */
async function isOurs({ value }: KeptItem<WaitingWrite>): Promise<boolean> {
  try {
    return (await readBack(value.command)) !== 'notTaken';
  } catch {
    return false;
  }
}

async function settle(workspaceId: string, item: KeptItem<WaitingWrite> | undefined): Promise<void> {
  if (!item) {
    return;
  }
  try {
    const outcome = await readBack(item.value.command);
    changeQueue(workspaceId, (queue) => settleUnclear(queue, item.id, outcome !== 'notTaken'));
    follow(workspaceId, item.value, outcome);
  } catch (thrown) {
    const notBefore = Date.now() + readAgainAfter;
    const write = { ...item.value.write, notBefore };
    waitingWrites.put(workspaceId, item.id, { ...item.value, write, failure: toBackendError(thrown).failure });
  }
}

/** The handle got lost with the answer; without one the backend reads the endpoint itself. */
function follow(workspaceId: string, { command }: WaitingWrite, outcome: Outcome): void {
  if (outcome !== 'notTaken') {
    const operation = { kind: command.kind, name: command.name, statusPath: '' };
    const tracked = trackOperation(operation, Date.now());
    const wrote = command.kind === 'update' ? command.change : undefined;
    putOperation(workspaceId, {
      ...(outcome === 'done' ? tracked : { ...tracked, status: 'running', finishedAt: undefined }),
      wrote,
    });
    dropDraft(workspaceId, command);
  }
}

/** What was filled in is kept until Azure took it. */
function dropDraft(workspaceId: string, command: WriteCommand): void {
  if (command.kind === 'create') {
    dropSentDraft(workspaceId, command.name, command.request.requestMessage);
  }
}

function fail(workspaceId: string, item: KeptItem<WaitingWrite>, failure: Failure): void {
  const { kind, name } = item.value.command;
  const now = Date.now();
  const tracked = trackOperation({ kind, name, statusPath: '' }, now);
  waitingWrites.remove(workspaceId, item.id);
  putOperation(workspaceId, { ...updateOperation(tracked, 'failed', failure.message, now), error: failure });
}

function itemOf(workspaceId: string, id: string): KeptItem<WaitingWrite> | undefined {
  return waitingWrites.all(workspaceId).find((item) => item.id === id);
}
