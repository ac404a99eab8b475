import { mkdir, readFile, rm, symlink, writeFile, cp } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { checkTypes } from '../mutants/checkTypes';
import equivalents from '../mutants/equivalent.json';
import {
  changedConstant,
  ofGremlins,
  ofStryker,
  sourceLine,
  unexplained,
  type GremlinsReport,
  type Mutant,
} from '../mutants/mutant';
import { rooms, type Room } from '../mutants/rooms';
import { installPackages } from './installPackages';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const GREMLINS = 'github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0';
const folder = path.join(root, '.dev', 'mutants');

/**
 * `npm run mutants -- [room, folder or file …]`: breaks the rules one by one and prints which changes no test notices.
 * Takes hours for all rooms of `dev/mutants/rooms.ts`; names of rooms, or of what is in them, narrow it.
 */
runTask(async () => {
  const wanted = process.argv.slice(2);
  const table: string[] = [];
  let left = 0;
  for (const room of rooms) {
    const only = wanted.filter((name) => name === room.name || name.startsWith(`${room.name}/`));
    if (wanted.length > 0 && only.length === 0) {
      continue;
    }
    const files = only.filter((name) => name !== room.name);
    await mkdir(folder, { recursive: true });
    const mutants = room.language === 'go' ? await gremlins(room, files) : await stryker(room, files);
    const { survivors, stale } = unexplained(mutants, equivalents, sourceLine(root));
    const count = (status: Mutant['status']) => mutants.filter((mutant) => mutant.status === status).length;
    const tried = count('noticed') + count('survived');
    table.push(
      `${room.name}: ${tried} changes, ${count('noticed')} noticed (${((100 * count('noticed')) / tried).toFixed(1)} %), ` +
        `${count('survived') - survivors.length} equivalent, ${survivors.length} not noticed`
    );
    for (const { file, line, change } of survivors) {
      console.log(`not noticed: ${file}:${line} ${change}`);
    }
    for (const { file, text } of stale) {
      console.log(`no longer needed in dev/mutants/equivalent.json: ${file} "${text}"`);
    }
    left += survivors.length + stale.length;
  }
  console.log(table.join('\n'));
  process.exitCode = left > 0 ? 1 : 0;
});

/** Gremlins copies the whole module for each worker, so it gets one with nothing but Go in it. */
async function gremlins({ name, files: [target = ''], testedElsewhere }: Room, only: string[]): Promise<Mutant[]> {
  const copy = path.join(folder, 'go');
  await rm(copy, { recursive: true, force: true });
  for (const part of ['go.mod', 'go.sum', 'pkg', 'catalogue', 'testdata', 'src/plugin.json']) {
    await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  await symlink('src/plugin.json', path.join(copy, 'plugin.json'));
  const report = path.join(folder, `${name.replaceAll('/', '-')}.json`);
  await rm(report, { force: true });
  const others =
    only.length > 0 ? ['--exclude-files', `^(?!.*(${only.map((file) => path.basename(file)).join('|')})$)`] : [];
  await run(
    'go',
    [
      ...['run', GREMLINS, 'unleash', `./${target}`, '--output', report, '--timeout-coefficient', '20'],
      ...['--workers', String(cpus().length)],
      ...(testedElsewhere ? ['--integration', '--coverpkg', './pkg/...'] : []),
      ...others,
    ],
    { cwd: copy, outFile: `${report}.out` }
  );
  const found = JSON.parse(await readFile(report, 'utf8')) as GremlinsReport;
  await tryConstants(found, copy, target, testedElsewhere ? './pkg/...' : `./${target}`);
  return ofGremlins(found, target);
}

/** Tries what Gremlins leaves out, and writes the result into its report. */
async function tryConstants({ files = [] }: GremlinsReport, copy: string, target: string, tests: string) {
  for (const { file_name, mutations } of files) {
    const file = path.join(copy, target, file_name);
    const source = await readFile(file, 'utf8');
    for (const mutation of mutations) {
      const changed = changedConstant(source, mutation);
      if (changed !== undefined) {
        await writeFile(file, changed);
        const code = await run('go', ['test', '-failfast', tests], { cwd: copy, outFile: `${file}.out` });
        mutation.status = code === 0 ? 'LIVED' : 'KILLED';
        await writeFile(file, source);
      }
    }
  }
}

const globOf = (name: string) => (path.extname(name) ? name : `${name}/**/*.{ts,tsx}`);

async function stryker({ name, files }: Room, only: string[]): Promise<Mutant[]> {
  await installPackages('dev/mutants');
  const report = path.join(folder, `${name.replaceAll('/', '-')}.json`);
  const config = path.join(folder, 'stryker.json');
  await writeFile(
    config,
    JSON.stringify({
      testRunner: 'jest',
      jest: {
        configFile: `dev/mutants/jest.${name === 'src/domain' ? 'domain' : 'plugin'}.cjs`,
        enableFindRelatedTests: true,
      },
      mutate: [...(only.length > 0 ? only.map(globOf) : files), '!src/**/*.test.*', '!src/**/testing/**'],
      coverageAnalysis: 'perTest',
      ignoreStatic: true,
      concurrency: cpus().length,
      tempDirName: path.join(folder, 'stryker'),
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      allowConsoleColors: false,
    })
  );
  await run(process.execPath, [
    path.join(root, 'dev/mutants/node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    config,
  ]);
  return checkTypes(ofStryker(JSON.parse(await readFile(report, 'utf8'))), path.join(folder, 'types'));
}
