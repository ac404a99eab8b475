import { type CheckOutcome, setupHeadline, signInProblem, skippedText } from './setup';

const checks = (...outcomes: CheckOutcome[]) =>
  outcomes.map((outcome) => ({ id: 'list', outcome, summary: '', hint: '' }));

it.each<[string, CheckOutcome[]]>([
  ['All checks passed', ['ok', 'ok']],
  ['2 checks passed, 1 unknown', ['ok', 'unknown', 'ok']],
  ['1 check passed, 1 unknown', ['ok', 'unknown']],
  ['Checks passed with warnings', ['ok', 'warning', 'unknown']],
  ['Some checks failed', ['failed', 'warning', 'skipped']],
])('says "%s"', (headline, outcomes) => expect(setupHeadline(checks(...outcomes))).toBe(headline));

it.each<[string, CheckOutcome[]]>([
  ['', ['ok', 'failed']],
  ['1 check skipped', ['failed', 'skipped']],
  ['2 checks skipped', ['failed', 'skipped', 'ok', 'skipped']],
])('says "%s" of what was not tried', (text, outcomes) => expect(skippedText(checks(...outcomes))).toBe(text));

it.each<[string, CheckOutcome, boolean]>([
  ['signIn', 'failed', true],
  ['cloud', 'failed', true],
  ['workspace', 'failed', false],
  ['signIn', 'warning', false],
  ['cloud', 'ok', false],
])('%s %s keeps the identity from signing in: %s', (id, outcome, keeps) => {
  const check = { id, outcome, summary: '', hint: '' };
  expect(signInProblem([...checks('failed'), check])).toBe(keeps ? check : undefined);
});
