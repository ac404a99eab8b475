import { type Budget, type Figure, goal, hard, measured, verdict, written } from './figure';

const figure = (value: number, budget?: Budget): Figure => ({
  part: 'Backend',
  what: '',
  value,
  unit: 'times',
  budget,
  detail: '',
});

it.each([
  ['met', 1.5, measured(1.5)],
  ['missed', 2.2, measured(1.5)],
  ['broken', 2.3, measured(1.5)],
  ['broken', 3, hard(2)],
  ['missed', 1000, goal(1.3)],
  ['broken', NaN, hard(2)],
  ['none', 3, undefined],
] as const)('%s: %d', (expected, value, budget) => {
  expect(verdict(figure(value, budget))).toBe(expected);
});

it('writes values with their unit', () => {
  expect([written(1.254, 'times'), written(61.25, 'kB'), written(2, 'calls')]).toEqual(['1.25 ×', '61.3 kB', '2']);
});
