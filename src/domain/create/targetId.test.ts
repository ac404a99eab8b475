import { kindByKey } from '../catalogue/catalogue';
import { sampleTargetId } from '../testing/sampleEndpoint';
import { checkTargetId } from './targetId';

it('reads a target of the catalogue, in any casing', () => {
  const result = checkTargetId(sampleTargetId('MICROSOFT.SQL/SERVERS', 'orders'), kindByKey('sqlServer'));
  expect(result).toMatchObject({ ok: true, value: { name: 'orders', resourceGroup: 'observability' } });
  expect(result.ok && result.value.kind?.key).toBe('sqlServer');
});

it('accepts a type outside the catalogue', () => {
  const result = checkTargetId(sampleTargetId('Microsoft.Search/searchServices', 'shop'));
  expect(result.ok && result.value.kind).toBeUndefined();
});

it.each([
  ['Microsoft.Sql/server', 'There is no resource type "Microsoft.Sql/server".', 'Did you mean Microsoft.Sql/servers?'],
  [
    'Microsoft.Monitor/account',
    'There is no resource type "Microsoft.Monitor/account".',
    'Did you mean Microsoft.Monitor/accounts?',
  ],
])('names the typo in %s', (type, message, hint) => {
  expect(checkTargetId(sampleTargetId(type, 'x'))).toEqual({ ok: false, problem: { message, hint } });
});

it('leads from a nested resource to the one that has private links', () => {
  const server = sampleTargetId('Microsoft.Sql/servers', 'orders');
  const result = checkTargetId(`${server}/databases/main`);
  expect(result.ok ? '' : result.problem.message).toContain('a part of orders');
  expect(result.ok ? '' : result.problem.hint).toBe(`Use ${server}`);
});

it('names another kind than the chosen one', () => {
  const result = checkTargetId(sampleTargetId('Microsoft.Sql/servers', 'x'), kindByKey('dataExplorer'));
  expect(result.ok ? '' : result.problem.message).toBe(
    'This id is of type Microsoft.Sql/servers, but you chose Azure Data Explorer (Microsoft.Kusto/clusters).'
  );
});

it('passes on what is wrong with the id', () => {
  expect(checkTargetId('x').ok).toBe(false);
});
