import { decisionKey, mayRefreshByItself, refreshCause, type RefreshFacts, refreshSpacing } from './refreshRule';

const facts: RefreshFacts = {
  enabled: true,
  grade: 'certain',
  needed: true,
  decision: 'c#approved',
  refreshedFor: [],
  lastStartedAt: 0,
  busy: false,
};
const now = 10_000_000;

it('starts for a certain decision that was not taken over', () => {
  expect(mayRefreshByItself(facts, now).allowed).toBe(true);
});

it.each<[Partial<RefreshFacts>]>([
  [{ enabled: false }],
  [{ grade: 'likely' }],
  [{ grade: 'none' }],
  [{ needed: false }],
  [{ refreshedFor: ['c#approved'] }],
  [{ busy: true }],
  [{ lastStartedAt: now - refreshSpacing + 1 }],
])('does not start with %j, and says why', (change) => {
  const verdict = mayRefreshByItself({ ...facts, ...change }, now);
  expect(verdict.allowed).toBe(false);
  expect(verdict.reason).not.toBe('');
});

it('comes back exactly when two minutes are over', () => {
  const { waitMs } = mayRefreshByItself({ ...facts, lastStartedAt: now - 30_000 }, now);
  expect(waitMs).toBe(90_000);
  expect(mayRefreshByItself({ ...facts, lastStartedAt: now - 30_000 }, now + waitMs).allowed).toBe(true);
});

it('starts for another decision on the same connection', () => {
  expect(decisionKey('/A/B', 'Approved')).toBe(decisionKey('/a/b', 'approved'));
  expect(decisionKey('/a/b', 'Rejected')).not.toBe(decisionKey('/a/b', 'Approved'));
});

it('survives a clock that was set back', () => {
  expect(mayRefreshByItself({ ...facts, lastStartedAt: now + 3_600_000 }, now).allowed).toBe(true);
});

it.each([
  [[], ''],
  [[{ name: 'a', decision: 'Approved' }], 'Started by itself, because the owner approved a.'],
  [[{ name: 'a', decision: 'REJECTED' }], 'Started by itself, because the owner rejected a.'],
  [[{ name: 'a', decision: 'Disconnected' }], 'Started by itself, because the owner removed a.'],
  [
    [
      { name: 'a', decision: 'Approved' },
      { name: 'b', decision: 'Rejected' },
    ],
    'Started by itself, because owners decided on a, b.',
  ],
])('says why it starts for %j', (decisions, cause) => {
  expect(refreshCause(decisions)).toBe(cause);
});
