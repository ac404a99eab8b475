import { type Endpoint } from '../endpoint';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { endpointRows } from './row';
import { sortRows } from './sortRows';
import { sortColumns, type SortColumn } from './view';

const now = Date.parse('2026-11-23T12:00:00Z');

function sorted(column: SortColumn, descending: boolean, ...fields: Array<Partial<Endpoint>>): string[] {
  return sortRows(endpointRows(fields.map(sampleEndpoint), now), column, descending).map((row) => row.endpoint.name);
}

it('sorts names as people count', () => {
  expect(sorted('name', false, { name: 'mpe-10' }, { name: 'MPE-9' }, { name: 'a' })).toEqual(['a', 'MPE-9', 'mpe-10']);
  expect(sorted('name', true, { name: 'mpe-10' }, { name: 'MPE-9' }, { name: 'a' })).toEqual(['mpe-10', 'MPE-9', 'a']);
});

it('puts first what needs somebody, then by name', () => {
  const rows = [
    { name: 'fine' },
    { name: 'fresh', connectionState: 'Pending', createdAt: '2026-11-23T11:00:00Z' },
    { name: 'busy', provisioningState: 'Updating' },
    { name: 'rejected', connectionState: 'Rejected' },
    { name: 'failed', provisioningState: 'Failed' },
    { name: 'old', connectionState: 'Pending' },
    { name: 'gone', connectionState: 'Disconnected' },
  ];
  expect(sorted('need', false, ...rows)).toEqual(['failed', 'gone', 'old', 'rejected', 'busy', 'fine', 'fresh']);
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

it.each(sortColumns)('leaves the given rows in place (%s)', (column) => {
  const rows = endpointRows([sampleEndpoint({ name: 'b' }), sampleEndpoint({ name: 'a' })], now);
  sortRows(rows, column, false);
  expect(rows.map((row) => row.endpoint.name)).toEqual(['b', 'a']);
});
