import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

import { type ArchiveFile } from './archiveFiles';

/** Writes a zip with the files and their permissions, all of one time. */
export async function writeArchive(file: string, files: readonly ArchiveFile[], mtime: Date): Promise<void> {
  const zip = new ZipFile();
  // Zip keeps local time: shifted, it says the same in each time zone.
  const utc = new Date(mtime.getTime() + mtime.getTimezoneOffset() * 60_000);
  // Its types forget that a file that can't be read is told here.
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  for (const { source, target, mode } of files) {
    zip.addFile(source, target, { mode: 0o100000 | mode, mtime: utc, forceDosTimestamp: true });
  }
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file)), failed]);
}
