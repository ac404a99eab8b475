import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

import { root } from '../tasks/paths';
import { withFigures } from './withFigures';

/** Puts figures, as Markdown, into docs/benchmarks.md. */
export async function writeDocument(figures: string): Promise<void> {
  const file = path.join(root, 'docs', 'benchmarks.md');
  const text = withFigures(await readFile(file, 'utf8'), figures);
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
