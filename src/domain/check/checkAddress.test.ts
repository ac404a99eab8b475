import { type JsonObject } from '../json';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { checkAddress } from './checkAddress';
import { type CheckFacts } from './checkStep';

const source = (type: string, url: string, fields: JsonObject = {}) => ({
  dataSource: { uid: 'u', name: 'n', type, url, ...fields },
});
const pls = sampleEndpoint({ domainName: 'influx.contoso.com', privateIp: '10.0.0.5' });
const nameless = { ...pls, domainName: '' };
const sql = sampleEndpoint({
  ...{ name: 'sql', targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'), subResources: ['sqlServer'] },
  ...{ domainName: '', privateIp: '' },
});
const influx = source('influxdb', 'http://influx.contoso.com:8086');
const other = source('influxdb', 'http://old.contoso.com');

it.each<[string, Partial<CheckFacts>, string, RegExp, RegExp]>([
  ['its name', { ...influx, endpoint: pls }, 'ok', /domain name, influx/, /^$/],
  ['no data source', { endpoint: pls }, 'unknown', /No data source/, /Update the URL/],
  [
    'browser access',
    { ...source('influxdb', 'http://influx.contoso.com', { access: 'direct' }), endpoint: pls },
    ...(['failed', /browser access/, /Change that setting/] as const),
  ],
  [
    'a proxy',
    {
      ...source('influxdb', 'http://influx.contoso.com', { jsonData: { enableSecureSocksProxy: true } }),
      endpoint: pls,
    },
    ...(['failed', /SOCKS proxy/, /Change that setting/] as const),
  ],
  [
    'a proxy that is off',
    {
      ...source('influxdb', 'http://influx.contoso.com', { jsonData: { enableSecureSocksProxy: false } }),
      endpoint: pls,
    },
    ...(['ok', /domain name/, /^$/] as const),
  ],
  [
    'Azure Monitor',
    { ...source('grafana-azure-monitor-datasource', ''), endpoint: pls },
    ...(['unknown', /^Azure Monitor/, /are in the scope/] as const),
  ],
  [
    'a URL where only a host may stand',
    { ...source('mysql', 'tcp://h:3306/shop'), endpoint: pls },
    ...(['failed', /only a host and a port/, /^Change it to h:3306\.$/] as const),
  ],
  ['no address', { ...source('influxdb', ''), endpoint: pls }, 'unknown', /can't be parsed/, /manually/],
  ['a host of no endpoint', other, 'failed', /^old\.contoso\.com doesn’t match/, /use the host of an existing/],
  [
    'a service of no endpoint',
    source('mssql', 'orders.database.windows.net'),
    ...(['failed', /orders.*uses the public network/, /^Create a private endpoint\.$/] as const),
  ],
  [
    'a name that may be the service’s',
    { ...source('mssql', 'fog.database.windows.net'), endpoint: sql },
    ...(['unknown', /failover group/, /confirm the name on the page of sql\.$/] as const),
  ],
  [
    'a sub-resource that its service lacks',
    { ...other, endpoint: { ...sql, subResources: ['sql'] } },
    ...(['failed', /no sub-resource named sql\./, /another sub-resource/] as const),
  ],
  ['another host', { ...other, endpoint: pls }, 'failed', /to old\.contoso\.com,/, /host to influx\.contoso\.com\.$/],
  [
    'another host than one below a wildcard',
    { ...other, endpoint: { ...pls, domainName: '*.influx.contoso.com' } },
    ...(['failed', /doesn’t use/, /host to \*\.influx\.contoso\.com\.$/] as const),
  ],
  ['another host than an IP', { ...other, endpoint: nameless }, 'failed', /doesn’t use/, /host to 10\.0\.0\.5\.$/],
  [
    'another host than one nobody knows yet',
    { ...other, endpoint: { ...nameless, privateIp: '' } },
    ...(['failed', /doesn’t use/, /to the host name of the target\.$/] as const),
  ],
])('%s', (_, facts, outcome, finding, next) => {
  expect(checkAddress({ endpoint: undefined, dataSource: undefined, target: undefined, ...facts })).toEqual({
    outcome,
    finding: expect.stringMatching(finding),
    next: expect.stringMatching(next),
  });
});
