import { build } from 'esbuild';
import path from 'node:path';
import { buildGo, thisMachine } from './buildGo';
import { buildIfChanged } from './buildIfChanged';
import { buildBackend } from './buildParts';
import { root } from './paths';
import { type Platform } from './release/platforms';
import { run } from './run';
import { runTask } from './runTask';

/**
 * `npm run compose -- …`: builds plugin and stand-in for the containers (Linux, this machine's architecture), then runs
 * `docker compose` with the arguments; `up` without any.
 */
runTask(async () => {
  const args = process.argv.slice(2);
  const container = { ...thisMachine, goos: 'linux' };
  await buildIfChanged();
  if (thisMachine.goos !== container.goos) {
    await buildBackend(container);
  }
  await buildStandIn(container);
  const code = await run('docker', ['compose', ...(args.length > 0 ? args : ['up'])]);
  if (code !== 0) {
    throw new Error('docker compose ended with an error: see above.');
  }
});

/**
 * Builds what the stand-in's container is given, into .dev/compose: one file of JavaScript, and the program that checks
 * the health of data sources, so that the container needs Node alone. @throws Error in one sentence
 */
export async function buildStandIn(platform: Platform): Promise<void> {
  const folder = path.join(root, '.dev/compose');
  await build({
    entryPoints: [path.join(root, 'dev/azure/main.ts')],
    outfile: path.join(folder, 'azure-stand-in.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
  });
  await buildGo('./dev/network', path.join(folder, 'network'), platform);
}
