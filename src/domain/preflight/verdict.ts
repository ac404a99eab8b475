import { type KindKey } from '../catalogue/catalogue';
import { type Target } from '../target';
import { type Outcome, type PreflightFacts, type Verdict } from './preflightRule';

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
          'cantTell',
          unreadable,
          'Check the target in the Azure portal, or assign the Reader role on it to the identity.'
        );
  };
}
