import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * A hash over names and content of files; folders count with everything below them that `wanted` accepts. What isn't
 * there counts as such.
 * @param paths relative to `root`
 */
export async function fingerprint(
  root: string,
  paths: string[],
  wanted: (name: string) => boolean = () => true
): Promise<string> {
  const hash = createHash('sha256');
  for (const name of paths) {
    for (const file of await filesOf(path.join(root, name), wanted)) {
      hash.update(path.relative(root, file)).update('\0');
      hash.update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(target: string, wanted: (name: string) => boolean): Promise<string[]> {
  const found = await stat(target).catch(() => undefined);
  if (!found?.isDirectory()) {
    return found ? [target] : [];
  }
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
