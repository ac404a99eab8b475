import { type PreflightResult } from './preflight';
import { type Outcome } from './preflightRule';

const words: ReadonlyArray<[Outcome, string, string]> = [
  ['problem', 'problem', 'problems'],
  ['caution', 'thing to mind', 'things to mind'],
  ['cantTell', 'thing to look at yourself', 'things to look at yourself'],
];

/** What pre-flight found, in one line; what is fine is told only when there is nothing else. */
export function preflightSummary(results: readonly PreflightResult[]): string {
  const parts = words.flatMap(([outcome, one, many]) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'Nothing stands in the way, as far as can be told.';
}
