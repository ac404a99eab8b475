import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { indexEndpoints } from './endpointIndex';

it('files an endpoint under everything that leads to it', () => {
  const index = indexEndpoints([
    sampleEndpoint({ domainName: 'Influx.Contoso.com.', privateIp: '10.0.0.5' }),
    sampleEndpoint({ name: 'wild', domainName: '*.prom.contoso.com', privateIp: '' }),
    sampleEndpoint({
      name: 'sql',
      domainName: '',
      privateIp: '',
      targetId: sampleTargetId('microsoft.sql/servers', 'Orders'),
    }),
    sampleEndpoint({ name: 'odd', domainName: '', privateIp: '', targetId: 'odd' }),
  ]);
  expect([...index.byHost.keys()]).toEqual(['influx.contoso.com', '10.0.0.5']);
  expect([...index.byWildcard.keys()]).toEqual(['prom.contoso.com']);
  expect(index.byService.get('sqlServer|orders')?.map((endpoint) => endpoint.name)).toEqual(['sql']);
});
