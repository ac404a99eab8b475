import { openPromise } from 'yauzl';

/** What an archive says of one of its files. */
export interface ArchiveEntry {
  name: string;
  /** Permissions, as in 0o755; 0 where the archive keeps none. */
  mode: number;
  /** Bytes, unpacked. */
  size: number;
}

/** What a zip holds, read back from the file itself. */
export async function readArchive(file: string): Promise<ArchiveEntry[]> {
  const zip = await openPromise(file);
  const entries: ArchiveEntry[] = [];
  for await (const { fileName, externalFileAttributes, uncompressedSize } of zip.eachEntry()) {
    // The upper half holds what Unix calls the mode; its own upper part tells files from folders.
    entries.push({ name: fileName, mode: (externalFileAttributes >>> 16) & 0o777, size: uncompressedSize });
  }
  return entries;
}
