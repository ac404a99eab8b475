import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { root } from './paths';
import { atLeast } from './versions';

/** @throws Error in one sentence when there is no Go, or only one too old to fetch what go.mod asks for. */
export async function checkGo(version: () => Promise<string> = goVersion): Promise<void> {
  const needed = /^go (\S+)/m.exec(await readFile(path.join(root, 'go.mod'), 'utf8'))?.[1] ?? '1.26';
  const get = 'get it from https://go.dev/dl';
  const running = await version().catch(() => {
    throw new Error(`Go ${needed} or newer is needed and "go" was not found: ${get}.`);
  });
  const found = /go(\d+(?:\.\d+)+)/.exec(running)?.[1] ?? '0';
  if (!atLeast(found, needed)) {
    throw new Error(`Go ${needed} or newer is needed, this is ${found}: ${get}.`);
  }
}

async function goVersion(): Promise<string> {
  // In the repository's folder, so that a Go that fetches the toolchain of go.mod answers with that one.
  return (await promisify(execFile)('go', ['version'], { cwd: root })).stdout;
}
