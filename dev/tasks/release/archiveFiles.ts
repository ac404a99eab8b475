import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type BuiltManifest } from './manifest';
import { NOTICES } from './notices';
import { binaryName, type Platform } from './platforms';
import { type ArchiveEntry } from './readArchive';

/** One file of an archive. */
interface ArchiveFile {
  /** On this machine. */
  source: string;
  /** In the archive, with slashes, below the plugin's folder. */
  target: string;
  /** Permissions, as in 0o755. */
  mode: number;
}

/** Zip tools restore these; without the first Grafana can't start the backend. */
const EXECUTABLE = 0o755;
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

/** Writes `<file>.sha1` and `<file>.sha256`, as `sha1sum --check` and `sha256sum --check` read them. */
export async function writeChecksums(file: string): Promise<void> {
  const content = await readFile(file);
  for (const algorithm of ['sha1', 'sha256']) {
    const sum = createHash(algorithm).update(content).digest('hex');
    await writeFile(`${file}.${algorithm}`, `${sum}  ${path.basename(file)}\n`);
  }
}

/** What Grafana and its catalogue look for in every plugin's folder. */
const needed = [
  'plugin.json',
  'module.js',
  'module.js.map',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'go_plugin_build_manifest',
  NOTICES,
  'img/logo.svg',
  'datasource/plugin.json',
  'datasource/module.js',
  'datasource/module.js.map',
  'datasource/img/logo.svg',
];

/** What is wrong with an archive for some platforms, one sentence each; [] when nothing is. */
export function checkArchive(
  entries: readonly ArchiveEntry[],
  { id, executable }: BuiltManifest,
  platforms: readonly Platform[]
): string[] {
  const wanted = platforms.map((platform) => binaryName(executable, platform));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const backends = entries.filter(({ name }) => name.startsWith(`${id}/${executable}_`));
  return [
    ...entries
      .filter(({ name }) => !name.startsWith(`${id}/`))
      .map(({ name }) => `${name} is not in the folder ${id}.`),
    ...[...needed, ...wanted]
      .filter((name) => !byName.get(`${id}/${name}`)?.size)
      .map((name) => `${name} is missing or empty.`),
    ...backends
      .filter(({ name }) => !wanted.includes(name.slice(id.length + 1)))
      .map(({ name }) => `${name} belongs to another platform.`),
    ...backends
      .filter(({ mode }) => mode !== EXECUTABLE)
      .map(
        ({ name, mode }) => `${name} has mode ${octal(mode)}, and Grafana can start it only with ${octal(EXECUTABLE)}.`
      ),
    ...(byName.size === entries.length ? [] : ['A file is in it twice.']),
  ];
}

const octal = (mode: number) => `0${mode.toString(8)}`;
