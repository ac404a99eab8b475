import { fewAtATime } from './fewAtATime';

it('runs four at a time and keeps the order', async () => {
  let running = 0;
  let most = 0;
  const done = await fewAtATime([5, 1, 4, 2, 3, 6, 7], async (wait) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, wait));
    running--;
    return wait * 10;
  });
  expect(done).toEqual([50, 10, 40, 20, 30, 60, 70]);
  expect(most).toBe(4);
});

it('has nothing to do for nothing', async () => {
  expect(await fewAtATime([], () => Promise.resolve(1))).toEqual([]);
});

it('fails with the first that fails', async () => {
  await expect(fewAtATime([1], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
