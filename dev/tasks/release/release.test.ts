import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { root } from '../paths';
import { archiveFiles, checkArchive, writeArchive, writeChecksums } from './archiveFiles';
import { readBuiltManifest, writeGoManifest } from './manifest';
import { NOTICES, writeNotices } from './notices';
import { binaryName, platforms } from './platforms';
import { readArchive } from './readArchive';
import { checkVersion, releaseNotes } from './version';

const manifest = { id: 'some-example-app', executable: 'gpx_example', version: '1.2.3' };
const [linux] = platforms;
let folder: string;
let dist: string;

async function put(name: string, content = name) {
  const file = path.join(dist, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  // What a checkout or an umask leaves must not reach the archive.
  await chmod(file, 0o600);
}

const putNested = (more: object) =>
  put('datasource/plugin.json', JSON.stringify({ executable: '../gpx_example', info: { version: '1.2.3' }, ...more }));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'release-'));
  dist = path.join(folder, 'dist');
  const names = ['module.js', 'module.js.map', 'README.md', 'CHANGELOG.md', 'LICENSE', 'go_plugin_build_manifest', NOTICES];
  const binaries = platforms.map((platform) => binaryName(manifest.executable, platform));
  for (const name of [...names, ...binaries, 'img/logo.svg', '12.js']) {
    await put(name);
  }
  await put('plugin.json', JSON.stringify({ ...manifest, info: { version: '1.2.3' } }));
  for (const name of ['module.js', 'img/logo.svg']) {
    await put(`datasource/${name}`);
  }
  await put('datasource/module.js.map', '{"sources": []}');
  await putNested({});
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function pack(wanted = platforms) {
  const file = path.join(folder, 'some.zip');
  await writeArchive(file, await archiveFiles(dist, manifest, wanted), new Date('2026-11-29T12:00:00Z'));
  return { file, entries: await readArchive(file) };
}

it('packs all platforms into one folder, programs executable and nothing else', async () => {
  const { entries } = await pack();
  expect(checkArchive(entries, manifest, platforms)).toEqual([]);
  expect(entries).toHaveLength(20);
  expect(entries.filter(({ mode }) => mode === 0o755).map(({ name }) => name)).toEqual(
    platforms.map((platform) => `some-example-app/${binaryName('gpx_example', platform)}`).sort()
  );
  expect(entries.filter(({ mode }) => mode === 0o644)).toHaveLength(14);
});

it('packs one platform without the others', async () => {
  const { entries } = await pack([linux!]);
  expect(checkArchive(entries, manifest, [linux!])).toEqual([]);
  expect(entries.filter(({ name }) => name.includes('/gpx_')).map(({ name }) => name)).toEqual([
    'some-example-app/gpx_example_linux_amd64',
  ]);
});

it('refuses to pack without the backend of a platform', async () => {
  await rm(path.join(dist, 'gpx_example_windows_amd64.exe'));
  await expect(pack()).rejects.toThrow('dist/gpx_example_windows_amd64.exe is missing');
});

it('says when a file is gone while it is packed', async () => {
  const files = await archiveFiles(dist, manifest, platforms);
  await rm(path.join(dist, '12.js'));
  await expect(writeArchive(path.join(folder, 'some.zip'), files, new Date(0))).rejects.toThrow(/ENOENT.*12\.js/);
});

it('finds everything that Grafana would stumble over', async () => {
  const { entries } = await pack();
  const changed = entries
    .filter(({ name }) => !name.endsWith('module.js.map'))
    .map((entry) => (entry.name.endsWith('linux_arm') ? { ...entry, mode: 0o644 } : entry))
    .map((entry) => (entry.name.endsWith('LICENSE') ? { ...entry, size: 0 } : entry));
  const stray = { name: 'stray.txt', mode: 0o644, size: 1 };
  expect(checkArchive([...changed, stray, stray], manifest, platforms.slice(1))).toEqual([
    'stray.txt is not in the folder some-example-app.',
    'stray.txt is not in the folder some-example-app.',
    'module.js.map is missing or empty.',
    'LICENSE is missing or empty.',
    'datasource/module.js.map is missing or empty.',
    'some-example-app/gpx_example_linux_amd64 belongs to another platform.',
    'some-example-app/gpx_example_linux_arm has mode 0644, and Grafana can start it only with 0755.',
    'A file is in it twice.',
  ]);
});

it('writes checksums that the usual tools agree with', async () => {
  const { file } = await pack();
  await writeChecksums(file);
  expect(await readFile(`${file}.sha1`, 'utf8')).toMatch(/^[0-9a-f]{40} {2}some\.zip\n$/);
  expect(await readFile(`${file}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}some\.zip\n$/);
});

it('reads the manifest, and refuses placeholders and another version', async () => {
  await expect(readBuiltManifest(dist, '1.2.3')).resolves.toEqual(manifest);
  await expect(readBuiltManifest(dist, '1.2.4')).rejects.toThrow('version 1.2.3 and package.json says 1.2.4');
  await putNested({ executable: 'gpx_example' });
  await expect(readBuiltManifest(dist, '1.2.3')).rejects.toThrow('the executable ../gpx_example');
  await putNested({ info: { version: '1.2.2' } });
  await expect(readBuiltManifest(dist, '1.2.3')).rejects.toThrow('needs version 1.2.3');
  await put('plugin.json', '{"id": "x", "info": {"version": "%VERSION%"}}');
  await expect(readBuiltManifest(dist, '1.2.3')).rejects.toThrow('placeholder %VERSION%');
});

it.each([
  ['1.2.3', undefined, undefined],
  ['1.2.3', 'v1.2.3', undefined],
  ['1.2.3', 'v1.2.4', 'The tag is v1.2.4 and package.json says 1.2.3'],
  ['next', undefined, '"next" is no version'],
])('version %s, tag %s', (version, tag, problem) => {
  const check = () => checkVersion(version, tag);
  if (problem) {
    expect(check).toThrow(problem);
  } else {
    expect(check).not.toThrow();
  }
});

it.each([
  ['# Log\n\n## 1.2.3\n\n- a\n\n## 1.2.2\n\n- b\n', '- a\n'],
  ['## 1.2.30\n\n- c\n\n## 1.2.3 (2026-01-02)\n\nText.\n\n### Fixed\n\n- d\n', 'Text.\n\n### Fixed\n\n- d\n'],
])('takes the notes of a release from its section alone', (changeLog, notes) => {
  expect(releaseNotes(changeLog, '1.2.3')).toBe(notes);
});

it('asks for the section where it is missing', () => {
  expect(() => releaseNotes('## 1.2.30', '1.2.3')).toThrow('CHANGELOG.md has no section "## 1.2.3"');
});

it('lists the Go sources with their hashes', async () => {
  await promisify(execFile)('git', ['init', '--quiet'], { cwd: folder });
  await put('main.go', 'package main\n');
  await promisify(execFile)('git', ['add', 'dist/main.go'], { cwd: folder });
  await writeGoManifest(folder, dist);
  // printf 'package main\n' | sha256sum
  expect(await readFile(path.join(dist, 'go_plugin_build_manifest'), 'utf8')).toBe(
    'df1d036cbbf3df46e2045071e082245ece204c7f53ecf0a4e022bff9bb228f47:dist/main.go\n'
  );
});

it("is what the plugin's own manifest asks for", async () => {
  const { executable } = JSON.parse(await readFile(path.join(root, 'src/plugin.json'), 'utf8'));
  expect(binaryName(executable, platforms.at(-1)!)).toBe('gpx_azure_privateendpoints_windows_amd64.exe');
});

describe('the notices of others', () => {
  const bundle = (name: string) =>
    put('module.js.map', JSON.stringify({ sources: [`webpack://x/../node_modules/${name}/index.js`, 'webpack://x/./a.ts'] }));

  it('have the licences of what is bundled and linked', async () => {
    await bundle('zod');
    await writeNotices(root, dist, [linux!]);
    const text = await readFile(path.join(dist, NOTICES), 'utf8');
    expect(text).toMatch(/^zod \S+ \(npm\)\n\nMIT License/);
    expect(text).toMatch(/\nGo standard library go1\.\S+\n\nCopyright \d+ The Go Authors/);
    expect(text).toMatch(/\nsoftware\.sslmate\.com\/src\/go-pkcs12 v\S+ \(Go\)\n\nCopyright/);
  });

  it('say which library has none', async () => {
    await bundle('unlicensed');
    await mkdir(path.join(folder, 'node_modules/unlicensed'), { recursive: true });
    await writeFile(path.join(folder, 'node_modules/unlicensed/package.json'), '{"version":"1.0.0"}');
    await promisify(execFile)('go', ['mod', 'init', 'example.com/empty'], { cwd: folder });
    await mkdir(path.join(folder, 'pkg'));
    await writeFile(path.join(folder, 'pkg/main.go'), 'package main\n\nfunc main() {}\n');
    await expect(writeNotices(folder, dist, [linux!])).rejects.toThrow('unlicensed 1.0.0 (npm) comes without a licence');
  });
});
