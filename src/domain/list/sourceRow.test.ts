import fc from 'fast-check';
import { type NetworkPath, networkPaths } from '../advice/networkPath';
import { matchAll } from '../matching/matchAll';
import { sampleEndpoint } from '../testing/sampleEndpoint';
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
import { type SourceColumn, sourceList, sourceRows } from './sourceRow';

type SourceView = ListView<SourceColumn, NetworkPath>;

const endpoints = [
  sampleEndpoint(),
  sampleEndpoint({
    name: 'mpe-7',
    domainName: 'tempo.internal.contoso.com',
    connectionState: 'Pending',
    privateIp: '',
  }),
];
const sources = [
  { uid: 'a', name: 'Sensors', type: 'influxdb', url: 'http://influx.internal.contoso.com:8086' },
  { uid: 'b', name: 'Traces', type: 'tempo', url: 'http://kim:secret@tempo.internal.contoso.com' },
  { uid: 'c', name: 'Revenue', type: 'mssql', url: 'orders.database.windows.net:1433' },
  { uid: 'd', name: 'Weather 10', type: 'prometheus', url: 'https://metrics.weather.example' },
  { uid: 'e', name: 'Weather 9', type: 'prometheus', url: '' },
];
const someRows = () => sourceRows(sources, matchAll(endpoints, sources));
const names = (change: Partial<SourceView>) => {
  const view: SourceView = { ...firstView(sourceList), ...change };
  return showPage(sourceList, sortRows(sourceList, someRows(), view.sort, view.descending), view).rows.map(
    ({ dataSource }) => dataSource.name
  );
};

it.each<[Partial<SourceView>, string[]]>([
  [{}, ['Traces', 'Revenue', 'Weather 10', 'Sensors', 'Weather 9']],
  [{ search: 'WEATHER 10' }, ['Weather 10']],
  [{ search: 'influx' }, ['Sensors']],
  [{ search: 'MPE-7' }, ['Traces']],
  [{ search: 'sensorsa' }, []],
  [{ states: ['public', 'private'] }, ['Revenue', 'Sensors']],
  [{ kinds: ['prometheus'], sort: 'name', descending: true }, ['Weather 10', 'Weather 9']],
  [{ kinds: ['prometheus'], sort: 'address', descending: true }, ['Weather 10', 'Weather 9']],
  [{ kinds: ['prometheus'], sort: 'address' }, ['Weather 10', 'Weather 9']],
])('%j shows %j', (view, expected) => {
  expect(names(view)).toEqual(expected);
});

it('shows no password of an address, and does not find them', () => {
  expect(someRows().find(({ dataSource }) => dataSource.uid === 'b')?.address).toBe(
    'http://kim:***@tempo.internal.contoso.com'
  );
  expect(names({ search: 'secret' })).toEqual([]);
});

it('shows a connection string without its password', () => {
  const mongo = {
    uid: 'm',
    name: 'Orders',
    type: 'grafana-mongodb-datasource',
    jsonData: { connection: 'mongodb://user:secret@orders.mongo.cosmos.azure.com:10255/db' },
  };
  const [row] = sourceRows([mongo], matchAll(endpoints, [mongo]));
  expect(row?.address).toBe('mongodb://user:***@orders.mongo.cosmos.azure.com:10255/db');
});

it('counts', () => {
  const rows = someRows();
  expect(countStates(sourceList, rows).map(({ key, count }) => [key, count])).toEqual([
    ['notReady', 1],
    ['public', 1],
    ['noEndpoint', 1],
    ['private', 1],
    ['unknown', 1],
  ]);
  expect(countKinds(sourceList, rows)).toContainEqual({ key: 'prometheus', title: 'Prometheus', count: 2 });
});

it('a view survives its path through the URL', () => {
  const views: fc.Arbitrary<SourceView> = fc.record({
    search: fc.string({ unit: 'grapheme' }),
    sort: fc.constantFrom(...(Object.keys(sourceList.sortKeys) as SourceColumn[])),
    descending: fc.boolean(),
    states: fc.subarray([...networkPaths]),
    kinds: fc.uniqueArray(fc.string({ minLength: 1 })),
    page: fc.integer({ min: 1, max: 999_999 }),
  });
  fc.assert(
    fc.property(views, (view) => expect(viewFromQuery(sourceList, viewToQuery(sourceList, view))).toEqual(view))
  );
});
