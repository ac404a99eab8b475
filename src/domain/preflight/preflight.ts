import { analyticsRules } from './analyticsRules';
import { databaseRules } from './databaseRules';
import { generalRules } from './generalRules';
import { privateLinkServiceRules } from './privateLinkServiceRules';
import { type Outcome, type PreflightFacts, type PreflightRule, type Verdict } from './preflightRule';

/** A rule's verdict on this target. */
export interface PreflightResult extends Verdict {
  rule: PreflightRule;
}

/** All rules. */
export const preflightRules: readonly PreflightRule[] = [
  ...generalRules,
  ...databaseRules,
  ...analyticsRules,
  ...privateLinkServiceRules,
];

/** Says before it is tried what would make the endpoint fail or disappoint: problems first, what is fine last. */
export function preflight(facts: PreflightFacts): PreflightResult[] {
  const results = preflightRules.flatMap((rule) => {
    const verdict = rule.judge(facts);
    return verdict ? [{ rule, ...verdict }] : [];
  });
  return results.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
}

const order: readonly Outcome[] = ['problem', 'caution', 'cantTell', 'fine'];
