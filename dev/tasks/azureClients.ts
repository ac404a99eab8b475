import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const environment = path.join(root, '.dev', 'azure-clients');
const requirements = path.join(root, 'dev', 'azure', 'clients', 'requirements.txt');

/**
 * `npm run azure-clients`: installs Azure CLI and the SDK for Python (about 700 MB, below .dev/) and runs dev/azure/clients with
 * them: the exports and the stand-in against Microsoft's own programs. Says so where Python or the packages can't be had.
 */
runTask(async () => {
  const missing = await install();
  if (missing) {
    console.log(`Not run: ${missing}`);
    return;
  }
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const code = await run(process.execPath, [jest, '--testPathPatterns', 'dev/azure/clients'], {
    env: { AZURE_CLIENTS: environment },
  });
  if (code !== 0) {
    throw new Error('Azure CLI or the SDK for Python saw something else than expected: see above.');
  }
});

/** Answers why not, or ''. */
async function install(): Promise<string> {
  const stamp = path.join(environment, 'requirements.txt');
  const wanted = await readFile(requirements, 'utf8');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) {
    return '';
  }
  if ((await run('python3', ['-m', 'venv', environment]).catch(() => 1)) !== 0) {
    return 'python3 with its module venv is needed.';
  }
  console.log('Installing Azure CLI and the SDK for Python …');
  if ((await run(path.join(environment, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements])) !== 0) {
    return 'the packages of dev/azure/clients/requirements.txt can’t be installed.';
  }
  await writeFile(stamp, wanted);
  return '';
}
