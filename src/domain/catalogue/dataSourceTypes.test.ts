import { addressKind, dataSourceName, dataSourceNames, hasNoAddress, writableTypes } from './dataSourceTypes';

it.each(['acme-thing-datasource', 'toString', '__proto__', 'constructor'])('knows nothing of %s', (type) => {
  expect(dataSourceName(type)).toBe(type);
  expect(addressKind(type)).toBeUndefined();
  expect(hasNoAddress(type)).toBe(false);
});

it('tells types without an address from those that are not known', () => {
  expect(hasNoAddress('grafana-azure-monitor-datasource')).toBe(true);
  expect(hasNoAddress('loki')).toBe(false);
});

it('takes an older name for the newer one', () => {
  expect(addressKind('postgres')).toBe(addressKind('grafana-postgresql-datasource'));
  expect(writableTypes).toContain('grafana-postgresql-datasource');
  expect(writableTypes).not.toContain('postgres');
});

it('writes no type whose field isn’t known for sure', () => {
  expect(writableTypes).not.toContain('grafana-astradb-datasource');
  expect(writableTypes).not.toContain('grafana-azure-monitor-datasource');
});

it('counts what it leaves out', () => {
  expect(dataSourceNames(['loki', 'tempo', 'mysql'], 2)).toBe('Loki, Tempo and 1 more');
  expect(dataSourceNames(['loki', 'tempo'])).toBe('Loki, Tempo');
  expect(dataSourceNames(['grafana-postgresql-datasource', 'postgres'], 1)).toBe('PostgreSQL');
  expect(dataSourceNames([])).toBe('');
});
