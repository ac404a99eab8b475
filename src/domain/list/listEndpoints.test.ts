import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { countByKind, countByState, listEndpoints } from './listEndpoints';
import { endpointRows } from './row';
import { defaultListView, type ListView, pageSize } from './view';

const now = Date.parse('2026-11-21T12:00:00Z');

const rows = endpointRows(
  [
    sampleEndpoint({ name: 'influx', tags: { team: 'metrics' } }),
    sampleEndpoint({
      name: 'orders',
      targetId: sampleTargetId('Microsoft.Sql/servers', 'orders-sql'),
      connectionState: 'Pending',
    }),
    sampleEndpoint({ name: 'odd', targetId: sampleTargetId('Microsoft.Odd/things', 'x'), connectionState: 'Frozen' }),
  ],
  now
);

function names(view: Partial<ListView>): string[] {
  return listEndpoints(rows, { ...defaultListView, ...view }).rows.map((row) => row.endpoint.name);
}

it.each<[Partial<ListView>, string[]]>([
  [{}, ['influx', 'odd', 'orders']],
  [{ search: 'SQL' }, ['orders']],
  [{ search: 'team=metrics' }, ['influx']],
  [{ search: ' pending  orders ' }, ['orders']],
  [{ search: 'frozen' }, ['odd']],
  [{ search: 'nothing' }, []],
  [{ states: ['approved', 'unknown'] }, ['influx', 'odd']],
  [{ kinds: ['type:microsoft.odd/things'] }, ['odd']],
  [{ kinds: ['sqlServer'], states: ['approved'] }, []],
])('%j shows %j', (view, expected) => {
  expect(names(view)).toEqual(expected);
});

it('pages, and a page past the end shows the last one', () => {
  const many = endpointRows(
    Array.from({ length: pageSize * 2 + 1 }, (_, i) => sampleEndpoint({ name: `mpe-${i}` })),
    now
  );
  const list = listEndpoints(many, { ...defaultListView, page: 9 });
  expect(list).toMatchObject({ total: 51, matched: 51, page: 3, pages: 3 });
  expect(list.rows.map((row) => row.endpoint.name)).toEqual(['mpe-50']);
});

it('an empty list has one page', () => {
  expect(listEndpoints([], defaultListView)).toEqual({ rows: [], total: 0, matched: 0, page: 1, pages: 1 });
});

it('counts by state and kind', () => {
  expect(countByState(rows)).toEqual([
    { key: 'waiting', title: 'Pending approval', count: 1 },
    { key: 'approved', title: 'Approved', count: 1 },
    { key: 'unknown', title: 'Unknown state', count: 1 },
  ]);
  expect(countByKind(rows).map(({ key, count }) => [key, count])).toEqual([
    ['sqlServer', 1],
    ['type:microsoft.odd/things', 1],
    ['privateLinkService', 1],
  ]);
});
