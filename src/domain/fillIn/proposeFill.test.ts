import fc from 'fast-check';
import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { type JsonObject } from '../json';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { type Target } from '../target';
import { hostInQuestion } from './hostInQuestion';
import { credentialsNote, type FillInput, proposeFill } from './proposeFill';

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
    expect(propose(amw, plain, { target: target as unknown as Target })).toMatchObject({
      after: 'https://amw-1.weu.prometheus.monitor.azure.com:443/x',
      change: { host: 'amw-1.weu.prometheus.monitor.azure.com', scheme: 'https', port: 443 },
      warnings: [expect.stringContaining('requires TLS'), expect.stringContaining('listens on port 443')],
      problem: '',
    });
    expect(propose(pls, source('influxdb', { url: 'http://old:8086' }))).toMatchObject({
      after: 'http://influx.contoso.com:8086',
      change: { host: 'influx.contoso.com' },
    });
  });

  it('to the IP where there is no name, with a warning when TLS needs one', () => {
    expect(propose(bare, influx)).toMatchObject({ host: '10.0.0.7', problem: expect.stringContaining('TLS') });
    expect(propose(bare, source('influxdb', { url: 'http://old' }))).toMatchObject({
      warnings: [expect.stringContaining('may change when')],
    });
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
      { kind: 'keep' },
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
    ['a wildcard without a host', wild, influx, {}, { kind: 'ask', pattern: '*.prom.contoso.com' }],
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
      { kind: 'ask' },
    ],
    [
      'an endpoint without name and IP',
      sampleEndpoint({ domainName: '', privateIp: '' }),
      influx,
      {},
      { kind: 'ask', message: expect.stringContaining('Refresh') },
    ],
    ['Azure Monitor', pls, source('grafana-azure-monitor-datasource', {}), {}, { kind: 'nothing' }],
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
    ['an address it can not read', pls, source('influxdb', { url: 'http://${H}' }), {}, { kind: 'nothing' }],
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
    warnings: [expect.stringContaining('instance')],
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

it('says where credentials will go', () => {
  expect(credentialsNote('old', 'new')).toContain('sent to new instead of old');
});

it('keeps a name that an admin confirmed for the target', () => {
  const fog = source('mssql', { url: 'fog.database.windows.net:1433' });
  expect(propose(sql, fog)).toMatchObject({ kind: 'ask', offer: 'orders.database.windows.net' });
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
});
