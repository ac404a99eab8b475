import { azureRules } from './azureRules';
import { type HealthAnswer } from './healthAnswer';
import { type HealthCategory, type HealthRule } from './healthRule';
import { networkRules } from './networkRules';
import { signInRules } from './signInRules';
import { storeRules } from './storeRules';
import { tlsRules } from './tlsRules';

/** All rules in the order they are tried: the first that knows the text decides. */
export const healthRules: readonly HealthRule[] = [
  ...azureRules,
  ...networkRules,
  ...tlsRules,
  ...signInRules,
  ...storeRules,
];

/** A failing health answer, sorted. */
export interface SortedHealth {
  category: HealthCategory;
  meaning: string;
  next: string;
  /** Id of the rule; '' when none knew the text. */
  rule: string;
}

/** Sorts a failing health answer into where the connection fails; honest when no rule knows the text. */
export function sortHealth(answer: HealthAnswer): SortedHealth {
  // A very long answer can only repeat itself; rules look at its beginning.
  const text = answer.raw.slice(0, 8_000);
  const rule = healthRules.find(({ pattern }) => pattern.test(text));
  if (rule) {
    const { category, meaning, next, id } = rule;
    return { category, meaning, next, rule: id };
  }
  return {
    category: 'cantTell',
    meaning:
      answer.status === 'missing'
        ? 'This data source doesn’t have a health check on the server.'
        : 'The cause of this error is unknown.',
    next:
      answer.status === 'missing'
        ? 'Open the data source and select Save & test.'
        : 'See the full response below, and the Grafana server log.',
    rule: '',
  };
}
