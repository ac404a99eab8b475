import { sampleEndpoint } from '../testing/sampleEndpoint';
import { endpointHosts } from './endpointHosts';
import { fillWarnings, needsInsisting } from './fillWarnings';

const endpoint = sampleEndpoint({ domainName: '', privateIp: '10.0.0.5' });

function warnings(jsonData: { [key: string]: string | boolean }) {
  const source = { uid: 'u', name: 'n', type: 'prometheus', url: 'https://old', jsonData };
  return fillWarnings(endpoint, source, endpointHosts(endpoint), '10.0.0.5');
}

it('does not warn of the IP where another name is checked, or none', () => {
  expect(warnings({})).toHaveLength(1);
  expect(warnings({ tlsSkipVerify: true })).toEqual([]);
  expect(warnings({ tlsAuthWithCACert: true, serverName: 'prom' })).toEqual([]);
  expect(warnings({ serverName: 'ignored' })).toHaveLength(1);
});

it.each([
  ['https://old', '10.0.0.5', true],
  ['http://old', '10.0.0.5', false],
  ['https://old', 'influx.internal.contoso.com', false],
])('asks to insist for %s and %s: %s', (url, host, expected) => {
  const named = sampleEndpoint();
  const source = { uid: 'u', name: 'n', type: 'prometheus', url };
  expect(needsInsisting(named, source, endpointHosts(named), host)).toBe(expected);
});
