import { type PreflightResult } from './preflight';
import { type Outcome } from './preflightRule';

const words: ReadonlyArray<[Outcome, string, string]> = [
  ['problem', 'problem', 'problems'],
  ['caution', 'warning', 'warnings'],
  ['cantTell', 'manual check', 'manual checks'],
];

/** What pre-flight found, in one line; what is fine is told only when there is nothing else. */
export function preflightSummary(results: readonly PreflightResult[]): string {
  const parts = words.flatMap(([outcome, one, many]) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'No problems found.';
}
