import { parseResourceId } from '../resourceId';
import { sampleEndpoint } from './sampleEndpoint';

it('the sample is a legal endpoint', () => {
  const endpoint = sampleEndpoint({ name: 'x1' });
  expect(parseResourceId(endpoint.id).ok).toBe(true);
  expect(parseResourceId(endpoint.targetId).ok).toBe(true);
  expect(endpoint.id).toMatch(/\/x1$/);
});
