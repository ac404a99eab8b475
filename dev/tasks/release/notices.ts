import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { type Platform } from './platforms';

export const NOTICES = 'THIRD_PARTY_NOTICES.txt';

/** A library that is part of what is shipped. */
interface Part {
  name: string;
  folder: string;
}

/**
 * Writes dist/THIRD_PARTY_NOTICES.txt: the licence and NOTICE texts of all that the bundle and the binaries hold.
 * @throws Error when a library comes without a licence
 */
export async function writeNotices(root: string, dist: string, platforms: readonly Platform[]): Promise<void> {
  const parts = [...(await bundledPackages(root, dist)), ...(await linkedModules(root, platforms))];
  const texts = await Promise.all(parts.map(notice));
  await writeFile(path.join(dist, NOTICES), `${texts.join(`\n${'='.repeat(80)}\n\n`)}`);
}

/** The npm packages that the source maps name. */
async function bundledPackages(root: string, dist: string): Promise<Part[]> {
  const names = new Set<string>();
  for (const file of (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js.map'))) {
    const { sources } = JSON.parse(await readFile(path.join(dist, file), 'utf8')) as { sources: string[] };
    for (const source of sources) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
      if (name) {
        names.add(name);
      }
    }
  }
  return Promise.all(
    [...names].sort().map(async (name) => {
      const folder = path.join(root, 'node_modules', name);
      const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
      return { name: `${name} ${version} (npm)`, folder };
    })
  );
}

/** The Go modules that the backend imports on any of the platforms, and Go's own library. */
async function linkedModules(root: string, platforms: readonly Platform[]): Promise<Part[]> {
  const go = async (args: string[], env = {}) =>
    (await promisify(execFile)('go', args, { cwd: root, env: { ...process.env, ...env }, maxBuffer: 1 << 26 })).stdout;
  const modules = new Map<string, Part>();
  for (const { goos, goarch } of platforms) {
    const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}';
    const listed = await go(['list', '-deps', '-f', format, './pkg'], { GOOS: goos, GOARCH: goarch, CGO_ENABLED: '0' });
    for (const line of listed.split('\n').filter((text) => text.includes('\t'))) {
      const [name = '', folder = ''] = line.split('\t');
      modules.set(name, { name: `${name} (Go)`, folder });
    }
  }
  const [goRoot = '', version = ''] = (await go(['env', 'GOROOT', 'GOVERSION'])).trim().split('\n');
  return [
    { name: `Go standard library ${version}`, folder: goRoot },
    ...[...modules.keys()].sort().map((key) => modules.get(key)!),
  ];
}

async function notice({ name, folder }: Part): Promise<string> {
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  if (!files.some((file) => !/^notice/i.test(file))) {
    throw new Error(`${name} comes without a licence text, so it can't be shipped.`);
  }
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return [name, ...texts.map((text) => text.replaceAll('\r\n', '\n').trim())].join('\n\n') + '\n';
}
