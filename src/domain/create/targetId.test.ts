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
  [
    'Microsoft.Sql/server',
    '"Microsoft.Sql/server" isn’t a known resource type.',
    'Did you mean Microsoft.Sql/servers?',
  ],
  [
    'Microsoft.Monitor/account',
    '"Microsoft.Monitor/account" isn’t a known resource type.',
    'Did you mean Microsoft.Monitor/accounts?',
  ],
])('names the typo in %s', (type, message, hint) => {
  expect(checkTargetId(sampleTargetId(type, 'x'))).toEqual({ ok: false, problem: { message, hint } });
});

it('leads from a nested resource to the one that has private links', () => {
  const server = sampleTargetId('Microsoft.Sql/servers', 'orders');
  const result = checkTargetId(`${server}/databases/main`);
  expect(result.ok ? '' : result.problem.message).toContain('a child resource of orders');
  expect(result.ok ? '' : result.problem.hint).toBe(`Use ${server}`);
});

it('names another kind than the chosen one', () => {
  const result = checkTargetId(sampleTargetId('Microsoft.Sql/servers', 'x'), kindByKey('dataExplorer'));
  expect(result.ok ? '' : result.problem.message).toBe(
    'This resource ID has the type Microsoft.Sql/servers, but Azure Data Explorer (Microsoft.Kusto/clusters) is selected.'
  );
});

it('passes on what is wrong with the id', () => {
  expect(checkTargetId('x').ok).toBe(false);
});
