import { closest, editDistance } from './closest';

it.each([
  ['', '', 0],
  ['abc', '', 3],
  ['', 'abc', 3],
  ['server', 'servers', 1],
  ['kitten', 'sitting', 3],
])('editDistance(%j, %j) is %d', (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
});

it('finds what was meant, and nothing when nothing is near', () => {
  const types = ['Microsoft.Sql/servers', 'Microsoft.Sql/managedInstances', 'Microsoft.Kusto/clusters'];
  expect(closest('microsoft.sql/server', types)).toBe('Microsoft.Sql/servers');
  expect(closest('Microsoft.Kusto/cluster', types)).toBe('Microsoft.Kusto/clusters');
  expect(closest('Microsoft.Storage/storageAccounts', types)).toBeUndefined();
});

it.each([
  ['sqx', ['sql'], 'sql'],
  ['sxx', ['sql'], undefined],
  ['abcdefgh', ['abcdefxx'], 'abcdefxx'],
  ['abcdefgh', ['abcdexxx'], undefined],
  ['abcdefghijklmnopqrst', ['abcdefghijklmnopxxxx'], 'abcdefghijklmnopxxxx'],
  ['abcdefghijklmnopqrst', ['abcdefghijklmnoxxxxx'], undefined],
  ['abcdefgh', ['abcdefxx', 'abcdefgx', 'abcdefgy'], 'abcdefgx'],
  ['abcd', ['abcdef'], undefined],
])('of %s and %j, means %s', (text, candidates, expected) => {
  expect(closest(text, candidates)).toBe(expected);
});

it('answers at once for a very long text', () => {
  expect(closest('x'.repeat(100_000), ['Microsoft.Sql/servers'])).toBeUndefined();
});
