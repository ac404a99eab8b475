import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const govulncheck = 'golang.org/x/vuln/cmd/govulncheck@v1.9.0';
const gosec = 'github.com/securego/gosec/v2/cmd/gosec@v2.30.0';

/**
 * Findings in binaries that are accepted, with the reason. The binaries have no symbols, so there everything in a required
 * module counts as called; the scan of the source tells what is.
 */
const accepted: Record<string, string> = {
  'GO-2026-5932': 'golang.org/x/crypto/openpgp is not imported',
};

/**
 * `npm run scan`: looks for known vulnerabilities in the backend's source and in the binaries of dist/ (govulncheck).
 * GOVULNDB is another database: `file:///…` where there is no network. Without one it says so. `-- --release` also looks for
 * risky Go code (gosec), and fails without a database.
 */
runTask(async () => {
  const { release } = parseArgs({ options: { release: { type: 'boolean' } } }).values;
  const database = process.env.GOVULNDB || 'https://vuln.go.dev';
  const failed: string[] = [];
  if (await isThere(database)) {
    await scan(failed, govulncheck, ['-db', database, './...']);
    for (const binary of await binaries()) {
      await scanBinary(failed, database, binary);
    }
  } else {
    console.log(`Not scanned for known vulnerabilities: ${database} can't be read. GOVULNDB=file:///… is another one.`);
    failed.push(...(release ? ['no vulnerability database'] : []));
  }
  if (release) {
    // What is accepted says so where it stands: "#nosec", the rule and the reason.
    await scan(failed, gosec, ['-quiet', '-exclude-generated', './pkg/...', './catalogue/...']);
  }
  if (failed.length > 0) {
    throw new Error(`Findings: ${failed.join('; ')}.`);
  }
});

async function scan(failed: string[], tool: string, args: string[]): Promise<void> {
  console.log(`${path.basename(tool)} ${args.join(' ')}`);
  if ((await run('go', ['run', tool, ...args])) !== 0) {
    failed.push(`${path.basename(tool)} ${args.at(-1)}`);
  }
}

async function scanBinary(failed: string[], database: string, binary: string): Promise<void> {
  const outFile = path.join(root, '.dev', 'govulncheck.json');
  await mkdir(path.dirname(outFile), { recursive: true });
  const args = ['run', govulncheck, '-db', database, '-mode', 'binary', '-format', 'json', binary];
  const code = await run('go', args, { outFile });
  const found = await readFile(outFile, 'utf8');
  const ids = new Set([...found.matchAll(/"finding":\s*\{\s*"osv":\s*"([^"]+)"/g)].map(([, id = '']) => id));
  const open = [...ids].filter((id) => !Object.hasOwn(accepted, id));
  console.log(`${binary}: ${[...ids].map((id) => `${id} (${accepted[id] ?? 'open'})`).join(', ') || 'nothing found'}`);
  if (code !== 0 || open.length > 0) {
    failed.push(`${binary} ${open.join(', ')}`);
  }
}

async function isThere(database: string): Promise<boolean> {
  if (database.startsWith('file:')) {
    return existsSync(fileURLToPath(database));
  }
  const index = `${database}/index/db.json`;
  return fetch(index, { signal: AbortSignal.timeout(10_000) }).then(
    ({ ok }) => ok,
    () => false
  );
}

async function binaries(): Promise<string[]> {
  const dist = path.join(root, 'dist');
  const names = existsSync(dist) ? await readdir(dist) : [];
  return names.filter((name) => name.startsWith('gpx_')).map((name) => path.join('dist', name));
}
