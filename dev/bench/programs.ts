import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../tasks/paths';
import { run } from '../tasks/run';

/** Where the benchmark's run-time files go. */
export const benchFolder = path.join(root, '.dev', 'bench');
const binaries = path.join(benchFolder, 'bin');

/** A Go program of this folder. */
export const program = (name: 'upstream' | 'harness' | 'proxyplugin' | 'emptyplugin'): string =>
  path.join(binaries, process.platform === 'win32' ? `${name}.exe` : name);

/** Builds the Go programs with the flags of the product's backend. @throws Error in one sentence */
export async function buildPrograms(): Promise<void> {
  await mkdir(binaries, { recursive: true });
  const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', binaries + path.sep, './dev/bench/...'];
  if ((await run('go', args, { env: { CGO_ENABLED: '0' } })) !== 0) {
    throw new Error("The benchmark's programs could not be built: see Go's messages above.");
  }
}
