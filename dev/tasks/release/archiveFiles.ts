import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { type BuiltManifest } from './manifest';
import { type Platform, binaryName } from './platforms';

/** One file of an archive. */
export interface ArchiveFile {
  /** On this machine. */
  source: string;
  /** In the archive, with slashes, below the plugin's folder. */
  target: string;
  /** Permissions, as in 0o755. */
  mode: number;
}

/** Zip tools restore these; without the first Grafana can't start the backend. */
export const EXECUTABLE = 0o755;
const PLAIN = 0o644;

/**
 * The files of a release for some platforms: all of dist/ but the backends of other systems.
 * @throws Error when a platform's backend is missing.
 */
export async function archiveFiles(
  dist: string,
  { id, executable }: BuiltManifest,
  platforms: readonly Platform[]
): Promise<ArchiveFile[]> {
  const binaries = new Set(platforms.map((platform) => binaryName(executable, platform)));
  const found = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)));
  const missing = [...binaries].find((binary) => !found.includes(binary));
  if (missing) {
    throw new Error(`dist/${missing} is missing: it is the backend of one of the release's platforms.`);
  }
  return found
    .filter((name) => binaries.has(name) || !name.startsWith(`${executable}_`))
    .sort()
    .map((name) => ({
      source: path.join(dist, name),
      target: [id, ...name.split(path.sep)].join('/'),
      mode: binaries.has(name) ? EXECUTABLE : PLAIN,
    }));
}
