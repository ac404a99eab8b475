import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { terraformProviders } from '../azure/clients/terraformProviders';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const environment = path.join(root, '.dev', 'azure-clients');
const requirements = path.join(root, 'dev', 'azure', 'clients', 'requirements.txt');

/**
 * `npm run azure-clients`: installs Azure CLI and the SDK for Python (about 700 MB, below .dev/) and runs dev/azure/clients with
 * them and with Terraform or OpenTofu, if installed: the exports and the stand-in against the programs that people use. Says so
 * where one of them can't be had.
 */
runTask(async () => {
  const missing = await install();
  const program = await terraform();
  if (missing) {
    console.log(`Azure CLI and SDK not run: ${missing}`);
  }
  if (!program) {
    console.log('Terraform not run: neither terraform nor tofu is installed and can get azurerm and azapi.');
  }
  const env = { ...(!missing && { AZURE_CLIENTS: environment }), ...(program && { TERRAFORM: program }) };
  if (Object.keys(env).length === 0) {
    return;
  }
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  if ((await run(process.execPath, [jest, '--testPathPatterns', 'dev/azure/clients'], { env })) !== 0) {
    throw new Error('A client saw something else than expected: see above.');
  }
});

/** The first program that can get both providers; '' for none. */
async function terraform(): Promise<string> {
  const folder = path.join(root, '.dev', 'terraform');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'main.tf'), terraformProviders);
  for (const program of ['terraform', 'tofu']) {
    const outFile = path.join(folder, 'init.log');
    if ((await run(program, ['init', '-input=false'], { cwd: folder, outFile }).catch(() => 1)) === 0) {
      return program;
    }
  }
  return '';
}

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
