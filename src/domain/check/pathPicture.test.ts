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
  [
    'no private IP, though the owner approved',
    { ...changed({ privateIp: '' }), ...seen('Approved', 'confirmed') },
    'Not tested → Uses the endpoint → Approved, waiting for private IP × Approved',
  ],
  ['being created', changed({ provisioningState: 'Creating' }), 'Not tested → Uses the endpoint → Creating … Unknown'],
  [
    'being deleted, though the owner approved',
    { ...changed({ provisioningState: 'Deleting' }), ...seen('Approved', 'confirmed') },
    'Not tested → Uses the endpoint → Deleting × Approved',
  ],
  [
    'an answer over a path nobody knows, in a state nobody knows',
    { ...changed({ connectionState: 'Entangled' }), dataSource: source({ url: '${X}' }) },
    'Test passed ? Unknown ? Entangled ? Responds',
  ],
  [
    'a host more than one label below a wildcard',
    { ...changed({ domainName: '*.contoso.com' }), dataSource: source({ url: 'https://a.b.contoso.com' }) },
    'Test passed → Check settings → Approved → Responds',
  ],
  [
    'a URL that Grafana refuses',
    { health: failing('unsupported protocol scheme') },
    'Test failed × Uses the endpoint → Approved → Unknown',
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
    'one data source',
    { users: [source({})], health: undefined },
    'Not tested → Uses the endpoint → Approved → Unknown',
  ],
  [
    'several data sources',
    { users: [source({}), source({ uid: 'v', name: 'Edge' })], health: undefined },
    'In use → Uses the endpoint → Approved → Unknown',
  ],
])('%s', (_, change, expected) => {
  expect(drawn(change)).toBe(expected);
});

it.each<[string, Partial<PathFacts>, string]>([
  [
    'a data source',
    {},
    'Sensors (InfluxDB), influx.contoso.com (Domain name), influx (10.0.0.5), influx-pls (Private link service)',
  ],
  [
    'several',
    { users: [source({}), source({ uid: 'v', name: 'Edge\u202e' })] },
    '2 data sources (Sensors, Edge[U+202E]), influx.contoso.com (Domain name), influx (10.0.0.5), influx-pls (Private link service)',
  ],
  [
    'an address that can not be read',
    { dataSource: source({ url: '${X}' }) },
    'Sensors (InfluxDB),  (), influx (10.0.0.5), influx-pls (Private link service)',
  ],
  [
    'no data source',
    { dataSource: undefined },
    ' (), influx.contoso.com (Domain name), influx (10.0.0.5), influx-pls (Private link service)',
  ],
  [
    'no data source and no domain name',
    { dataSource: undefined, ...changed({ domainName: '' }) },
    ' (), 10.0.0.5 (Private IP), influx (10.0.0.5), influx-pls (Private link service)',
  ],
  [
    'no data source and no address',
    { dataSource: undefined, ...changed({ domainName: '', privateIp: '' }) },
    ' (),  (), influx (), influx-pls (Private link service)',
  ],
  ['no endpoint', { endpoint: undefined }, 'Sensors (InfluxDB), influx.contoso.com (),  (),  ()'],
])('of %s, names each node and says more of it', (_, change, expected) => {
  const { nodes } = pathPicture({ ...facts, ...change });
  expect(nodes.map(({ title }) => title)).toEqual(['Data source', 'Name or IP', 'Private endpoint', 'Target resource']);
  expect(nodes.map(({ name, detail }) => `${name} (${detail})`).join(', ')).toBe(expected);
});

it('tells what to solve first, as the test does', () => {
  expect(pathPicture({ ...facts, ...changed({ connectionState: 'Rejected' }) }).problem?.id).toBe('approved');
  expect(pathPicture(facts).problem).toBeUndefined();
});
