import { kindByKey } from '../catalogue/catalogue';
import { sampleTargetId } from '../testing/sampleEndpoint';
import { serviceOfAlias } from './indirectTargets';
import { checkTargetId } from './targetId';

it('reads a target of the catalogue, in any casing', () => {
  const result = checkTargetId(sampleTargetId('MICROSOFT.SQL/SERVERS', 'orders'), kindByKey('sqlServer'));
  expect(result).toMatchObject({ ok: true, value: { name: 'orders' } });
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
  expect(checkTargetId('x')).toMatchObject({ ok: false, problem: { message: 'This isn’t a resource ID.' } });
});

it.each([
  [
    'Microsoft.Insights/components',
    'Azure Monitor private link scope',
    'use the scope’s ID: …/providers/Microsoft.Insights/privateLinkScopes/<name>',
  ],
  [
    'microsoft.insights/components',
    'Azure Monitor private link scope',
    'use the scope’s ID: …/providers/Microsoft.Insights/privateLinkScopes/<name>',
  ],
  ['Microsoft.OperationalInsights/workspaces', 'Azure Monitor private link scope', 'use the scope’s ID: …/'],
  ['Microsoft.Insights/dataCollectionEndpoints', 'Azure Monitor private link scope', 'use the scope’s ID: …/'],
  ['Microsoft.Network/loadBalancers', 'Private link service', 'Use the ID of the private link service: …/'],
  ['Microsoft.Network/networkInterfaces', 'Private link service', 'Use the ID of the private link service: …/'],
  ['Microsoft.Network/publicIPAddresses', 'Private link service', 'Use the ID of the private link service: …/'],
  ['Microsoft.Network/virtualNetworks', 'Private link service', 'Use the ID of the private link service: …/'],
  ['Microsoft.Compute/virtualMachines', 'Private link service', 'Use the ID of the private link service: …/'],
  ['Microsoft.Compute/virtualMachineScaleSets', 'Private link service', 'Use the ID of the private link service: …/'],
  ['Microsoft.ContainerInstance/containerGroups', 'Private link service', 'Use the ID of the private link service: …/'],
])('%s is reached through another resource', (type, title, hint) => {
  const result = checkTargetId(sampleTargetId(type, 'shop'));
  expect(result.ok ? '' : result.problem.message).toContain(`belong to the ${title}`);
  expect(result.ok ? '' : result.problem.hint).toContain(hint);
});

it('a part of such a resource is reached through the same', () => {
  const result = checkTargetId(`${sampleTargetId('Microsoft.Network/virtualNetworks', 'hub')}/subnets/data`);
  expect(result.ok ? '' : result.problem.message).toContain(
    'hub (Microsoft.Network/virtualNetworks) has no private link'
  );
});

it('a private endpoint is no target', () => {
  const result = checkTargetId(sampleTargetId('Microsoft.Network/privateEndpoints', 'x'));
  expect(result.ok ? '' : result.problem.message).toBe('This is a private endpoint, not a target.');
});

it.each([
  'metrics-pls.11111111-2222-3333-4444-555555555555.westeurope.azure.privatelinkservice',
  ' Metrics-PLS.11111111-2222-3333-4444-555555555555.eastus2.azure.PrivateLinkService ',
  'metrics-pls.11111111-2222-3333-4444-555555555555.eastus2.azure.privatelinkservice.',
])('recognizes the alias of a private link service: %s', (alias) => {
  const result = checkTargetId(alias);
  expect(result.ok ? '' : result.problem.message).toMatch(
    /^This is the alias of the private link service metrics-pls\./i
  );
  expect(result.ok ? '' : result.problem.hint).toContain('Microsoft.Network/privateLinkServices/');
});

// As Elastic, ClickHouse and Snowflake publish theirs.
it.each([
  [
    'westeurope-prod-001-privatelink-service.190cd496-6d79-4ee2-8f23-0667fd5a8ec1.westeurope.azure.privatelinkservice',
    'westeurope-prod-001-privatelink-service',
  ],
  [
    'production-westus3-0-0.63c890a9-4d32-48cc-a08c-8cd92dfb1ad3.westus3.azure.privatelinkservice',
    'production-westus3-0-0',
  ],
  [
    'sf-pvlinksvc-azeastus2prodshard2.ffc74fdb-c717-4c57-a041-8a8c52243329.eastus2.azure.privatelinkservice',
    'sf-pvlinksvc-azeastus2prodshard2',
  ],
  ['pls.v2_x.11111111-2222-3333-4444-555555555555.eastus2.azure.privatelinkservice', 'pls.v2_x'],
  ['x.privatelinkservice', ''],
  ['https://pls.11111111-2222-3333-4444-555555555555.eastus2.azure.privatelinkservice', ''],
  ['pls.11111111-2222-3333-4444-555555555555.eastus2.azure.privatelinkservice.contoso.com', ''],
  [sampleTargetId('Microsoft.Network/privateLinkServices', 'x'), ''],
])('the alias %s is that of %j', (alias, name) => {
  expect(serviceOfAlias(alias)).toBe(name);
});
