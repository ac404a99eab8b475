import { drop, keep, readKept } from '../browserStorage';
import { randomId } from '../newId';

/**
 * Runs a task in one tab of this browser at a time; when that tab is closed or done, another takes over. Web Locks do
 * it where the page is served over https or from localhost; elsewhere a lease in storage does.
 * @param name unique for the task
 * @param run ends soon after the signal is aborted
 */
export function onlyOneTab(name: string, signal: AbortSignal, run: () => Promise<void>): void {
  const locks: LockManager | undefined = navigator.locks;
  const task = locks
    ? locks.request(name, { signal }, async () => {
        await (signal.aborted ? undefined : run());
      })
    : withLease(name, signal, run);
  // Only the wait for the lock can fail here, when it is no longer wanted.
  void task.catch(() => undefined);
}

const leaseRenewal = 4_000;
const leaseLength = 12_000;

async function withLease(name: string, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  const own = randomId();
  while (!signal.aborted && !(await takeLease(name, own, signal))) {
    await sleep(leaseRenewal, signal);
  }
  if (signal.aborted) {
    return;
  }
  const renewal = setInterval(() => keep(name, own), leaseRenewal);
  try {
    await run();
  } finally {
    clearInterval(renewal);
    drop(name);
  }
}

async function takeLease(name: string, own: string, signal: AbortSignal): Promise<boolean> {
  const kept = readKept(name);
  if (kept && kept.value !== own && Math.abs(Date.now() - kept.savedAt) < leaseLength) {
    return false;
  }
  if (!keep(name, own)) {
    // Without storage no tab sees another's queue: each is alone with its own.
    return true;
  }
  // Two tabs may have taken it at the same moment: the later one wrote over the other.
  await sleep(250, signal);
  return readKept(name)?.value === own;
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
