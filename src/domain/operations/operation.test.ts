import fc from 'fast-check';
import {
  isUnusuallyLong,
  type OperationKind,
  type OperationStatus,
  pollDelay,
  progressOf,
  trackOperation,
  updateOperation,
} from './operation';

const running = trackOperation({ kind: 'create', name: 'influx', statusPath: '/x' }, 0);

it('tells what runs, since when, and what follows', () => {
  expect(progressOf(running, 120_000)).toEqual({
    title: 'Creating influx',
    detail: 'Running for 2 minutes. This usually takes a few minutes.',
    next: 'The owner of the target gets the request and has to approve it.',
  });
  expect(progressOf({ ...running, kind: 'refresh', name: '' }, 0).title).toBe('Refreshing the workspace');
});

it('admits when it takes long', () => {
  expect(isUnusuallyLong(running, 31 * 60_000)).toBe(true);
  expect(progressOf(running, 31 * 60_000).detail).toContain('longer than usual');
});

it('tells how it ended', () => {
  expect(progressOf(updateOperation(running, 'succeeded', '', 60_000), 999_999).detail).toBe('It took 1 minute.');
  expect(progressOf(updateOperation(running, 'failed', 'No quota.', 1), 1)).toMatchObject({
    title: 'Could not create influx',
    detail: 'No quota.',
  });
  expect(progressOf(updateOperation(running, 'failed', '', 1), 1).detail).toBe('Azure gave no reason.');
  expect(progressOf(updateOperation(running, 'canceled', '', 1), 1).title).toContain('canceled');
});

it('is done at once without a status path', () => {
  expect(trackOperation({ kind: 'update', name: 'x', statusPath: '' }, 5)).toMatchObject({
    status: 'succeeded',
    finishedAt: 5,
  });
});

it('every end has a way on', () => {
  const kinds: OperationKind[] = ['create', 'update', 'delete', 'refresh'];
  const statuses: OperationStatus[] = ['failed', 'canceled'];
  for (const kind of kinds) {
    for (const status of statuses) {
      expect(progressOf(updateOperation({ ...running, kind }, status, '', 1), 1).next).not.toBe('');
    }
  }
});

it('asks ever slower, and never faster than Azure wants', () => {
  const delays = [0, 60_000, 600_000, 3_600_000].map((now) => pollDelay(running, now));
  expect(delays).toEqual([3_000, 6_000, 15_000, 60_000]);
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 600 }), (now, retryAfter) => {
      expect(pollDelay(running, now, retryAfter)).toBeGreaterThanOrEqual(Math.max(3_000, retryAfter * 1_000));
    })
  );
});
