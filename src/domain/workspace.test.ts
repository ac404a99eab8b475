import { tierSupportsEndpoints } from './workspace';

it.each([
  ['Standard', 'yes'],
  ['standard', 'yes'],
  ['Essential', 'no'],
  ['Premium', 'unknown'],
  ['', 'unknown'],
])('tier %j supports endpoints: %s', (tier, expected) => {
  expect(tierSupportsEndpoints(tier)).toBe(expected);
});
