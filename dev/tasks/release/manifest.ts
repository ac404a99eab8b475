import { readFile } from 'node:fs/promises';
import path from 'node:path';

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
  return { id, executable, version: info.version };
}
