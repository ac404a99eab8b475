import { type PreflightResult, preflightRules } from './preflight';
import { type Outcome } from './preflightRule';
import { preflightSummary } from './preflightSummary';

const results = (...outcomes: Outcome[]): PreflightResult[] =>
  outcomes.map((outcome) => ({ rule: preflightRules[0]!, outcome, message: '', fix: '' }));

it.each<[Outcome[], string]>([
  [['problem', 'caution', 'caution', 'fine'], '1 problem, 2 warnings'],
  [['problem', 'problem', 'cantTell'], '2 problems, 1 manual check'],
  [['fine'], 'No problems found.'],
  [[], 'No problems found.'],
])('sums %j up', (outcomes, expected) => {
  expect(preflightSummary(results(...outcomes))).toBe(expected);
});
