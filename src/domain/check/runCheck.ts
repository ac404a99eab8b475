import { type CheckFacts, type CheckStep, type CheckStepId, type StepResult } from './checkStep';
import { checkAddress } from './checkAddress';
import { checkConnection } from './checkConnection';
import { checkEndpointState } from './checkEndpointState';
import { checkHealth } from './checkHealth';

const titles: Record<CheckStepId, string> = {
  provisioned: 'Endpoint created',
  approved: 'Request approved',
  refreshed: 'Workspace refreshed',
  address: 'Address uses the endpoint',
  connection: 'Scheme, port and TLS name match',
  health: 'Target responds',
};

const steps: ReadonlyArray<[CheckStepId, (facts: CheckFacts) => StepResult]> = [
  ['provisioned', (facts) => checkEndpointState(facts).provisioned],
  ['approved', (facts) => checkEndpointState(facts).approved],
  ['refreshed', (facts) => checkEndpointState(facts).refreshed],
  ['address', checkAddress],
  ['connection', checkConnection],
  ['health', checkHealth],
];

// What is public on purpose and leads to no endpoint: only whether it responds is asked, from wherever.
const publicSteps: typeof steps = [
  ['address', () => ({ outcome: 'ok', finding: 'Public on purpose, as an admin marked it.', next: '' })],
  ['health', (facts) => checkHealth({ ...facts, insideManagedNetwork: true })],
];
const publicTitles: Partial<typeof titles> = { address: 'Network path' };

/** True where no endpoint is expected: the data source is public on purpose, and leads to none. */
export function isPublicOnPurpose({ publicOnPurpose, endpoint }: Partial<CheckFacts>): boolean {
  return publicOnPurpose === true && !endpoint;
}

/** Runs the check in order and stops at the first step that fails: that is where to look. */
export function runCheck(facts: CheckFacts): CheckStep[] {
  return isPublicOnPurpose(facts)
    ? runSteps(publicSteps, { ...titles, ...publicTitles }, facts)
    : runSteps(steps, titles, facts);
}

function runSteps(all: typeof steps, titles: Record<CheckStepId, string>, facts: CheckFacts): CheckStep[] {
  let stopped = false;
  return all.map(([id, judge]) => {
    if (stopped) {
      return {
        id,
        title: titles[id],
        outcome: 'skipped',
        finding: 'Skipped because an earlier step failed.',
        next: '',
        raw: '',
      };
    }
    const result = judge(facts);
    stopped = result.outcome === 'failed';
    return { id, title: titles[id], raw: '', ...result };
  });
}

/** True when every step before the health check lets it run. */
export function isHealthWorthwhile(facts: CheckFacts): boolean {
  return runCheck({ ...facts, health: undefined }).at(-1)?.outcome === 'running';
}

/** The whole check in one sentence. */
export function checkSummary(result: readonly CheckStep[]): string {
  const failed = result.find((step) => step.outcome === 'failed');
  if (failed) {
    return failed.finding;
  }
  if (result.some((step) => step.outcome === 'running')) {
    return 'Checking…';
  }
  const health = result.find((step) => step.id === 'health');
  // Without these steps there is no endpoint, on purpose.
  const network = result.some((step) => step.id === 'approved')
    ? 'through the private endpoint'
    : 'through the public network';
  return health?.outcome === 'ok' ? `Passed: the target responds ${network}.` : (health?.finding ?? '');
}
