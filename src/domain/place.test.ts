import { placeOf, placeTitle } from './place';

const endpoint = 'https://contoso-grafana-a1b2.weu.grafana.azure.com';

it.each([
  ['auto', endpoint, endpoint, 'inside'],
  ['auto', `${endpoint}/`, endpoint.toUpperCase(), 'inside'],
  ['auto', endpoint, 'http://localhost:3000', 'tower'],
  ['auto', 'https://localhost:8443', 'https://localhost:3000', 'tower'],
  ['auto', '', '', 'tower'],
  ['auto', 'nonsense', 'nonsense', 'tower'],
  ['inside', endpoint, 'http://localhost:3000', 'inside'],
  ['tower', endpoint, endpoint, 'tower'],
] as const)('%s, workspace at %j, we at %j: %s', (setting, workspace, own, expected) => {
  const verdict = placeOf(setting, workspace, own);
  expect(verdict.place).toBe(expected);
  expect(verdict.reason).not.toBe('');
});

it('has a title for both', () => {
  expect(placeTitle('inside')).not.toBe(placeTitle('tower'));
});
