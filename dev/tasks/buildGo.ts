import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths';
import { type Platform } from './release/platforms';
import { run } from './run';

export const thisMachine: Platform = {
  goos: process.platform === 'win32' ? 'windows' : process.platform,
  goarch: process.arch === 'x64' ? 'amd64' : process.arch,
};

/**
 * Builds a Go program for a platform: static, without paths of this machine and without debug information. One way of
 * building fills one cache: the second program that uses a library compiles it no more.
 * @throws Error in one sentence
 */
export async function buildGo(
  folder: string,
  file: string,
  { goos, goarch } = thisMachine,
  linkerFlags = ''
): Promise<void> {
  await checkGo();
  const env = { GOOS: goos, GOARCH: goarch, CGO_ENABLED: '0' };
  const flags = ['-trimpath', '-buildvcs=false', `-ldflags=-s -w -buildid= ${linkerFlags}`];
  if ((await run('go', ['build', ...flags, '-o', file, folder], { env })) !== 0) {
    throw new Error(`${folder} could not be built for ${goos}/${goarch}: see Go's messages above.`);
  }
}

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

/** Whether a version such as '20.20.2' is at least `needed`, number by number; what is missing counts as 0. */
export function atLeast(version: string, needed: string): boolean {
  const has = version.split('.').map(Number);
  const wants = needed.split('.').map(Number);
  for (let i = 0; i < Math.max(has.length, wants.length); i++) {
    const difference = (has[i] ?? 0) - (wants[i] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}
