import { isUnusual, paceText } from './pace';

const minute = 60_000;

it.each([
  [0, 'a few minutes'],
  [5 * minute, 'a few minutes'],
  [6 * minute, 'half an hour'],
  [30 * minute, 'half an hour'],
  [33 * minute, 'much longer than usual'],
])('after %i ms it says "%s"', (elapsed, words) => {
  expect(paceText(elapsed)).toContain(words);
});

it('is unusual from half an hour on', () => {
  expect(isUnusual(30 * minute)).toBe(false);
  expect(isUnusual(30 * minute + 1)).toBe(true);
});
