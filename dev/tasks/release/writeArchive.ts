import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

import { type ArchiveFile } from './archiveFiles';

/** Writes a zip with the files and their permissions. */
export async function writeArchive(file: string, files: readonly ArchiveFile[]): Promise<void> {
  const zip = new ZipFile();
  // Its types forget that a file that can't be read is told here.
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  for (const { source, target, mode } of files) {
    zip.addFile(source, target, { mode: 0o100000 | mode });
  }
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file)), failed]);
}
