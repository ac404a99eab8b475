import { catalogue } from './catalogue';
import { dataSourceName, dataSourceNames } from './dataSourceNames';

it('has a name for every type that the catalogue names', () => {
  const unnamed = catalogue.flatMap((kind) => kind.dataSourceTypes).filter((type) => dataSourceName(type) === type);
  expect(unnamed).toEqual([]);
});

it.each(['acme-thing-datasource', 'toString', '__proto__'])('shows an unknown type %s by its id', (type) => {
  expect(dataSourceName(type)).toBe(type);
});

it('counts what it leaves out', () => {
  expect(dataSourceNames(['loki', 'tempo', 'mysql'], 2)).toBe('Loki, Tempo and 1 more');
  expect(dataSourceNames(['loki', 'tempo'])).toBe('Loki, Tempo');
  expect(dataSourceNames(['grafana-postgresql-datasource', 'postgres'], 1)).toBe('PostgreSQL');
  expect(dataSourceNames([])).toBe('');
});
