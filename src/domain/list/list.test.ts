import fc from 'fast-check';
import { type Endpoint } from '../endpoint';
import { type StateGroup } from '../state/stateGroup';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import {
  countKinds,
  countStates,
  firstView,
  type ListView,
  showPage,
  sortRows,
  viewFromQuery,
  viewToQuery,
} from './list';
import { type EndpointColumn, endpointList, endpointRows } from './row';

const now = Date.parse('2026-11-23T12:00:00Z');

type View = ListView<EndpointColumn, StateGroup>;
const first: View = firstView(endpointList);
const columns = Object.keys(endpointList.sortKeys) as EndpointColumn[];

const someRows = () =>
  endpointRows(
    [
      sampleEndpoint({ name: 'influx', tags: { team: 'metrics' } }),
      sampleEndpoint({
        name: 'orders',
        targetId: sampleTargetId('Microsoft.Sql/servers', 'orders-sql'),
        connectionState: 'Pending',
      }),
      sampleEndpoint({ name: 'odd', targetId: sampleTargetId('Microsoft.Odd/things', 'x'), connectionState: 'Frozen' }),
    ],
    Date.parse('2026-11-21T12:00:00Z')
  );

function names(view: Partial<View>): string[] {
  const all = { ...first, ...view };
  return showPage(endpointList, sortRows(endpointList, someRows(), all.sort, all.descending), all).rows.map(
    (row) => row.endpoint.name
  );
}

it.each<[Partial<View>, string[]]>([
  [{}, ['odd', 'influx', 'orders']],
  [{ search: 'SQL' }, ['orders']],
  [{ search: 'team=metrics' }, ['influx']],
  [{ search: ' pending  orders ' }, ['orders']],
  [{ search: 'frozen' }, ['odd']],
  [{ search: 'influx/subscriptions' }, []],
  [{ search: 'nothing' }, []],
  [{ states: ['approved', 'attention'] }, ['odd', 'influx']],
  [{ kinds: ['type:microsoft.odd/things'] }, ['odd']],
  [{ kinds: ['sqlServer'], states: ['approved'] }, []],
])('%j shows %j', (view, expected) => {
  expect(names(view)).toEqual(expected);
});

it('pages, and a page past the end shows the last one', () => {
  const many = endpointRows(
    Array.from({ length: endpointList.pageSize * 2 + 1 }, (_, i) => sampleEndpoint({ name: `mpe-${i}` })),
    now
  );
  const list = showPage(endpointList, many, { ...first, page: 9 });
  expect(list).toMatchObject({ total: 101, matched: 101, page: 3, pages: 3 });
  expect(list.rows.map((row) => row.endpoint.name)).toEqual(['mpe-100']);
});

it('an empty list has one page', () => {
  expect(showPage(endpointList, [], first)).toEqual({ rows: [], total: 0, matched: 0, page: 1, pages: 1 });
});

it('counts by state and kind', () => {
  const rows = someRows();
  expect(countStates(endpointList, rows)).toEqual([
    { key: 'attention', title: 'Needs attention', count: 1 },
    { key: 'pending', title: 'Pending', count: 1 },
    { key: 'approved', title: 'Approved', count: 1 },
  ]);
  expect(countKinds(endpointList, rows).map(({ key, count }) => [key, count])).toEqual([
    ['sqlServer', 1],
    ['type:microsoft.odd/things', 1],
    ['privateLinkService', 1],
  ]);
});

function sorted(column: EndpointColumn, descending: boolean, ...fields: Array<Partial<Endpoint>>): string[] {
  return sortRows(endpointList, endpointRows(fields.map(sampleEndpoint), now), column, descending).map(
    (row) => row.endpoint.name
  );
}

it('sorts names as people count', () => {
  expect(sorted('name', false, { name: 'mpe-10' }, { name: 'MPE-9' }, { name: 'a' })).toEqual(['a', 'MPE-9', 'mpe-10']);
  expect(sorted('name', true, { name: 'mpe-10' }, { name: 'MPE-9' }, { name: 'a' })).toEqual(['mpe-10', 'MPE-9', 'a']);
});

it('puts first what one refresh solves, then dead ends and old requests, each the oldest first, then the rest by name', () => {
  const rows = [
    { name: 'fine' },
    { name: 'fresh', connectionState: 'Pending', createdAt: '2026-11-23T11:00:00Z' },
    { name: 'busy', provisioningState: 'Updating', createdAt: '2026-11-23T11:30:00Z' },
    { name: 'rejected', connectionState: 'Rejected', createdAt: '2026-11-01T00:00:00Z' },
    { name: 'failed', provisioningState: 'Failed', createdAt: '' },
    { name: 'older', connectionState: 'Pending', createdAt: '2026-11-02T00:00:00Z' },
    { name: 'old', connectionState: 'Pending', createdAt: '2026-11-03T00:00:00Z' },
    { name: 'gone', connectionState: 'Disconnected', createdAt: '2026-10-01T00:00:00Z' },
    { name: 'no-ip', privateIp: '', createdAt: '2026-11-20T00:00:00Z' },
    { name: 'odd', connectionState: 'Frozen' },
  ];
  const order = ['no-ip', 'gone', 'rejected', 'failed', 'odd', 'older', 'old', 'busy', 'fine', 'fresh'];
  expect(sorted('need', false, ...rows)).toEqual(order);
});

it('sorts addresses by number, empty ones last either way', () => {
  const rows = [
    { name: 'none', privateIp: '' },
    { name: 'ten', privateIp: '10.0.0.10' },
    { name: 'nine', privateIp: '10.0.0.9' },
  ];
  expect(sorted('privateIp', false, ...rows)).toEqual(['nine', 'ten', 'none']);
  expect(sorted('privateIp', true, ...rows)).toEqual(['ten', 'nine', 'none']);
});

it('sorts by age, unknown last', () => {
  const rows = [
    { name: 'unknown', createdAt: '' },
    { name: 'old', createdAt: '2024-01-01T00:00:00Z' },
    { name: 'new', createdAt: '2026-01-01T00:00:00Z' },
  ];
  expect(sorted('age', false, ...rows)).toEqual(['new', 'old', 'unknown']);
  expect(sorted('age', true, ...rows)).toEqual(['old', 'new', 'unknown']);
});

it('sorts by state in the order of need, then by name', () => {
  const rows = [{ name: 'c' }, { name: 'b', connectionState: 'Pending' }, { name: 'a', connectionState: 'Pending' }];
  expect(sorted('state', false, ...rows)).toEqual(['a', 'b', 'c']);
});

it('sorts by kind and name of the target', () => {
  const rows = [{ name: 'pls' }, { name: 'sql', targetId: sampleTargetId('Microsoft.Sql/servers', 'x') }];
  expect(sorted('target', false, ...rows)).toEqual(['sql', 'pls']);
});

it.each(columns)('leaves the given rows in place (%s)', (column) => {
  const two = endpointRows([sampleEndpoint({ name: 'b' }), sampleEndpoint({ name: 'a' })], now);
  sortRows(endpointList, two, column, false);
  expect(two.map((row) => row.endpoint.name)).toEqual(['b', 'a']);
});

const views: fc.Arbitrary<View> = fc
  .record({
    search: fc.string({ unit: 'grapheme' }),
    sort: fc.constantFrom(...columns),
    descending: fc.boolean(),
    states: fc.subarray([...endpointList.states]),
    kinds: fc.uniqueArray(fc.string({ minLength: 1 })),
    page: fc.integer({ min: 1, max: 999_999 }),
  })
  .map((view) => ({ ...view, descending: view.descending && view.sort !== 'need' }));

it('a view survives its way through the URL', () => {
  fc.assert(
    fc.property(views, (view) => expect(viewFromQuery(endpointList, viewToQuery(endpointList, view))).toEqual(view))
  );
});

it('the default view leaves the URL alone', () => {
  expect(viewToQuery(endpointList, first)).toBe('');
  expect(viewFromQuery(endpointList, '')).toEqual(first);
});

it('nonsense falls back to the default', () => {
  expect(viewFromQuery(endpointList, '?sort=colour&p=-2&state=asleep&kind=&p=x')).toEqual(first);
  expect(viewFromQuery(endpointList, '?sort=-need')).toEqual(first);
  expect(viewFromQuery(endpointList, '?sort=-colour')).toEqual(first);
  expect(viewFromQuery(endpointList, '?sort=na-me&p=2x')).toEqual(first);
});

it('leaves what else stands in the URL, Grafana’s own `page` too', () => {
  const view = { ...first, search: 'x', page: 2 };
  expect(viewToQuery(endpointList, view, 'page=endpoints&q=old&state=failed&p=7')).toBe('page=endpoints&q=x&p=2');
  expect(viewToQuery(endpointList, first, 'q=old&sort=name&state=failed&kind=sqlServer&p=7')).toBe('');
});
