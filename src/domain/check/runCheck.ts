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

/** Runs the check in order and stops at the first step that fails: that is where to look. */
export function runCheck(facts: CheckFacts): CheckStep[] {
  let stopped = false;
  return steps.map(([id, judge]) => {
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
    stopped = result.outcome === 'failed' || result.outcome === 'skipped';
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
  return health?.outcome === 'ok' ? 'Passed: the target responds over the private endpoint.' : (health?.finding ?? '');
}
