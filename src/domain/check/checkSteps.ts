import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { type HealthAnswer } from '../health/healthAnswer';
import { type HealthCategory } from '../health/healthRule';
import { type TargetView } from '../state/status';
import { type Target } from '../target';
import { checkAddress } from './checkAddress';
import { checkConnection } from './checkConnection';
import { checkEndpointState } from './checkEndpointState';
import { checkHealth } from './checkHealth';

/** The steps of "Check", in order. */
export type CheckStepId = 'provisioned' | 'approved' | 'refreshed' | 'address' | 'connection' | 'health';

/** `cantTell` goes on to the next step; `failed` stops; `notRun` follows a failed one; `running` waits for health. */
export type CheckOutcome = 'ok' | 'failed' | 'warning' | 'cantTell' | 'notRun' | 'running';

/** One step with its finding. */
export interface CheckStep {
  id: CheckStepId;
  title: string;
  outcome: CheckOutcome;
  /** What was found, in plain words. */
  finding: string;
  /** What to do next; '' when there is nothing to do. */
  next: string;
  /** Where it fails, for a failed health check. */
  category?: HealthCategory;
  /** The raw text of the health check; '' when there is none. */
  raw: string;
}

/** What is known when a check runs. */
export interface CheckFacts {
  /** The endpoint that is checked, or that the data source leads to; undefined when it leads to none. */
  endpoint: Endpoint | undefined;
  view: TargetView | undefined;
  /** Undefined when an endpoint is checked that no data source uses. */
  dataSource: DataSource | undefined;
  target: Target | undefined;
  /** The answer of the health check; undefined until it ran. */
  health: HealthAnswer | undefined;
  /** True when the Grafana that ran the health check sits in the managed network. */
  insideManagedNetwork: boolean;
}

/** What one step says; the rest is filled in here. */
export type StepResult = Pick<CheckStep, 'outcome' | 'finding' | 'next'> & Partial<Pick<CheckStep, 'category' | 'raw'>>;

const titles: Record<CheckStepId, string> = {
  provisioned: 'The endpoint is created',
  approved: 'The owner approved it',
  refreshed: 'The workspace was refreshed',
  address: 'The address leads over the endpoint',
  connection: 'Scheme, port and TLS name fit',
  health: 'The data store answers',
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
        outcome: 'notRun',
        finding: 'Not looked at: an earlier step failed.',
        next: '',
        raw: '',
      };
    }
    const result = judge(facts);
    stopped = result.outcome === 'failed' || result.outcome === 'notRun';
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
  return health?.outcome === 'ok'
    ? 'Everything works: the data store answers over the private endpoint.'
    : (health?.finding ?? '');
}
