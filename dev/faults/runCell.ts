import { type Answer, type TestBackend, workingSettings } from './backend';
import { type Fault } from './faults';
import { rest, type Step } from './steps';

/** How one step went with one fault. */
export interface Outcome {
  step: string;
  fault: string;
  answer: Answer;
  /** How often the change was there when the fault had passed; undefined for reads. */
  doneBefore: number | undefined;
  /** The same step, tried again after the fault. */
  retry: Answer;
  doneAfter: number | undefined;
  /** Requests of the step's own that went out before the retry. */
  sent: number;
  /** False when anything changed that isn't the step's own. */
  kept: boolean;
}

/** Runs a step with a fault, clears the fault, checks what happened, and tries again. */
export async function runCell(backend: TestBackend, step: Step, fault: Fault): Promise<Outcome> {
  const { ask, control } = backend;
  await backend.reset();
  const before = await rest(ask, step);
  const prepared = (await step.prepare?.(ask)) ?? '';
  await fault.arrange(backend, step);
  if (fault.cold) {
    await backend.restart();
  }
  await control.call('DELETE', '/requests');

  const [answer] = await Promise.all([step.act(ask, prepared), fault.meanwhile?.(backend)]);
  const { count: sent } = await control.requests({ ...step.upstream });

  await control.call('DELETE', '/faults');
  backend.configure(workingSettings());
  await fault.revert?.(backend);
  return { ...(await look(backend, step, prepared, before)), step: step.name, fault: fault.name, answer, sent };
}

/** What can be seen once the fault has passed, and after another try. */
export async function look(backend: TestBackend, step: Step, prepared: string, before: string) {
  const { ask } = backend;
  const doneBefore = await step.done?.(ask);
  const retry = await step.act(ask, prepared);
  const doneAfter = await step.done?.(ask);
  return { doneBefore, retry, doneAfter, kept: (await rest(ask, step)) === before };
}
