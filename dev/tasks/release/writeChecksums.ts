import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes `<file>.sha1` and `<file>.sha256`, as `sha1sum --check` and `sha256sum --check` read them. */
export async function writeChecksums(file: string): Promise<void> {
  const content = await readFile(file);
  for (const algorithm of ['sha1', 'sha256']) {
    const sum = createHash(algorithm).update(content).digest('hex');
    await writeFile(`${file}.${algorithm}`, `${sum}  ${path.basename(file)}\n`);
  }
}
