import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { root } from './paths';

interface StepOfWorkflow {
  name?: string;
  run?: string;
  uses?: string;
  if?: string;
}

const folder = path.join(root, '.github/workflows');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const releaseSteps = () => parse(read('release.yml')).jobs.release.steps as StepOfWorkflow[];
const stepNamed = (name: string) => releaseSteps().findIndex((step) => step.name === name);

it.each(readdirSync(folder))('%s takes actions by commit, with the version as a comment', (name) => {
  const used = read(name).match(/^.*uses:.*$/gm) ?? [];
  expect(used.length).toBeGreaterThan(0);
  used.forEach((line) => expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/));
});

it('signs what was built, packs what was signed, attests what was packed, and publishes that', () => {
  const order = ['Build', 'Scan', 'Sign', 'Pack', 'Validate', 'Attest', 'Draft the release'].map(stepNamed);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  // A step that packed again after this would attest other bytes than it publishes.
  expect(releaseSteps().filter(({ run = '' }) => run.includes('npm run package'))).toHaveLength(2);
});

it('publishes nothing without a tag', () => {
  ['Attest', 'Draft the release'].forEach((name) => {
    expect(releaseSteps()[stepNamed(name)]?.if).toBe("github.ref_type == 'tag'");
  });
});
