import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { type HealthAnswer } from '../health/healthAnswer';
import { type JsonObject } from '../json';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { checkSummary, isHealthWorthwhile, runCheck } from './runCheck';
import { type CheckFacts, type CheckStepId } from './checkStep';

const order: CheckStepId[] = ['provisioned', 'approved', 'refreshed', 'address', 'connection', 'health'];
const pls = sampleEndpoint({ domainName: 'influx.contoso.com', privateIp: '10.0.0.5' });
const sql = sampleEndpoint({
  targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
  domainName: '',
  privateIp: '',
});
const okHealth: HealthAnswer = { status: 'ok', message: 'Fine', raw: 'Fine' };
const refused: HealthAnswer = {
  status: 'error',
  message: 'x',
  raw: 'dial tcp 10.0.0.5:1: connect: connection refused',
};

function source(type: string, fields: JsonObject): DataSource {
  return { uid: 'u', name: 'n', type, access: 'proxy', ...fields };
}

const influx = source('influxdb', { url: 'http://influx.contoso.com:8086' });
const facts: CheckFacts = {
  endpoint: pls,
  view: undefined,
  dataSource: influx,
  target: undefined,
  health: okHealth,
  insideManagedNetwork: true,
};

function outcomes(change: Partial<CheckFacts>): string {
  return runCheck({ ...facts, ...change })
    .map((step) => step.outcome)
    .join(' ');
}

const changed = (fields: Partial<Endpoint>): Partial<CheckFacts> => ({ endpoint: { ...pls, ...fields } });

it.each<[string, Partial<CheckFacts>, string]>([
  ['all is well', {}, 'ok ok ok ok ok ok'],
  ['being created', changed({ provisioningState: 'Creating' }), 'failed skipped skipped skipped skipped skipped'],
  ['failed', changed({ provisioningState: 'Failed' }), 'failed skipped skipped skipped skipped skipped'],
  ['pending', changed({ connectionState: 'Pending' }), 'ok failed skipped skipped skipped skipped'],
  [
    'approved at the target only',
    { ...changed({ connectionState: 'Pending' }), view: { status: 'Approved', description: '', grade: 'confirmed' } },
    'ok ok failed skipped skipped skipped',
  ],
  [
    'likely approved at the target only',
    { ...changed({ connectionState: 'Pending' }), view: { status: 'Approved', description: '', grade: 'probable' } },
    'ok unknown failed skipped skipped skipped',
  ],
  [
    'likely removed at the target only',
    { view: { status: 'Disconnected', description: '', grade: 'probable' } },
    'ok unknown ok ok ok ok',
  ],
  ['no private IP', changed({ privateIp: '' }), 'ok ok failed skipped skipped skipped'],
  ['an unheard-of state', changed({ connectionState: 'Frozen' }), 'ok unknown unknown ok ok ok'],
  ['another host', { dataSource: source('influxdb', { url: 'http://old:8086' }) }, 'ok ok ok failed skipped skipped'],
  ['browser access', { dataSource: { ...influx, access: 'direct' } }, 'ok ok ok failed skipped skipped'],
  ['no endpoint', { endpoint: undefined }, 'unknown unknown unknown failed skipped skipped'],
  [
    'an address that can not be read',
    { dataSource: source('influxdb', { url: '${X}' }) },
    'ok ok ok unknown unknown ok',
  ],
  ['TLS with the IP', { dataSource: source('influxdb', { url: 'https://10.0.0.5' }) }, 'ok ok ok ok failed skipped'],
  [
    'plain text to a service with TLS',
    {
      endpoint: sql,
      dataSource: source('mssql', { url: 'orders.database.windows.net', jsonData: { encrypt: 'disable' } }),
    },
    'ok ok ok ok failed skipped',
  ],
  [
    'the privatelink name with TLS',
    {
      endpoint: sql,
      dataSource: source('mssql', { url: 'orders.privatelink.database.windows.net', jsonData: { encrypt: 'true' } }),
    },
    'ok ok ok ok failed skipped',
  ],
  [
    'an unusual port',
    {
      endpoint: sql,
      dataSource: source('mssql', { url: 'orders.database.windows.net:3342', jsonData: { encrypt: 'true' } }),
    },
    'ok ok ok ok warning ok',
  ],
  [
    'two parts below a wildcard',
    { ...changed({ domainName: '*.contoso.com' }), dataSource: source('influxdb', { url: 'https://a.b.contoso.com' }) },
    'ok ok ok ok warning ok',
  ],
  ['health still running', { health: undefined }, 'ok ok ok ok ok running'],
  ['health fails', { health: refused }, 'ok ok ok ok ok failed'],
  ['no health check', { health: { status: 'missing', message: '', raw: '' } }, 'ok ok ok ok ok unknown'],
  ['an unclear health check', { health: { status: 'unknown', message: '', raw: '' } }, 'ok ok ok ok ok unknown'],
  ['a Grafana outside', { health: refused, insideManagedNetwork: false }, 'ok ok ok ok ok unknown'],
  ['no data source', { dataSource: undefined }, 'ok ok ok unknown unknown unknown'],
  ['Azure Monitor', { dataSource: source('grafana-azure-monitor-datasource', {}) }, 'ok ok ok unknown unknown ok'],
])('%s', (_, change, expected) => {
  expect(outcomes(change)).toBe(expected);
});

it('says to do nothing after a step that is fine, or skipped', () => {
  const nothing = { next: '', raw: '' };
  const skipped = { ...nothing, finding: expect.stringContaining('an earlier step failed') };
  expect(runCheck({ ...facts, dataSource: source('influxdb', { url: 'http://old:8086' }) })).toMatchObject([
    ...[nothing, nothing, nothing, { outcome: 'failed', raw: '' }, skipped, skipped],
  ]);
});

it('tells the steps in order, each failed one with something to do', () => {
  expect(runCheck(facts).map((step) => step.id)).toEqual(order);
  const failed = runCheck({ ...facts, health: refused }).at(-1);
  expect(failed).toMatchObject({ category: 'port', raw: refused.raw });
  expect(failed?.next).not.toBe('');
});

it('sums up', () => {
  expect(checkSummary([])).toBe('');
  expect(checkSummary(runCheck(facts))).toBe('Passed: the target responds through the private endpoint.');
  expect(checkSummary(runCheck({ ...facts, endpoint: undefined }))).toContain('doesn’t match any private endpoint');
  expect(checkSummary(runCheck({ ...facts, health: undefined }))).toBe('Checking…');
  expect(checkSummary(runCheck({ ...facts, health: refused, insideManagedNetwork: false }))).toContain(
    'outside the managed network'
  );
});

it('asks for health only when it can tell something', () => {
  expect(isHealthWorthwhile(facts)).toBe(true);
  expect(isHealthWorthwhile({ ...facts, ...changed({ connectionState: 'Pending' }) })).toBe(false);
  expect(isHealthWorthwhile({ ...facts, dataSource: undefined })).toBe(false);
});

describe('a data source that is public on purpose', () => {
  const dataSource = { uid: 'u', name: 'Weather', type: 'prometheus', url: 'https://weather.example' };
  const facts = { dataSource, endpoint: undefined, view: undefined, target: undefined, publicOnPurpose: true };

  it('is asked only whether it responds, wherever Grafana is', () => {
    const before = { ...facts, health: undefined, insideManagedNetwork: false };
    expect(isHealthWorthwhile(before)).toBe(true);
    const health = { status: 'ok' as const, message: 'Fine', raw: '' };
    const steps = runCheck({ ...before, health });
    expect(steps.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(['address ok', 'health ok']);
    expect(steps[0]).toMatchObject({ title: 'Network path', next: '' });
    expect(checkSummary(steps)).toBe('Passed: the target responds through the public network.');
  });

  it('is tested like any other where it leads to an endpoint', () => {
    const endpoint = sampleEndpoint({ domainName: 'weather.example.com' });
    const steps = runCheck({ ...facts, endpoint, health: undefined, insideManagedNetwork: true });
    expect(steps).toHaveLength(6);
  });
});
