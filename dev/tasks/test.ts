import { mkdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { root } from './paths';
import { run, type RunOptions } from './run';
import { goTally, jestTally, playwrightTally, type Tally } from './tally';

interface Step {
  name: string;
  /** Runs the step and counts its tests; a step without tests counts as one. */
  go: () => Promise<Tally>;
}

const reports = path.join(root, '.dev', 'reports');
const report = (name: string) => path.join(reports, name);
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);

const script = (name: string, ...args: string[]) => scriptWith({}, name, ...args);

/** For steps that run side by side: what it says appears in one piece, at its end. */
async function wholeScript(name: string, env: Record<string, string> = {}): Promise<Tally> {
  const outFile = report(`${name}.out`);
  const tally = await scriptWith({ outFile, env }, name);
  console.log(readFileSync(outFile, 'utf8').trim());
  return tally;
}

async function scriptWith(options: RunOptions, name: string, ...args: string[]): Promise<Tally> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['run', '--silent', name, '--', ...args], options);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The runner's own count; when it failed without counting a failure, that is one. */
function counted(code: number, tally: Tally): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The race detector is C, and needs a compiler. */
function hasCompiler(): Promise<boolean> {
  return run('cc', ['--version'], { outFile: report('cc.out') }).then(
    (code) => code === 0,
    () => false
  );
}

async function browserTests(name: string, env: Record<string, string>, ...specs: string[]): Promise<Tally> {
  const given = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report(name) };
  const { failed } = await scriptWith({ env: given }, 'e2e', '--reporter=line,json', ...specs);
  const { flaky, ...tally } = playwrightTally(readFileSync(report(name), 'utf8'));
  if (flaky > 0) {
    console.log(`${flaky} passed only when tried again`);
  }
  return counted(failed, tally);
}

const floorSpecs = ['tests/list.spec.ts', 'tests/palette.spec.ts'];

const goTests: Step = {
  name: 'go',
  go: async () => {
    const race = (await hasCompiler()) ? ['-race'] : [];
    if (race.length === 0) {
      console.log('No C compiler (cc) here: Go tests run without the race detector.');
    }
    const code = await run('go', ['test', '-json', ...race, './...'], { outFile: report('go.jsonl') });
    const { output, ...tally } = goTally(readFileSync(report('go.jsonl'), 'utf8'));
    console.log(output);
    return counted(code, tally);
  },
};

const jestTests: Step = {
  name: 'jest',
  go: async () => {
    // Tests of the real backend's faults wait for minutes, and leave their core to another worker.
    const args = [`--maxWorkers=${cpus().length + 1}`, '--json', `--outputFile=${report('jest.json')}`, '--silent'];
    const code = await run(bin('jest'), args, { outFile: report('jest.out') });
    return counted(code, jestTally(readFileSync(report('jest.json'), 'utf8')));
  },
};

/** In order; those in one list run side by side: what mostly waits beside what mostly computes. */
const steps: Step[][] = [
  [
    ...['typecheck', 'unused', 'build'].map((name) => ({ name, go: () => wholeScript(name) })),
    // As the build compiles, which begins earlier: libraries are compiled once for both.
    { name: 'lint', go: () => wholeScript('lint', { CGO_ENABLED: '0', GOFLAGS: '-trimpath' }) },
  ],
  [goTests, jestTests],
  [
    { name: 'e2e', go: () => browserTests('e2e.json', {}) },
    { name: 'reproducible', go: () => wholeScript('reproducible') },
  ],
  // The whole suite runs on the Grafana that we build with; on the oldest, the pages that everybody sees.
  [
    {
      name: 'e2e on the oldest Grafana',
      go: () => browserTests('e2e-floor.json', { GRAFANA: 'floor' }, ...floorSpecs),
    },
    { name: 'fuzz', go: () => wholeScript('fuzz') },
    { name: 'scan', go: () => wholeScript('scan') },
  ],
  [{ name: 'budgets', go: () => script('bench', '--quick') }],
];

/** `npm test`: everything, once, all of it even where something fails; ends with the count. */
async function main(): Promise<void> {
  mkdirSync(reports, { recursive: true });
  const total: Tally = { passed: 0, failed: 0 };
  const failed: string[] = [];
  const take = async (step: Step) => {
    const begun = Date.now();
    const tally = await step.go().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    console.log(`${step.name}: ${tally.passed} ok, ${tally.failed} not, ${Math.round((Date.now() - begun) / 1000)} s`);
    total.passed += tally.passed;
    total.failed += tally.failed;
    if (tally.failed > 0) {
      failed.push(step.name);
    }
  };
  for (const sideBySide of steps) {
    console.log(`\n── ${sideBySide.map(({ name }) => name).join(', ')}`);
    await Promise.all(sideBySide.map(take));
  }
  console.log(failed.length > 0 ? `\nLook at: ${failed.join(', ')}\n` : '');
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
}

void main();
