import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { thisMachine } from './buildGo';
import { buildBackend, frontEnd } from './buildParts';
import { root } from './paths';
import { archiveFiles, checkArchive, writeArchive, writeChecksums } from './release/archiveFiles';
import { type BuiltManifest, readBuiltManifest, writeGoManifest } from './release/manifest';
import { writeNotices } from './release/notices';
import { type Platform, platforms } from './release/platforms';
import { readArchive } from './release/readArchive';
import { sourceTime } from './release/sourceTime.mjs';
import { checkVersion, releaseNotes } from './release/version';
import { runTask } from './runTask';

const dist = path.join(root, 'dist');
const release = path.join(root, 'release');
/** The version's section of the change log; no part of the release, but its text. */
const NOTES = 'notes.md';

/**
 * `npm run package`: builds for all of Grafana's platforms and writes release/<id>-<version>.zip with all of them, and
 * one <id>-<version>.<goos>_<goarch>.zip each, with checksums. `-- --tag v1.2.3` also compares the tag; `-- --only
 * build` and then `-- --only pack` leave room for a signature in between; `-- --here` is for this machine's platform alone.
 */
runTask(async () => {
  const { tag, only, here } = parseArgs({
    options: { tag: { type: 'string' }, only: { type: 'string' }, here: { type: 'boolean' } },
  }).values;
  const wanted = here ? [thisMachine] : platforms;
  if (only !== undefined && only !== 'build' && only !== 'pack') {
    throw new Error(`"--only ${only}" isn't known: it is "--only build" or "--only pack".`);
  }
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  checkVersion(version, tag);
  const notes = releaseNotes(await readFile(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (only !== 'pack') {
    await build(wanted);
  }
  if (only !== 'build') {
    await pack(await readBuiltManifest(dist, version), wanted);
    await writeFile(path.join(release, NOTES), notes);
  }
});

async function build(wanted: readonly Platform[]): Promise<void> {
  for (const platform of wanted) {
    console.log(`Building the backend for ${platform.goos}/${platform.goarch} …`);
    await buildBackend(platform);
  }
  await frontEnd.build();
  await writeGoManifest(root, dist);
  await writeNotices(root, dist, wanted);
}

async function pack(manifest: BuiltManifest, wanted: readonly Platform[]): Promise<void> {
  await rm(release, { recursive: true, force: true });
  await mkdir(release);
  await makeArchive(manifest, '', wanted);
  // A signature is one of all files: a smaller archive would not fit it.
  const single = existsSync(path.join(dist, 'MANIFEST.txt')) ? [] : wanted;
  for (const platform of single) {
    await makeArchive(manifest, `.${platform.goos}_${platform.goarch}`, [platform]);
  }
}

/** @throws Error when the written archive, read again, isn't what Grafana needs. */
async function makeArchive(manifest: BuiltManifest, suffix: string, wanted: readonly Platform[]): Promise<void> {
  const file = path.join(release, `${manifest.id}-${manifest.version}${suffix}.zip`);
  await writeArchive(file, await archiveFiles(dist, manifest, wanted), sourceTime());
  const entries = await readArchive(file);
  const problems = checkArchive(entries, manifest, wanted);
  if (problems.length > 0) {
    throw new Error(`${path.relative(root, file)} is not fit for a release: ${problems.join(' ')}`);
  }
  await writeChecksums(file);
  console.log(`${path.relative(root, file)}: ${entries.length} files`);
}
