import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** What a release needs to know of a built plugin.json. */
export interface BuiltManifest {
  id: string;
  executable: string;
  version: string;
}

/**
 * Reads the manifest of a built plugin.
 * @throws Error when it still has placeholders, or its version isn't `expected`.
 */
export async function readBuiltManifest(dist: string, expected: string): Promise<BuiltManifest> {
  const text = await readFile(path.join(dist, 'plugin.json'), 'utf8');
  const placeholder = /%[A-Z_]+%/.exec(text)?.[0];
  if (placeholder) {
    throw new Error(`dist/plugin.json still holds the placeholder ${placeholder}: build the front end again.`);
  }
  const { id, executable, info } = JSON.parse(text) as { id: string; executable: string; info: { version: string } };
  if (info.version !== expected) {
    throw new Error(
      `dist/plugin.json says version ${info.version} and package.json says ${expected}: they have to be equal.`
    );
  }
  await checkNested(dist, executable, expected);
  return { id, executable, version: info.version };
}

/** The nested data source has the app's version and its backend: Grafana looks for it beside the data source's plugin.json. */
async function checkNested(dist: string, executable: string, expected: string): Promise<void> {
  const nested = JSON.parse(await readFile(path.join(dist, 'datasource/plugin.json'), 'utf8')) as {
    executable: string;
    info: { version: string };
  };
  if (nested.info.version !== expected || nested.executable !== `../${executable}`) {
    throw new Error(`dist/datasource/plugin.json needs version ${expected} and the executable ../${executable}.`);
  }
}

/**
 * Writes `go_plugin_build_manifest`, by which Grafana's catalogue compares binaries with sources: a line
 * `sha256:path` for each Go file of the repository, as the plugin SDK's own build writes it.
 */
export async function writeGoManifest(root: string, dist: string): Promise<void> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', '--', '*.go'], { cwd: root });
  const names = stdout.split('\0').filter(Boolean).sort();
  const lines = await Promise.all(names.map(async (name) => `${await sha256(path.join(root, name))}:${name}\n`));
  await writeFile(path.join(dist, 'go_plugin_build_manifest'), lines.join(''));
}

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
