import { nameOfTarget } from './target';
import { sampleTargetId } from './testing/sampleEndpoint';

it.each([
  [sampleTargetId('Microsoft.Sql/servers', 'orders'), 'orders'],
  ['odd', 'odd'],
  ['', ''],
])('%j is called %j', (id, expected) => {
  expect(nameOfTarget(id)).toBe(expected);
});
