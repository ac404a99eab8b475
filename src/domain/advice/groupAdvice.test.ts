import { sampleEndpoint } from '../testing/sampleEndpoint';
import { type Advice } from './advice';
import { groupAdvice } from './groupAdvice';

const on = (id: Advice['id'], name: string): Advice => ({
  id,
  severity: 'info',
  message: `About ${name}.`,
  fix: 'openEndpoint',
  endpoint: sampleEndpoint({ name }),
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
});
