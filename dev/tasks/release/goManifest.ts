import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

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
