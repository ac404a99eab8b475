import { thisMachine } from './buildGo';
import { buildIfChanged } from './buildIfChanged';
import { buildBackend } from './buildParts';
import { buildStandIn } from './buildStandIn';
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
