import { placeOf, placeTitle } from './place';

const endpoint = 'https://contoso-grafana-a1b2.weu.grafana.azure.com';

it.each([
  ['auto', endpoint, endpoint, 'local'],
  ['auto', `${endpoint}/`, endpoint.toUpperCase(), 'local'],
  ['auto', endpoint, 'http://localhost:3000', 'remote'],
  ['auto', 'https://localhost:8443', 'https://localhost:3000', 'remote'],
  ['auto', '', '', 'remote'],
  ['auto', 'nonsense', 'nonsense', 'remote'],
  ['local', endpoint, 'http://localhost:3000', 'local'],
  ['remote', endpoint, endpoint, 'remote'],
] as const)('%s, workspace at %j, we at %j: %s', (setting, workspace, own, expected) => {
  const verdict = placeOf(setting, workspace, own);
  expect(verdict.place).toBe(expected);
  expect(verdict.reason).not.toBe('');
});

it('has a title for both', () => {
  expect(placeTitle('local')).not.toBe(placeTitle('remote'));
});
