import { type Failure } from '../failure';
import { type AuthType } from './settings';

/** How one step of the check went. `skipped`: an earlier step failed. `unknown`: it can't be told beforehand. */
export type CheckOutcome = 'ok' | 'failed' | 'warning' | 'unknown' | 'skipped';

export interface SetupCheck {
  /** signIn, workspace, tier, cloud, provider, then the rights: list, create, delete, refresh, readTargets; approve where that is on. */
  id: string;
  outcome: CheckOutcome;
  summary: string;
  hint: string;
  error?: Failure;
  /** The action that is missing, and the role that has it. */
  action?: string;
  role?: string;
}

export interface SetupAnswer {
  checks: SetupCheck[];
}

export interface SignInMethodOffer {
  authType: AuthType;
  enabled: boolean;
  /** Why it isn't offered, and how to enable it. */
  reason: string;
  howTo: string;
}

export interface CloudOffer {
  name: string;
  displayName: string;
  supported: 'yes' | 'no' | 'unknown';
  reason: string;
}

export interface SignInOptions {
  /** The cloud of this Grafana. */
  cloud: string;
  clouds: CloudOffer[];
  methods: SignInMethodOffer[];
  /** The operator lets admins switch on that requests are approved from here. */
  approvalAllowed: boolean;
}

/** What each step of the check is about. */
export const checkTitles: Record<string, string> = {
  signIn: 'Authentication',
  workspace: 'Workspace',
  tier: 'Tier',
  cloud: 'Cloud',
  provider: 'Resource provider',
  list: 'List private endpoints',
  create: 'Create private endpoints',
  delete: 'Delete private endpoints',
  refresh: 'Refresh',
  readTargets: 'Read target resources',
  approve: 'Approve requests',
};

/** What the checks found, in one line. That all passed is said of nothing else; what was skipped counts elsewhere. */
export function setupHeadline(checks: readonly SetupCheck[]): string {
  const count = (wanted: CheckOutcome) => checks.filter(({ outcome }) => outcome === wanted).length;
  if (count('failed') > 0) {
    return 'Some checks failed';
  }
  if (count('warning') > 0) {
    return 'Checks passed with warnings';
  }
  const passed = count('ok') === 1 ? '1 check' : `${count('ok')} checks`;
  return count('unknown') > 0 ? `${passed} passed, ${count('unknown')} unknown` : 'All checks passed';
}

/** Says how many checks weren't tried; '' for none. */
export function skippedText(checks: readonly SetupCheck[]): string {
  const count = checks.filter(({ outcome }) => outcome === 'skipped').length;
  return count > 0 ? `${count} ${count === 1 ? 'check' : 'checks'} skipped` : '';
}

/** The check that says why the identity can't sign in; undefined where it can, or where that isn't known. */
export function signInProblem(checks: readonly SetupCheck[]): SetupCheck | undefined {
  return checks.find(({ id, outcome }) => outcome === 'failed' && (id === 'signIn' || id === 'cloud'));
}
