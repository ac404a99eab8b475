import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { resourceKey } from '../resourceId';
import { endpointsByTarget } from './reachedTargets';

it('gathers the endpoints to one target, whatever the casing of its id', () => {
  const orders = sampleTargetId('Microsoft.Sql/servers', 'orders');
  const reached = endpointsByTarget([
    sampleEndpoint({ name: 'first', targetId: orders }),
    sampleEndpoint({ name: 'other' }),
    sampleEndpoint({ name: 'second', targetId: orders.toUpperCase() }),
  ]);
  expect(reached.get(resourceKey(orders))?.map(({ name }) => name)).toEqual(['first', 'second']);
  expect(reached.get(resourceKey(sampleTargetId('Microsoft.Sql/servers', 'billing')))).toBeUndefined();
});
