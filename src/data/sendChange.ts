import { findEndpoint } from '../api/endpoints';
import { BackendError, toBackendError } from '../api/errors';
import { fetchTargetView } from '../api/follow';
import { sendChange as send, type SentChange } from '../api/operations';
import { type Change, isDecision, type Waiting } from '../domain/changes/change';
import { isDecided, isMade, needsReading } from '../domain/changes/outcome';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';

/** Code of the error for a change that was called off before it was sent. */
export const CANCELED = 'change_canceled';

/** Seconds to wait where Azure named no time: others found this to work. */
const shortestWait = 15;

/** Azure takes a moment to show what it took. */
const readAfter = 5;

/**
 * Sends a change until Azure takes or refuses it. While another change runs, or Azure limits requests, it waits as long as
 * it was told; after an unknown outcome it reads what became of it, and sends nothing again.
 * @param signal calls it off while it isn't sent
 * @param onWait told what it waits for; undefined when it goes on
 * @throws BackendError
 */
export async function sendChange(
  change: Change,
  signal: AbortSignal,
  onWait: (waiting: Waiting | undefined) => void
): Promise<SentChange> {
  for (;;) {
    if (signal.aborted) {
      throw new BackendError({ code: CANCELED, message: 'The change was not sent.' }, 0);
    }
    try {
      return await send(change);
    } catch (thrown) {
      const error = toBackendError(thrown);
      const { code, retryAfter } = error.failure;
      const reason = reasonsToWait[code];
      if (reason && !signal.aborted) {
        const seconds = retryAfter || shortestWait;
        onWait({ reason, until: Date.now() + seconds * 1_000, sent: false });
        await sleep(seconds, signal);
        onWait(undefined);
      } else if (needsReading(change, code)) {
        onWait({ reason: 'The response was lost. Checking whether Azure applied the change.', until: 0, sent: true });
        return await verifyOutcome(change, error);
      } else {
        throw error;
      }
    }
  }
}

const reasonsToWait: Record<string, string | undefined> = {
  azure_conflict: 'Another change to the workspace is in progress.',
  azure_throttled: 'Azure is throttling requests of this identity.',
};

/** The operation of a change that was made, as far as a read can tell. @throws BackendError when it wasn't, or nobody knows */
async function verifyOutcome(change: Change, lost: BackendError): Promise<SentChange> {
  const known = lost.code === 'endpoint_exists';
  if (change.kind === 'refresh') {
    throw told(lost, { hint: 'It isn’t known whether the refresh started. You can safely refresh again.' });
  }
  let endpoint: Endpoint | undefined;
  let made: boolean;
  try {
    if (!known) {
      await sleep(readAfter);
    }
    endpoint = isDecision(change) ? undefined : await findEndpoint(change.name);
    made = isDecision(change) ? isDecided(change, await fetchTargetView(change.name)) : isMade(change, endpoint);
  } catch {
    throw told(lost, {
      hint: 'It isn’t known whether Azure applied the change. Reload the page before you try again.',
    });
  }
  if (made) {
    const createdAt = change.kind === 'create' ? (endpoint?.createdAt ?? '') : change.createdAt;
    return { operation: { kind: change.kind, name: change.name, statusPath: '', createdAt } };
  }
  throw known
    ? told(lost, { hint: 'Enter another name.' })
    : told(lost, { hint: 'Azure didn’t apply the change. You can try again.' });
}

function told({ failure, status }: BackendError, fields: Partial<Failure>): BackendError {
  return new BackendError({ ...failure, ...fields }, status);
}

function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
