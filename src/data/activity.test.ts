import { latestNews } from './activity';
import { type FollowedOperation } from './operations';

const now = 100 * 60 * 60_000;
const hour = 60 * 60_000;

function ended(id: string, fields: Partial<FollowedOperation>) {
  const value: FollowedOperation = {
    ...{ kind: 'update', name: 'influx', statusPath: '', status: 'succeeded', failure: '' },
    startedAt: now - 60_000,
    finishedAt: now - 30_000,
    ...fields,
  };
  return { id, value };
}

const told = (...operations: Array<ReturnType<typeof ended>>) => latestNews(operations, now).map(({ id }) => id);

it('tells of each sort only the last that ended, and of all that run', () => {
  const tags = { wrote: { tags: {} } };
  expect(
    told(
      ended('1', { ...tags, status: 'failed' }),
      ended('2', { ...tags, name: 'INFLUX' }),
      ended('3', { wrote: { domainName: '' } }),
      ended('4', { kind: 'refresh', name: '' }),
      ended('5', { name: 'orders', ...tags }),
      ended('6', { kind: 'refresh', name: '', status: 'running', finishedAt: undefined })
    )
  ).toEqual(['2', '3', '5', '6']);
});

it('tells of a good end for an hour and of another for a day, until it is put away', () => {
  expect(told(ended('1', { finishedAt: now - hour + 1 }))).toEqual(['1']);
  expect(told(ended('1', { finishedAt: now - hour }))).toEqual([]);
  expect(told(ended('1', { status: 'failed', finishedAt: now - 23 * hour }))).toEqual(['1']);
  expect(told(ended('1', { status: 'failed', finishedAt: now - 24 * hour }))).toEqual([]);
  expect(told(ended('1', { dismissed: true }))).toEqual([]);
});
