import { addressRules } from './addressRules';
import { refusalRules, tokenRules } from './azureRules';
import { databaseRules } from './databaseRules';
import { findingOfOtherHost } from './failingHost';
import { type FindingId, findings } from './findings';
import { type HealthAnswer } from './healthAnswer';
import { findingOfCode } from './healthCodes';
import { type HealthCategory, type HealthRule, type HealthSubject } from './healthRule';
import { httpRules, lastRules } from './httpRules';
import { networkRules } from './networkRules';
import { type StepId, steps } from './steps';
import { storeRules } from './storeRules';
import { tlsRules } from './tlsRules';

/** A failing health answer, sorted. */
export interface SortedHealth {
  category: HealthCategory;
  meaning: string;
  next: string;
  /** Id of what it means; `unclear` when no rule knew the text. */
  finding: FindingId;
  step: StepId;
  /** What the text proves; undefined where it proves nothing. */
  reached: 'target' | 'server' | 'no' | undefined;
}

/** Sorts a failing health answer into where the connection fails; honest when no rule knows the text. */
export function sortHealth(answer: HealthAnswer, subject: HealthSubject = {}): SortedHealth {
  if (answer.status === 'missing' && !/plugin\.notRegistered/.test(answer.raw)) {
    return {
      ...sorted('unclear'),
      meaning: 'This data source doesn’t have a health check on the server.',
      next: 'Open the data source and select Save & test.',
    };
  }
  return sorted(findingOf(answer.raw, subject));
}

function findingOf(raw: string, subject: HealthSubject): FindingId {
  // A very long answer can only repeat itself. A check of several services also says which ones work.
  const text = raw.slice(0, 8_000).replace(/(?:^|\n)\d+\. Successfully [^\n]*?(?=\n|$)/g, '');
  return (
    findingOfCode(text) ??
    firstOf(refusalRules, text) ??
    findingOfOtherHost(text, subject) ??
    firstOf(tokenRules, text) ??
    firstOf(addressRules, text) ??
    firstOf(tlsRules, text) ??
    firstOf(networkRules, text) ??
    firstOf(rulesOfStore(subject.type), text) ??
    firstOf(httpRules, text) ??
    firstOf(lastRules, text) ??
    'unclear'
  );
}

const firstOf = (rules: readonly HealthRule[], text: string) => rules.find(([pattern]) => pattern.test(text))?.[1];

const tables = [...databaseRules, ...storeRules];

// The store's own table; all of them where the type is unknown or has none.
function rulesOfStore(type: string | undefined): readonly HealthRule[] {
  const own = tables.filter(([types]) => type !== undefined && types.includes(type));
  return (own.length > 0 ? own : tables).flatMap(([, rules]) => rules);
}

function sorted(finding: FindingId): SortedHealth {
  const found: { category: HealthCategory; reached?: SortedHealth['reached']; meaning: string; step: StepId } =
    findings[finding];
  const { category, reached, meaning, step } = found;
  const proof = reached === 'target' ? 'The target responded. ' : '';
  return { category, meaning: proof + meaning, next: steps[step], finding, step, reached };
}
