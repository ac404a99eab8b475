import { kindByKey, type KindKey } from '../catalogue/catalogue';
import { type Endpoint } from '../endpoint';
import { type Target } from '../target';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { fitsTarget, ownServiceHosts, serviceHosts } from './serviceHosts';

function endpointTo(key: KindKey, name: string, targetRegion = 'West Europe'): Endpoint {
  return sampleEndpoint({ targetId: sampleTargetId(kindByKey(key)?.resourceType, name), targetRegion });
}

it.each<[string, KindKey, string, boolean]>([
  ['orders.database.windows.net', 'sqlServer', 'orders', true],
  ['ORDERS.database.windows.net.', 'sqlServer', 'Orders', true],
  ['orders.privatelink.database.windows.net', 'sqlServer', 'orders', true],
  ['mi.a1b2c3.database.windows.net', 'sqlManagedInstance', 'mi', false],
  ['prom-ab12.westeurope.prometheus.monitor.azure.com', 'monitorWorkspace', 'prom', false],
  ['prom-x-ab12.westeurope.prometheus.monitor.azure.com', 'monitorWorkspace', 'prom-x', false],
  ['logs.westeurope.kusto.windows.net', 'dataExplorer', 'logs', true],
  ['acct.mongo.cosmos.azure.com', 'cosmosMongo', 'acct', true],
  ['acct-westeurope.mongo.cosmos.azure.com', 'cosmosMongo', 'acct', false],
  ['c-shop.abcdef12345678.postgres.cosmos.azure.com', 'cosmosPostgres', 'shop', false],
  ['pg.postgres.database.azure.com', 'postgresFlexible', 'pg', true],
  ['adb-123456.7.azuredatabricks.net', 'databricks', 'anything', false],
  ['api.loganalytics.io', 'monitorScope', 'anything', false],
])('%s belongs to a %s named %s (exact: %s)', (host, key, name, exact) => {
  const fitting = serviceHosts(host).filter((service) => fitsTarget(service, endpointTo(key, name)));
  expect(fitting.map((service) => [service.service, service.exact])).toContainEqual([key, exact]);
});

it.each<[string, KindKey, string]>([
  ['other.mysql.database.azure.com', 'mysqlFlexible', 'orders'],
  ['logs.northeurope.kusto.windows.net', 'dataExplorer', 'logs'],
  ['orders.database.windows.net', 'sqlManagedInstance', 'orders'],
  ['database.windows.net', 'sqlServer', 'database'],
  ['orders.database.windows.net.evil.com', 'sqlServer', 'orders'],
])('%s does not belong to a %s named %s', (host, key, name) => {
  expect(serviceHosts(host).some((service) => fitsTarget(service, endpointTo(key, name)))).toBe(false);
});

describe('ownServiceHosts', () => {
  it('follows from name and region where it can', () => {
    expect(ownServiceHosts(endpointTo('sqlServer', 'Orders'))).toEqual(['orders.database.windows.net']);
    expect(ownServiceHosts(endpointTo('dataExplorer', 'logs'))).toEqual(['logs.westeurope.kusto.windows.net']);
    expect(ownServiceHosts(endpointTo('dataExplorer', 'logs', ''))).toEqual([]);
    expect(ownServiceHosts(endpointTo('monitorWorkspace', 'prom'))).toEqual([]);
    expect(ownServiceHosts(endpointTo('monitorScope', 'scope'))).toEqual([]);
    expect(ownServiceHosts(sampleEndpoint())).toEqual([]);
  });

  it.each<[unknown, string[]]>([
    [
      'https://prom-ab12.westeurope.prometheus.monitor.azure.com',
      ['prom-ab12.westeurope.prometheus.monitor.azure.com'],
    ],
    ['http://Prom.contoso.com:9090/api', ['prom.contoso.com']],
    ['prom.contoso.com/api/v1', ['prom.contoso.com']],
    ['https://localhost', []],
    ['x-https://prom.contoso.com', []],
    ['https://prom contoso.com', []],
    ['', []],
    [5, []],
    [null, []],
  ])('is what the target itself tells: %j', (prometheusQueryEndpoint, hosts) => {
    const target = { properties: { metrics: { prometheusQueryEndpoint } } } as unknown as Target;
    expect(ownServiceHosts(endpointTo('monitorWorkspace', 'prom'), target)).toEqual(hosts);
  });

  it('is told for each server of a cluster', () => {
    const serverNames = ['c', 'w0'].map((name) => ({ fullyQualifiedDomainName: `${name}-shop.postgres.contoso.com` }));
    const target = { properties: { serverNames } } as unknown as Target;
    expect(ownServiceHosts(endpointTo('cosmosPostgres', 'shop'), target)).toEqual([
      'c-shop.postgres.contoso.com',
      'w0-shop.postgres.contoso.com',
    ]);
  });

  it('is nobody’s where the target can’t be read', () => {
    expect(ownServiceHosts(sampleEndpoint({ targetId: 'odd' }))).toEqual([]);
  });
});

it('an endpoint to another API of the same account of Cosmos DB has none of the hosts of MongoDB', () => {
  const [mongo, sql] = ['MongoDB', 'Sql'].map((name) => ({
    ...endpointTo('cosmosMongo', 'carts'),
    subResources: [name],
  }));
  const fits = (endpoint: Endpoint) =>
    serviceHosts('carts.mongo.cosmos.azure.com').some((service) => fitsTarget(service, endpoint));
  expect([mongo, sql].map((endpoint) => endpoint && fits(endpoint))).toEqual([true, false]);
  expect([mongo, sql].map((endpoint) => endpoint && ownServiceHosts(endpoint))).toEqual([
    ['carts.mongo.cosmos.azure.com', 'carts.documents.azure.com'],
    ['carts.documents.azure.com'],
  ]);
});

it('an endpoint that names no sub-resource may lead to any of the target', () => {
  const storage = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Storage/storageAccounts', 'logs') });
  const fits = (host: string) => serviceHosts(host).some((service) => fitsTarget(service, storage));
  expect(
    ['logs.blob.core.windows.net', 'logs.table.core.windows.net', 'other.blob.core.windows.net'].map(fits)
  ).toEqual([true, true, false]);
});
