import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { suggestTarget, wishFor } from './forDataSource';

const source = (url: string, type = 'prometheus') => ({ uid: 'u', name: 'Metrics', type, url });
const service = (name: string) => ({
  id: sampleTargetId('Microsoft.Network/privateLinkServices', name),
  name,
  kind: '',
  location: 'westeurope',
  resourceGroup: 'rg',
  subscriptionId: 's',
});

describe('what a data source needs', () => {
  it.each([
    [
      'http://prometheus.payments.internal:9090',
      'prometheus',
      'privateLinkService',
      '',
      'prometheus.payments.internal',
    ],
    ['http://10.0.0.7:9090', 'prometheus', 'privateLinkService', '', ''],
    ['http://prometheus:9090', 'prometheus', 'privateLinkService', '', ''],
    ['', 'prometheus', 'privateLinkService', '', ''],
    ['Orders.database.windows.net:1433', 'mssql', 'sqlServer', 'orders', ''],
    ['orders.postgres.database.azure.com:5432', 'grafana-postgresql-datasource', 'postgresFlexible', 'orders', ''],
    ['https://orders.blob.core.windows.net', 'yesoreyeram-infinity-datasource', 'other', 'orders', ''],
  ])('follows from its host: %s', (url, type, kind, targetName, domainName) => {
    expect(wishFor(source(url, type))).toMatchObject({ kind, targetName, domainName });
  });

  it('has no host where there is no address', () => {
    expect(wishFor(source('')).host).toBe('');
  });

  it('leaves the target open where the host is an alias', () => {
    const wish = wishFor(source('orders.secondary.database.windows.net', 'mssql'));
    expect(suggestTarget(wish, [service('orders')], [])).toBeUndefined();
  });

  it('leaves the target open where the host may be an alias', () => {
    // A failover group's listener reads as a server that nobody has: then nothing is suggested.
    const wish = wishFor(source('orders-fog.database.windows.net', 'mssql'));
    expect(suggestTarget(wish, [service('orders')], [])).toBeUndefined();
  });
});

describe('the suggested target', () => {
  const wish = wishFor(source('http://prometheus.payments.contoso.com'));
  const suggest = (names: string[], endpoints = [sampleEndpoint({ domainName: '' })]) => {
    const found = suggestTarget(wish, names.map(service), endpoints);
    return found && [found.target.name, found.certain];
  };

  it('of an Azure service is the resource of that name alone, for certain', () => {
    const sql = wishFor(source('orders.database.windows.net', 'mssql'));
    expect(suggestTarget(sql, [service('orders'), service('orders-2')], [])).toMatchObject({
      target: { name: 'orders' },
      certain: true,
    });
    expect(suggestTarget(sql, [service('billing')], [])).toBeUndefined();
  });

  it('is where a name of the same domain leads already', () => {
    const neighbour = sampleEndpoint({ domainName: 'loki.payments.contoso.com', targetId: service('pls-7').id });
    expect(suggest(['pls-7', 'pls-payments'], [neighbour])).toEqual(['pls-7', false]);
    const wildcard = sampleEndpoint({ domainName: '*.payments.contoso.com', targetId: service('pls-7').id });
    expect(suggest(['pls-7', 'pls-8'], [wildcard])).toEqual(['pls-7', false]);
    const stranger = sampleEndpoint({ domainName: 'loki.orders.contoso.com', targetId: service('pls-7').id });
    expect(suggest(['pls-7', 'pls-8'], [stranger])).toBeUndefined();
  });

  it('is no neighbour where they have no more in common than a company', () => {
    const company = wishFor(source('http://prometheus.contoso.com'));
    const loki = sampleEndpoint({ domainName: 'loki.contoso.com', targetId: service('pls-7').id });
    expect(suggestTarget(company, [service('pls-7'), service('pls-8')], [loki])).toBeUndefined();
  });

  it('shares most words with the host, and is the only one that does', () => {
    expect(suggest(['pls-orders', 'pls-payments'])).toEqual(['pls-payments', false]);
    expect(suggest(['payments-prometheus', 'pls-payments'])).toEqual(['payments-prometheus', false]);
    expect(suggest(['payments-gateway'])).toEqual(['payments-gateway', false]);
    expect(suggest(['prometheus-edge', 'pls-payments'])).toEqual(['pls-payments', false]);
    expect(suggest(['payments-1', 'payments-2'])).toBeUndefined();
    expect(suggest(['pls-orders'])).toBeUndefined();
  });
});
