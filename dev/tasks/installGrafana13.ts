import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { fingerprint } from './fingerprint';
import { root } from './paths';
import { run } from './run';

const folder = path.join('dev', 'grafana-13');

/** Installs the packages of Grafana 13 unless those of the lock file are there. @throws Error in one sentence */
export async function installGrafana13(): Promise<void> {
  const stampFile = path.join(root, folder, 'node_modules', '.stamp');
  const stamp = await fingerprint(root, [path.join(folder, 'package-lock.json')]);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) {
    return;
  }
  console.log('Installing the packages of Grafana 13 …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if ((await run(npm, ['ci', '--prefix', folder, '--silent'])) !== 0) {
    throw new Error(`The packages of Grafana 13 could not be installed: try "npm ci --prefix ${folder}".`);
  }
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}
