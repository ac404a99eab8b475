import { sampleEndpoint } from '../testing/sampleEndpoint';
import { endpointHosts } from './endpointHosts';
import { fillWarnings } from './fillWarnings';

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
