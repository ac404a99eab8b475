import { sampleWorkspace } from './testing/sampleWorkspace';
import { mayHaveEndpoints, tierSupportsEndpoints } from './workspace';

it.each([
  ['Standard', 'yes'],
  ['standard', 'yes'],
  ['Essential', 'no'],
  ['Premium', 'unknown'],
  ['', 'unknown'],
])('tier %j supports endpoints: %s', (tier, expected) => {
  expect(tierSupportsEndpoints(tier)).toBe(expected);
});

it('only a tier that is known to have none has none', () => {
  expect(mayHaveEndpoints(undefined)).toBe(true);
  expect(mayHaveEndpoints(sampleWorkspace({ tier: 'Premium' }))).toBe(true);
  expect(mayHaveEndpoints(sampleWorkspace({ tier: 'essential' }))).toBe(false);
});
