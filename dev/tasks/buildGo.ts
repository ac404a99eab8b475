import { checkGo } from './checkGo';
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
