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

it('says that the configuration decides, and what', () => {
  expect(placeOf('local', '', '').reason).toBe('Set in the configuration: this Grafana is the workspace.');
  expect(placeOf('remote', '', '').reason).toBe(
    'Set in the configuration: this Grafana is separate from the workspace.'
  );
});

it('has a title for both', () => {
  expect(placeTitle('local')).toBe('Data sources of this Grafana');
  expect(placeTitle('remote')).toBe("Data sources of the workspace's Grafana");
});
