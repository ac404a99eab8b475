import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { type HealthAnswer } from '../health/healthAnswer';
import { type HealthCategory } from '../health/healthRule';
import { type TargetView } from '../state/status';
import { type Target } from '../target';

/** The steps of "Check", in order. */
export type CheckStepId = 'provisioned' | 'approved' | 'refreshed' | 'address' | 'connection' | 'health';

/** `unknown` goes on to the next step; `failed` stops; `skipped` follows a failed one; `running` waits for health. */
export type CheckOutcome = 'ok' | 'failed' | 'warning' | 'unknown' | 'skipped' | 'running';

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
  /** An admin marked the data source as public on purpose. */
  publicOnPurpose?: boolean;
}

/** What one step says; the rest is filled in here. */
export type StepResult = Pick<CheckStep, 'outcome' | 'finding' | 'next'> & Partial<Pick<CheckStep, 'category' | 'raw'>>;
