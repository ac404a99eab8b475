import { mkdtemp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

/** `npm run reproducible`: packs the last commit in two folders and time zones, and compares the archives' hashes. */
runTask(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reproducible-'));
  try {
    const one = await packIn(path.join(folder, 'one'), 'Pacific/Kiritimati');
    const two = await packIn(path.join(folder, 'at', 'another', 'place'), 'America/Los_Angeles');
    if (one !== two) {
      throw new Error(`Two builds of the same commit differ:\n${one}${two}`);
    }
    console.log(`Twice the same bytes: ${one.trim()}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Answers the archive's hash and name. */
async function packIn(copy: string, timeZone: string): Promise<string> {
  await mkdir(path.dirname(copy), { recursive: true });
  await mustRun('git', ['clone', '--quiet', root, copy]);
  // Links where the system has them: webpack looks through a symbolic one, and would find the same paths twice.
  const [from, to] = [path.join(root, 'node_modules'), path.join(copy, 'node_modules')];
  await (process.platform === 'linux' ? mustRun('cp', ['-al', from, to]) : symlink(from, to));
  const task = path.join(copy, 'dev/tasks/task.cjs');
  await mustRun(process.execPath, [task, 'package', '--here'], { TZ: timeZone });
  const { name, version } = JSON.parse(await readFile(path.join(copy, 'package.json'), 'utf8'));
  return readFile(path.join(copy, 'release', `${name}-${version}.zip.sha256`), 'utf8');
}

async function mustRun(command: string, args: string[], env = {}): Promise<void> {
  if ((await run(command, args, { env })) !== 0) {
    throw new Error(`"${[command, ...args].join(' ')}" failed: see above.`);
  }
}
