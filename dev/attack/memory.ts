import { execFile } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

import { type TestBackend } from '../faults/backend';

/** Resident memory of the backend, in MB. */
async function residentMB(backend: TestBackend): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(backend.pid())]);
  return (Number(stdout) * 1024) / 1e6;
}

/** Resident memory of the backend before something, at its peak meanwhile, and two seconds after it, in MB. */
export interface MemoryUse {
  before: number;
  peak: number;
  after: number;
}

/** Looks at the memory ten times a second while something happens. */
export async function memoryDuring(backend: TestBackend, act: () => Promise<unknown>): Promise<MemoryUse> {
  const before = await residentMB(backend);
  let peak = before;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await residentMB(backend));
      await setTimeout(100);
    }
  })();
  try {
    await act();
  } finally {
    isOver = true;
    await watch;
  }
  await setTimeout(2_000);
  return { before, peak, after: await residentMB(backend) };
}

/** Calls something so many times, a number of them at once. */
export async function inParallel(times: number, atOnce: number, act: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < times) {
      await act(next++);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** What someone without rights can cost: 40 bodies of 15 MB, 20 at a time. */
export function flood(backend: TestBackend): Promise<MemoryUse> {
  const body = Buffer.alloc(15_000_000, 'a');
  const headers = { 'Content-Type': 'application/json' };
  return memoryDuring(backend, () =>
    inParallel(40, 20, () => backend.send({ login: 'viewer', method: 'POST', route: 'refresh', headers, body }))
  );
}
