import { build } from 'esbuild';
import path from 'node:path';

import { buildIfChanged } from './buildIfChanged';
import { buildBackend, thisMachine } from './buildParts';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

/**
 * `npm run compose -- …`: builds the plugin for the containers (Linux, this machine's architecture) and the stand-in
 * as one file, then runs `docker compose` with the arguments; `up` without any.
 */
runTask(async () => {
  const args = process.argv.slice(2);
  await buildIfChanged();
  if (thisMachine.goos !== 'linux') {
    await buildBackend('linux', thisMachine.goarch);
  }
  await bundleStandIn();
  const code = await run('docker', ['compose', ...(args.length > 0 ? args : ['up'])]);
  if (code !== 0) {
    throw new Error('docker compose ended with an error: see above.');
  }
});

/** One file without native parts, so that the container needs Node alone. */
async function bundleStandIn(): Promise<void> {
  await build({
    entryPoints: [path.join(root, 'dev/azure/main.ts')],
    outfile: path.join(root, '.dev/compose/azure-stand-in.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
}
