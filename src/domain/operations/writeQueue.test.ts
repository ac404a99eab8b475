import fc from 'fast-check';
import {
  enqueue,
  markConflict,
  markStarted,
  markUnclear,
  nextStep,
  type QueuedWrite,
  recoverQueue,
  removeWrite,
  settleUnclear,
} from './writeQueue';

const two = enqueue(enqueue([], 'a', 'create', 'influx'), 'b', 'delete', 'orders');

it('starts the first, and the second only after it', () => {
  expect(nextStep(two, '', 0)).toMatchObject({ do: 'start', write: { id: 'a' } });
  expect(nextStep(markStarted(two, 'a'), '', 0).do).toBe('nothing');
  expect(nextStep(removeWrite(two, 'a'), 'Creating influx', 0)).toEqual({
    do: 'nothing',
    reason: 'Waiting for Azure to finish: Creating influx. A workspace takes one change at a time.',
  });
  expect(nextStep(removeWrite(two, 'a'), '', 0)).toMatchObject({ do: 'start', write: { id: 'b' } });
  expect(nextStep([], '', 0)).toEqual({ do: 'nothing', reason: '' });
});

it('waits as long as Azure asks after a conflict, and says for what', () => {
  const queue = markConflict(markStarted(two, 'a'), 'a', 40, 1_000);
  expect(nextStep(queue, '', 1_000)).toMatchObject({ do: 'wait', until: 41_000 });
  expect(nextStep(queue, '', 41_000)).toMatchObject({ do: 'start', write: { id: 'a' } });
});

it('waits ever longer, up to two minutes, when Azure names no time', () => {
  let queue = two;
  const waits = Array.from({ length: 5 }, () => {
    queue = markConflict(queue, 'a', 0, 0);
    return (queue[0]?.notBefore ?? 0) / 1_000;
  });
  expect(waits).toEqual([15, 30, 60, 120, 120]);
});

it('reads before it retries a write whose answer got lost', () => {
  const queue = markUnclear(markStarted(two, 'a'), 'a');
  expect(nextStep(queue, '', 0)).toMatchObject({ do: 'read', write: { id: 'a' } });
  expect(settleUnclear(queue, 'a', true).map((write) => write.id)).toEqual(['b']);
  expect(nextStep(settleUnclear(queue, 'a', false), '', 0)).toMatchObject({ do: 'start', write: { id: 'a' } });
});

it('reads first after a reload in the middle', () => {
  expect(nextStep(recoverQueue(markStarted(two, 'a')), '', 0)).toMatchObject({ do: 'read', write: { id: 'a' } });
});

it('takes the same write once', () => {
  expect(enqueue(enqueue([], 'a', 'refresh', ''), 'b', 'refresh', '')).toHaveLength(1);
  expect(enqueue(markStarted(enqueue([], 'a', 'refresh', ''), 'a'), 'b', 'refresh', '')).toHaveLength(2);
});

it('never loses a write and never has two under way', () => {
  const events = fc.array(fc.constantFrom('step', 'conflict', 'lost', 'readTaken', 'readNot', 'done'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{2,6}$/), { maxLength: 5 }), events, (names, happened) => {
      let queue: QueuedWrite[] = names.reduce<QueuedWrite[]>((all, name) => enqueue(all, name, 'create', name), []);
      const settled: string[] = [];
      let now = 0;
      for (const event of happened) {
        now += 300_000;
        const step = nextStep(queue, '', now);
        const open = queue.find((write) => write.state !== 'waiting');
        if (event === 'step' && step.do === 'start') {
          queue = markStarted(queue, step.write.id);
        } else if (open?.state === 'started') {
          queue =
            event === 'conflict'
              ? markConflict(queue, open.id, 1, now)
              : event === 'lost'
                ? markUnclear(queue, open.id)
                : queue;
          if (event === 'done') {
            queue = removeWrite(queue, open.id);
            settled.push(open.id);
          }
        } else if (open && event.startsWith('read')) {
          queue = settleUnclear(queue, open.id, event === 'readTaken');
          settled.push(...(event === 'readTaken' ? [open.id] : []));
        }
        expect(queue.filter((write) => write.state !== 'waiting').length).toBeLessThanOrEqual(1);
        expect([...settled, ...queue.map((write) => write.id)].sort()).toEqual([...names].sort());
      }
    })
  );
});
