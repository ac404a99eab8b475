import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { type HealthAnswer } from '../health/healthAnswer';
import { type JsonObject } from '../json';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { type PathFacts, pathPicture } from './pathPicture';

const influx = sampleEndpoint({ name: 'influx', domainName: 'influx.contoso.com', privateIp: '10.0.0.5' });
const source = (fields: JsonObject): DataSource => ({
  ...{ uid: 'u', name: 'Sensors', type: 'influxdb', access: 'proxy', url: 'http://influx.contoso.com:8086' },
  ...fields,
});
const failing = (raw: string): HealthAnswer => ({ status: 'error', message: raw, raw });
const facts: PathFacts = {
  ...{ endpoint: influx, view: undefined, dataSource: source({}), target: undefined },
  health: { status: 'ok', message: 'Fine', raw: 'Fine' },
  insideManagedNetwork: true,
};
const changed = (fields: Partial<Endpoint>) => ({ endpoint: { ...influx, ...fields } });
const seen = (status: string, grade: 'confirmed' | 'probable' | 'unknown') => ({
  view: { status, grade, description: '' },
});

const signs = { connected: '→', waiting: '…', broken: '×', unknown: '?' };

/** The picture as a line: `state → state × state`. */
function drawn(change: Partial<PathFacts>): string {
  const { nodes, links } = pathPicture({ ...facts, ...change });
  return nodes.map(({ state }, i) => [state, links[i] && signs[links[i]]].filter(Boolean).join(' ')).join(' ');
}

it.each<[string, Partial<PathFacts>, string]>([
  ['all is well', {}, 'Test passed → Uses the endpoint → Approved → Responds'],
  [
    'nobody has tested it',
    { health: undefined, ...seen('Approved', 'confirmed') },
    'Not tested → Uses the endpoint → Approved → Approved',
  ],
  [
    'the owner has not decided',
    { ...changed({ connectionState: 'Pending' }), ...seen('Pending', 'confirmed') },
    'Not tested → Uses the endpoint → Pending approval … Pending approval',
  ],
  [
    'approved and not refreshed',
    { ...changed({ connectionState: 'Pending' }), ...seen('Approved', 'confirmed') },
    'Not tested → Uses the endpoint → Pending approval × Approved',
  ],
  [
    'probably approved',
    { ...changed({ connectionState: 'Pending' }), ...seen('Approved', 'probable') },
    'Not tested → Uses the endpoint → Pending approval × Probably approved',
  ],
  [
    'a connection that may be another workspace’s',
    { ...changed({ connectionState: 'Pending' }), ...seen('Approved', 'unknown') },
    'Not tested → Uses the endpoint → Pending approval … Unknown',
  ],
  [
    'a state nobody knows',
    changed({ connectionState: 'Entangled' }),
    'Test passed → Uses the endpoint → Entangled → Responds',
  ],
  [
    'no private IP',
    changed({ privateIp: '' }),
    'Not tested → Uses the endpoint → Approved, waiting for private IP × Unknown',
  ],
  [
    'another host',
    { dataSource: source({ url: 'http://old.contoso.com' }) },
    'Not tested → Doesn’t use the endpoint × Approved → Unknown',
  ],
  ['no endpoint', { endpoint: undefined }, 'Not tested ? No matching endpoint × None ? Unknown'],
  [
    'browser access',
    { dataSource: source({ access: 'direct' }) },
    'Not tested × Doesn’t use the endpoint ? Approved → Unknown',
  ],
  [
    'TLS with the IP',
    { dataSource: source({ url: 'https://10.0.0.5' }) },
    'Not tested × Settings don’t match → Approved → Unknown',
  ],
  [
    'an address that can not be read',
    { dataSource: source({ url: '${X}' }) },
    'Test passed ? Unknown ? Approved → Responds',
  ],
  [
    'a name that does not resolve',
    { health: failing('dial tcp: lookup influx.contoso.com: no such host') },
    'Test failed → Uses the endpoint × Approved → Unknown',
  ],
  [
    'no answer',
    { health: failing('dial tcp 10.0.0.5:8086: i/o timeout') },
    'Test failed → Uses the endpoint → Approved × No response',
  ],
  [
    'a closed port',
    { health: failing('dial tcp 10.0.0.5:8086: connect: connection refused') },
    'Test failed → Uses the endpoint → Approved × Refuses the port',
  ],
  [
    'a target that wants other credentials',
    { health: failing('401 Unauthorized') },
    'Test failed → Uses the endpoint → Approved → Authentication fails',
  ],
  ['a text that nobody knows', { health: failing('Oops') }, 'Test failed → Uses the endpoint → Approved → Unknown'],
  ['a Grafana outside', { insideManagedNetwork: false }, 'No test result → Uses the endpoint → Approved → Unknown'],
  [
    'an endpoint that nobody uses',
    { dataSource: undefined, users: [] },
    'None yet ? Not used yet → Approved → Unknown',
  ],
  [
    'data sources that are not known',
    { dataSource: undefined, ...changed({ connectionState: 'Pending', domainName: '', privateIp: '' }) },
    'Unknown ? Not known yet ? Pending approval … Unknown',
  ],
  [
    'several data sources',
    { users: [source({}), source({ uid: 'v', name: 'Edge' })], health: undefined },
    'In use → Uses the endpoint → Approved → Unknown',
  ],
])('%s', (_, change, expected) => {
  expect(drawn(change)).toBe(expected);
});

it('names each node and says more of it', () => {
  const { nodes } = pathPicture(facts);
  expect(nodes.map(({ title, name, detail }) => [title, name, detail])).toEqual([
    ['Data source', 'Sensors', 'InfluxDB'],
    ['Name or IP', 'influx.contoso.com', 'Domain name'],
    ['Private endpoint', 'influx', '10.0.0.5'],
    ['Target resource', 'influx-pls', 'Private link service'],
  ]);
});

it('tells what to solve first, as the test does', () => {
  expect(pathPicture({ ...facts, ...changed({ connectionState: 'Rejected' }) }).problem?.id).toBe('approved');
  expect(pathPicture(facts).problem).toBeUndefined();
});
