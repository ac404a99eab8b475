import { type EndpointStatus } from '../state/status';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { type Advice } from './advice';
import { groupAdvice } from './groupAdvice';

const on = (id: Advice['id'], name: string, status?: EndpointStatus): Advice => ({
  id,
  severity: 'info',
  message: `About ${name}.`,
  fix: 'openEndpoint',
  endpoint: sampleEndpoint({ name }),
  status,
});

it('says one by its own words and many in one sentence, by need', () => {
  const groups = groupAdvice([
    on('unused', 'a'),
    on('pendingForDays', 'b'),
    on('unused', 'c'),
    on('notRefreshed', 'd'),
  ]);
  expect(groups.map(({ id, message, items }) => [id, message, items.map(({ endpoint }) => endpoint?.name)])).toEqual([
    ['notRefreshed', 'About d.', ['d']],
    ['pendingForDays', 'About b.', ['b']],
    ['unused', 'No data source uses 2 of the ready endpoints.', ['a', 'c']],
  ]);
  expect(groupAdvice([])).toEqual([]);
  const many = Array.from({ length: 1000 }, (_, i) => on('pendingForDays', `e${i}`));
  expect(groupAdvice(many)[0]?.message).toBe('1,000 requests have been waiting for approval for days.');
  const several = [on('notRefreshed', 'a', 'approvedNotRefreshed'), on('notRefreshed', 'b', 'approvedNotRefreshed')];
  expect(groupAdvice(several)[0]?.message).toMatch(/^2 endpoints are approved, but the managed network /);
});
