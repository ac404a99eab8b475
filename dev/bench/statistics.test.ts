import { median, medianRatio } from './statistics';

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

it('compares pairs, not averages', () => {
  // Both were slow once, and the second of a pair twice as slow as the first each time.
  expect(medianRatio([2, 20, 4], [1, 10, 2])).toBe(2);
});
