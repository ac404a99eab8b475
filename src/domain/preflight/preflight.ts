import { analyticsRules } from './analyticsRules';
import { databaseRules } from './databaseRules';
import { generalRules } from './generalRules';
import { type Outcome, type PreflightFacts, type PreflightRule, type Verdict } from './preflightRule';
import { privateLinkServiceRules } from './privateLinkServiceRules';

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

/** What will make the endpoint fail. A missing permission isn't among it: it is told for itself, with a way around. */
export function blockersOf(results: readonly PreflightResult[]): PreflightResult[] {
  return results.filter(({ outcome, rule }) => outcome === 'problem' && rule.id !== 'createRight');
}

const order: readonly Outcome[] = ['problem', 'caution', 'unknown', 'fine'];

const words: ReadonlyArray<[Outcome, string, string]> = [
  ['problem', 'problem', 'problems'],
  ['caution', 'warning', 'warnings'],
  ['unknown', 'manual check', 'manual checks'],
];

/**
 * What pre-flight found, in one line; that there is nothing is told only of a target that could be read.
 * @param isRead the target could be read
 */
export function preflightSummary(results: readonly PreflightResult[], isRead: boolean): string {
  const parts = words.flatMap(([outcome, one, many]) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  if (parts.length > 0) {
    return parts.join(', ');
  }
  return isRead ? 'No problems found.' : 'Couldn’t load the resource, so not everything was checked.';
}
