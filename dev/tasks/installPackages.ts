import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { fingerprint } from './fingerprint';
import { root } from './paths';
import { run } from './run';

/**
 * Installs the packages that the lock file of `folder` (from the root) names, unless they are there already.
 * @throws Error in one sentence
 */
export async function installPackages(folder: string): Promise<void> {
  const stampFile = path.join(root, folder, 'node_modules', '.stamp');
  const stamp = await fingerprint(root, [path.join(folder, 'package-lock.json')]);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) {
    return;
  }
  console.log(`Installing the packages of ${folder} …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if ((await run(npm, ['ci', '--prefix', folder, '--silent'])) !== 0) {
    throw new Error(`The packages of ${folder} could not be installed: try "npm ci --prefix ${folder}".`);
  }
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}
