import fc from 'fast-check';
import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { type JsonObject } from '../json';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { type Target } from '../target';
import { hostInQuestion } from './hostInQuestion';
import { credentialsNote, type FillInput, proposeFill, stopsNote } from './proposeFill';

const pls = sampleEndpoint({ domainName: 'influx.contoso.com', privateIp: '10.0.0.5' });
const wild = sampleEndpoint({ domainName: '*.prom.contoso.com', privateIp: '10.0.0.6' });
const bare = sampleEndpoint({ domainName: '', privateIp: '10.0.0.7' });
const sql = sampleEndpoint({
  targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
  domainName: '',
  privateIp: '',
});
const databricks = sampleEndpoint({
  targetId: sampleTargetId('Microsoft.Databricks/workspaces', 'dbx'),
  domainName: '',
});

function source(type: string, fields: JsonObject): DataSource {
  return { uid: 'u', name: 'n', type, access: 'proxy', ...fields };
}

function propose(endpoint: Endpoint, dataSource: DataSource, more: Partial<FillInput> = {}) {
  return proposeFill({ endpoint, dataSource, host: '', unsafeNumbers: false, ...more });
}

const influx = source('influxdb', { url: 'https://old:8086/x' });

describe('proposes to change', () => {
  it('the host to the domain name, keeping scheme, port and path', () => {
    expect(propose(pls, influx)).toEqual({
      kind: 'change',
      field: 'url',
      before: 'https://old:8086/x',
      after: 'https://influx.contoso.com:8086/x',
      hostBefore: 'old',
      host: 'influx.contoso.com',
      change: { host: 'influx.contoso.com' },
      mode: 'write',
      warnings: [],
      problem: '',
      blocked: '',
    });
  });

  it('http to https where the target only speaks TLS, on its port', () => {
    const target = {
      properties: { metrics: { prometheusQueryEndpoint: 'https://amw-1.weu.prometheus.monitor.azure.com' } },
    };
    const amw = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Monitor/accounts', 'amw'), domainName: '' });
    const plain = source('prometheus', { url: 'http://prom:9090/x' });
    const told = { target: target as unknown as Target };
    expect(propose(amw, plain, told)).toMatchObject({
      after: 'https://amw-1.weu.prometheus.monitor.azure.com:443/x',
      change: { host: 'amw-1.weu.prometheus.monitor.azure.com', scheme: 'https', port: 443 },
      warnings: [
        'Azure Monitor workspace (managed Prometheus) requires TLS, so http changes to https.',
        'Azure Monitor workspace (managed Prometheus) listens on port 443.',
      ],
      problem: '',
    });
    expect(propose(amw, source('prometheus', { url: 'https://prom' }), told)).toMatchObject({
      change: { host: 'amw-1.weu.prometheus.monitor.azure.com' },
      warnings: [],
    });
    expect(propose(pls, source('influxdb', { url: 'http://old:8086' }))).toMatchObject({
      after: 'http://influx.contoso.com:8086',
      change: { host: 'influx.contoso.com' },
    });
  });

  it('to the IP where there is no name, with a warning when TLS needs one', () => {
    expect(propose(bare, influx)).toMatchObject({
      host: '10.0.0.7',
      problem: expect.stringContaining('TLS'),
      warnings: [],
    });
    const warning = (what: string) => `The private IP address may change when the endpoint is created again. ${what}`;
    const old = source('influxdb', { url: 'http://old' });
    expect(propose(bare, old)).toMatchObject({
      warnings: [warning('A domain name would stay the same: add one to the endpoint first.')],
    });
    for (const [named, host] of [
      [pls, '10.0.0.5'],
      [wild, '10.0.0.6'],
    ] as const) {
      expect(propose(named, old, { host })).toMatchObject({ warnings: [warning('The domain name stays the same.')] });
    }
  });

  it.each<[string, string, Partial<FillInput>, string, string[]]>([
    ['a scheme', 'old:8086', {}, 'http://influx.contoso.com:8086', ['The URL has no scheme, so http:// is added.']],
    [
      'a scheme that fits the port',
      'old:443',
      {},
      'https://influx.contoso.com:443',
      ['The URL has no scheme, so https:// is added.'],
    ],
    [
      'the scheme of choice',
      'old',
      { scheme: 'https' },
      'https://influx.contoso.com',
      ['The URL has no scheme, so https:// is added.'],
    ],
    ['no other scheme than it has', 'http://old', { scheme: 'https' }, 'http://influx.contoso.com', []],
    ['the port of choice', 'http://old', { port: 9999 }, 'http://influx.contoso.com:9999', []],
  ])('where the address is the admin’s to know, adding %s', (_, url, more, after, warnings) => {
    expect(propose(pls, source('influxdb', { url }), more)).toMatchObject({ after, warnings });
  });

  it('a host that must stand without a scheme', () => {
    expect(propose(pls, source('mysql', { url: 'tcp://old:3306' }))).toMatchObject({
      after: 'influx.contoso.com:3306',
      warnings: ['tcp:// is removed: only a host and a port are allowed.'],
    });
  });

  it('the address in the settings, and the hosts that are allowed only where the old one is among them', () => {
    const inside = source('grafana-saphana-datasource', { jsonData: { server: 'old', port: 443 } });
    expect(propose(pls, inside)).toMatchObject({ host: 'influx.contoso.com', warnings: [] });
    const listed = { url: 'https://old', jsonData: { allowedHosts: ['https://another'] } };
    expect(propose(pls, source('yesoreyeram-infinity-datasource', listed))).toMatchObject({ warnings: [] });
  });

  it('to the IP when the admin asks, and says that it fails with TLS', () => {
    expect(propose(pls, influx, { host: '10.0.0.5' })).toMatchObject({
      after: 'https://10.0.0.5:8086/x',
      problem: expect.stringContaining('Use influx.contoso.com'),
    });
  });

  it('away from the IP to the name', () => {
    expect(propose(pls, source('influxdb', { url: 'http://10.0.0.5:8086' }))).toMatchObject({
      host: 'influx.contoso.com',
    });
    expect(propose(wild, source('influxdb', { url: 'http://10.0.0.6:8086' }))).toMatchObject({ kind: 'keep' });
  });

  it('to the host that the admin named below a wildcard', () => {
    expect(propose(wild, influx, { host: 'a.prom.contoso.com' })).toMatchObject({
      after: 'https://a.prom.contoso.com:8086/x',
    });
  });

  it("to the service's own name", () => {
    expect(propose(sql, source('mssql', { url: '10.1.1.1:1433' }))).toMatchObject({
      after: 'orders.database.windows.net:1433',
    });
  });
});

describe('does not write', () => {
  it.each<[string, Endpoint, DataSource, Partial<FillInput>, object]>([
    [
      'an endpoint that is not ready',
      sampleEndpoint({ ...pls, connectionState: 'Pending' }),
      influx,
      {},
      { blocked: expect.stringContaining('plan this update') },
    ],
    [
      'a provisioned source',
      pls,
      source('influxdb', { url: 'http://old', readOnly: true }),
      {},
      { mode: 'provisioned', blocked: expect.stringContaining('provisioning') },
    ],
    ['a number that changes', pls, influx, { unsafeNumbers: true }, { blocked: expect.stringContaining('number') }],
    [
      'a type whose field isn’t known for sure',
      pls,
      source('grafana-astradb-datasource', { jsonData: { uri: 'old' } }),
      {},
      { mode: 'paste' },
    ],
    [
      'a name that is right already',
      pls,
      source('influxdb', { url: 'https://influx.contoso.com' }),
      {},
      { kind: 'keep', message: 'Already uses this endpoint.' },
    ],
    [
      'a name below the wildcard',
      wild,
      source('influxdb', { url: 'https://b.prom.contoso.com' }),
      {},
      { kind: 'keep' },
    ],
    [
      'the own name of a service',
      sql,
      source('mssql', { url: 'orders.database.windows.net' }),
      {},
      { kind: 'keep', message: expect.stringContaining('keep their host name') },
    ],
    [
      'a wildcard without a host',
      wild,
      influx,
      {},
      {
        kind: 'ask',
        message:
          'The domain name of the endpoint covers every name below prom.contoso.com. Enter the host for this data source.',
        pattern: '*.prom.contoso.com',
        offer: '',
      },
    ],
    [
      'a wildcard without a host, where only hosts of one domain can stand',
      wild,
      source('grafana-snowflake-datasource', { jsonData: { account: 'old' } }),
      {},
      { kind: 'ask', pattern: '*.prom.contoso.com' },
    ],
    [
      'a host that is not its own',
      wild,
      influx,
      { host: 'evil.com' },
      { kind: 'ask', message: expect.stringContaining("evil.com doesn't use") },
    ],
    [
      'a service whose host is not known',
      databricks,
      source('grafana-databricks-datasource', { jsonData: { host: 'old' } }),
      {},
      { kind: 'ask', message: expect.stringContaining("couldn't be loaded"), pattern: '', offer: '' },
    ],
    [
      'an endpoint without name and IP',
      sampleEndpoint({ domainName: '', privateIp: '' }),
      influx,
      {},
      { kind: 'ask', message: expect.stringContaining('Refresh') },
    ],
    [
      'Azure Monitor',
      pls,
      source('grafana-azure-monitor-datasource', {}),
      {},
      { kind: 'nothing', message: expect.stringContaining('no URL to update') },
    ],
    [
      'an endpoint that has no hosts',
      sampleEndpoint({ targetId: sampleTargetId('Microsoft.Insights/privateLinkScopes', 's') }),
      influx,
      {},
      { kind: 'nothing', message: expect.stringContaining('no URL to update') },
    ],
    [
      'a host where only those of one domain can stand',
      pls,
      source('grafana-snowflake-datasource', { jsonData: { account: 'old' } }),
      {},
      { kind: 'nothing', message: expect.stringContaining('.snowflakecomputing.com') },
    ],
    [
      'a host that is listed too',
      pls,
      source('yesoreyeram-infinity-datasource', { url: 'https://old', jsonData: { allowedHosts: ['https://old/x'] } }),
      {},
      { mode: 'write', warnings: [expect.stringContaining('allowed hosts')] },
    ],
    [
      'an address it can not read',
      pls,
      source('influxdb', { url: 'http://${H}' }),
      {},
      { kind: 'nothing', message: expect.stringContaining("can't be parsed") },
    ],
  ])('%s', (_, endpoint, dataSource, more, expected) => {
    expect(propose(endpoint, dataSource, more)).toMatchObject(expected);
  });
});

it('tells what keeps a source off the private link', () => {
  const odd = source('influxdb', { url: 'http://old', access: 'direct', jsonData: { enableSecureSocksProxy: true } });
  expect(propose(pls, odd)).toMatchObject({
    problem: expect.stringContaining('browser'),
  });
  expect(propose(pls, source('mssql', { url: 'old\\SQL1' }))).toMatchObject({
    warnings: [expect.stringMatching(/instance.* Add the port\.$/)],
  });
});

it('whatever host is asked for, only a host of the endpoint is ever filled in', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.domain(),
        fc.string().map((text) => `${text}.prom.contoso.com`)
      ),
      (host) => {
        const proposal = propose(wild, influx, { host });
        if (proposal.kind === 'change') {
          expect(new URL(proposal.after).hostname).toMatch(/(^10\.0\.0\.6$)|(\.prom\.contoso\.com\.?$)/);
        }
      }
    )
  );
});

it('says which endpoints are no longer used', () => {
  expect(stopsNote([])).toBe('');
  expect(stopsNote(['loki'])).toBe('Stops using loki.');
  expect(stopsNote(['loki', 'sql'])).toBe('Stops using loki, sql.');
});

it('says where credentials will go', () => {
  expect(credentialsNote('old', 'new')).toContain('sent to new instead of old');
});

it('keeps a name that an admin confirmed for the target', () => {
  const fog = source('mssql', { url: 'fog.database.windows.net:1433' });
  expect(propose(sql, fog)).toEqual({
    kind: 'ask',
    message: expect.stringMatching(/^The host may be .* The URL isn't changed unless you choose to update it\.$/),
    pattern: '',
    offer: 'orders.database.windows.net',
  });
  expect(propose({ ...sql, confirmedHosts: ['fog.database.windows.net'] }, fog)).toEqual({
    kind: 'keep',
    message: 'An admin confirmed that the host leads to orders. The URL stays as it is.',
  });
  const cname = source('influxdb', { url: 'https://metrics.contoso.com:8086' });
  expect(propose(pls, cname)).toMatchObject({ kind: 'change', host: 'influx.contoso.com' });
  expect(propose({ ...pls, confirmedHosts: ['metrics.contoso.com'] }, cname)).toMatchObject({ kind: 'keep' });
});

it('asks about the host that would be replaced, where it leads to no other endpoint', () => {
  const fog = source('mssql', { url: 'FOG.database.windows.net:1433' });
  expect(hostInQuestion(propose(sql, fog), fog, [])).toBe('fog.database.windows.net');
  expect(hostInQuestion(propose(pls, influx), influx, [])).toBe('old');
  expect(hostInQuestion(propose(pls, influx), influx, ['loki'])).toBe('');
  const kept = source('influxdb', { url: 'https://influx.contoso.com:8086' });
  expect(hostInQuestion(propose(pls, kept), kept, [])).toBe('');
  const insecure = source('grafana-azure-data-explorer-datasource', {
    jsonData: { clusterUrl: 'http://logs.westeurope.kusto.windows.net' },
  });
  const adx = sampleEndpoint({ targetId: sampleTargetId('Microsoft.Kusto/clusters', 'logs'), domainName: '' });
  expect(propose(adx, insecure)).toMatchObject({ kind: 'change' });
  expect(hostInQuestion(propose(adx, insecure), insecure, [])).toBe('');
  const odd = source('influxdb', { url: 'http://${H}' });
  expect(hostInQuestion(propose(pls, odd), odd, [])).toBe('');
});
