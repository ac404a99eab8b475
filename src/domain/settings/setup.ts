import { type Failure } from '../failure';
import { type AuthType } from './settings';

/** How one step of the check went. `skipped`: an earlier step failed. `unknown`: it can't be told beforehand. */
export type CheckOutcome = 'ok' | 'failed' | 'warning' | 'unknown' | 'skipped';

export interface SetupCheck {
  /** signIn, workspace, tier, cloud, provider, then the rights: list, create, delete, refresh, readTargets. */
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
};

/** The worst that a check found, in one word for the headline. */
export function setupVerdict(checks: readonly SetupCheck[]): 'ok' | 'failed' | 'warning' {
  if (checks.some(({ outcome }) => outcome === 'failed')) {
    return 'failed';
  }
  return checks.some(({ outcome }) => outcome === 'warning') ? 'warning' : 'ok';
}
