import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { demo } from '../azure/demo';
import { root } from '../tasks/paths';
import { type Answer, startBackend, type TestBackend } from './backend';
import { faultsDocument } from './document';
import {
  accessFaults,
  busy,
  changedFaults,
  commonFaults,
  type Fault,
  late,
  nameTaken,
  readFaults,
  refusals,
  slow,
  writeFaults,
} from './faults';
import { look, type Outcome, runCell } from './runCell';
import { otherCheck, reads, type Step, writes } from './steps';

jest.setTimeout(180_000);

let backend: TestBackend;
const outcomes: Outcome[] = [];
beforeAll(async () => {
  backend = await startBackend({ pluginIni: { approve_requests: 'true' } });
});
afterAll(() => backend.close());

/** What the rules of the side that is written to make of a change. */
function rulesFor({ upstream }: Step): Fault[] {
  if (upstream.host === 'resourceManager') {
    return [busy];
  }
  return upstream.method === 'POST' ? [nameTaken, ...accessFaults] : [...changedFaults, ...accessFaults];
}

const [listing] = reads;
const querying = reads.find(({ isQuery }) => isQuery);
const [creating] = writes;
const cells: Array<[Step, Fault]> = [
  ...reads.flatMap((step) => readFaults.map((fault): [Step, Fault] => [step, fault])),
  ...writes.flatMap((step) => {
    return [...writeFaults, ...rulesFor(step)].map((fault): [Step, Fault] => [step, fault]);
  }),
  ...refusals.map((fault): [Step, Fault] => [creating as Step, fault]),
  ...[listing, creating, querying].flatMap((step) => commonFaults.map((fault): [Step, Fault] => [step as Step, fault])),
];

function expectGood(outcome: Outcome) {
  const { answer, retry, doneBefore, doneAfter, sent, kept } = outcome;
  const isQuery = reads.some(({ name, isQuery }) => isQuery && name === outcome.step);
  if (answer.status >= 300 && isQuery) {
    expect(answer.body.message).toMatch(/^[A-Z].*[.?]$/);
  } else if (answer.status >= 300) {
    expect(answer.body).toMatchObject({
      code: expect.stringMatching(/^[a-z_]+$/),
      message: expect.stringMatching(/^[A-Z].*\.$/),
      hint: expect.stringMatching(/^[A-Z].*[.?]$/),
    });
  }
  expect(kept).toBe(true);
  expect(doneAfter ?? 1).toBe(1);
  if (doneBefore !== undefined) {
    expect(sent).toBeLessThanOrEqual(1);
    expect(doneBefore).toBeLessThanOrEqual(1);
  }
  // A change that had happened may say so; everything else works again.
  expect(retry.status < 300 || doneBefore === 1).toBe(true);
  const told = JSON.stringify([answer, retry]) + backend.log();
  expect(told).not.toContain(demo.clientSecret);
  expect(told).not.toMatch(/eyJ[\w-]{10,}\./);
}

it.each(cells.map(([step, fault]) => ({ title: `${step.name}: ${fault.name}`, step, fault })))(
  '$title',
  async ({ step, fault }) => {
    const outcome = await runCell(backend, step, fault);
    outcomes.push(outcome);
    expectGood(outcome);
  }
);

/** Waits until each fault that is switched on has met its request. */
async function faultsAreMet() {
  for (let tries = 0; tries < 100; tries++) {
    const { faults } = await backend.control.call<{ faults: Array<{ hits: number }> }>('GET', '/faults');
    if (faults.every(({ hits }) => hits > 0)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// The backend waits 20 seconds for an answer, for a data store's health 50, so all steps wait at once.
it('answers in time when nothing else does', async () => {
  await backend.reset();
  const steps = [...reads, ...writes].filter(({ name }) => !/^Undo/.test(name));
  const waits: Array<[Step, Fault]> = [[otherCheck, late], ...steps.map((step): [Step, Fault] => [step, slow])];
  const prepared = await Promise.all(waits.map(async ([step]) => (await step.prepare?.(backend.ask)) ?? ''));
  await backend.control.call('DELETE', '/requests');
  const begun = Date.now();
  const acts: Array<Promise<Answer>> = [];
  for (const [i, [step, fault]] of waits.entries()) {
    await fault.arrange(backend, step);
    acts.push(step.act(backend.ask, prepared[i] ?? ''));
    // One after the other, since the workspace takes one change at a time.
    await faultsAreMet();
  }
  const answers = await Promise.all(acts);
  expect(Date.now() - begun).toBeLessThan(65_000);
  await backend.control.call('DELETE', '/faults');
  for (const [i, [step, fault]] of waits.entries()) {
    const { count: sent } = await backend.control.requests({ ...step.upstream });
    const seen = await look(backend, step, prepared[i] ?? '', '');
    const outcome = { ...seen, kept: true, step: step.name, fault: fault.name, answer: answers[i] ?? seen.retry, sent };
    outcomes.push(outcome);
    // After a write to Grafana the backend looks automatically, and finds that it was done.
    const found = fault === late || (step.done && step.upstream.host === 'grafana');
    expect(outcome.answer.status).toBe(found ? 200 : 504);
    expectGood(outcome);
  }
});

it('docs/faults.md matches the results', () => {
  // A filtered run has seen only a part.
  if (outcomes.length < cells.length) {
    return;
  }
  const order = [...reads, ...writes].map(({ name }) => name);
  const sorted = [...outcomes].sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
  const file = path.join(root, 'docs/faults.md');
  if (process.env.WRITE_FAULTS) {
    writeFileSync(file, faultsDocument(sorted));
  }
  expect(readFileSync(file, 'utf8')).toBe(faultsDocument(sorted));
});
