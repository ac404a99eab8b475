import { type KindKey, type TargetKind } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { type RightKey, type RightState } from '../permissions';
import { type Target } from '../target';
import { type Workspace } from '../workspace';

/** What pre-flight knows. What couldn't be read is undefined, and the rules say so. */
export interface PreflightFacts {
  targetId: string;
  kind: TargetKind | undefined;
  /** The target, when the identity may read it. */
  target: Target | undefined;
  /** The sub-resource chosen; '' for none. */
  subResource: string;
  /** The workspace's endpoints; undefined when they couldn't be listed. */
  endpoints: readonly Endpoint[] | undefined;
  workspace: Workspace | undefined;
  rights: Partial<Record<RightKey, RightState>>;
}

/**
 * `problem`: it will fail or do nothing. `caution`: it may disappoint. `unknown`: look yourself. `fine`: was checked
 * and is in order. Nothing of it blocks: Azure decides.
 */
export type Outcome = 'problem' | 'caution' | 'unknown' | 'fine';

/** What a rule says. */
export interface Verdict {
  outcome: Outcome;
  message: string;
  /** What to do about it; '' when there is nothing to do. */
  fix: string;
}

/** One rule, with where it comes from. */
export interface PreflightRule {
  id: string;
  title: string;
  /** Documented by the vendor, or only probable; a probable rule never says `problem`. */
  certainty: 'documented' | 'probable';
  source: string;
  /** ISO date. */
  checked: string;
  /** Undefined when the rule doesn't apply to this target. */
  judge: (facts: PreflightFacts) => Verdict | undefined;
}

/** A verdict in one line. */
export function verdict(outcome: Outcome, message: string, fix = ''): Verdict {
  return { outcome, message, fix };
}

/** A judge for one kind that needs the target itself; says so when it can't be read. */
export function judgeTarget(
  key: KindKey,
  judge: (target: Target) => Verdict,
  unreadable: string
): (facts: PreflightFacts) => Verdict | undefined {
  return ({ kind, target }) => {
    if (kind?.key !== key) {
      return undefined;
    }
    return target
      ? judge(target)
      : verdict(
          'unknown',
          unreadable,
          'Check the target in the Azure portal, or assign the Reader role on it to the identity.'
        );
  };
}
