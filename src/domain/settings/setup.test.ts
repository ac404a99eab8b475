import { setupVerdict, type CheckOutcome } from './setup';

const checks = (...outcomes: CheckOutcome[]) =>
  outcomes.map((outcome) => ({ id: 'x', outcome, summary: '', hint: '' }));

it.each<[CheckOutcome[], string]>([
  [['ok', 'ok'], 'ok'],
  [['ok', 'unknown', 'skipped'], 'ok'],
  [['ok', 'warning', 'unknown'], 'warning'],
  [['warning', 'failed', 'skipped'], 'failed'],
])('%j is %s', (outcomes, verdict) => {
  expect(setupVerdict(checks(...outcomes))).toBe(verdict);
});
