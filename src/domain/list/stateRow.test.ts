import { type EndpointStateAnswer } from '../endpointState';
import { sortRows } from './list';
import { stateList, stateRows } from './stateRow';

const endpoint: EndpointStateAnswer = {
  name: 'orders',
  resourceType: 'microsoft.network/privatelinkservices',
  subResources: [],
  provisioningState: 'Succeeded',
  connectionState: 'Approved',
  ready: true,
  createdAt: '2026-11-01T00:00:00Z',
};

it.each<[Partial<EndpointStateAnswer>, string, string]>([
  [{}, 'approved', 'Approved'],
  [{ ready: false }, 'approvedNoAddress', 'Approved, waiting for private IP'],
  [{ connectionState: 'Pending', ready: false }, 'waiting', 'Pending approval'],
  [{ provisioningState: 'Creating', ready: false }, 'creating', 'Creating'],
  [{ connectionState: 'Entangled', ready: false }, 'unknown', 'Entangled'],
])('%j has the state %s', (fields, status, label) => {
  expect(stateRows([{ ...endpoint, ...fields }])[0]).toMatchObject({ status, label });
});

it('names the resource type as the list of admins does', () => {
  expect(stateRows([endpoint])[0]?.kind.title).toBe('Private link service');
  expect(stateRows([{ ...endpoint, resourceType: '' }])[0]?.kind.title).toBe('Unknown resource type');
});

it('can be searched by all that it shows', () => {
  expect(stateRows([endpoint])[0]?.searchText).toBe('orders\napproved\nprivate link service');
});

it('sorts by age, the newest first', () => {
  const rows = stateRows([
    { ...endpoint, name: 'old', createdAt: '2024-01-01T00:00:00Z' },
    { ...endpoint, name: 'new' },
    { ...endpoint, name: 'unknown', createdAt: '' },
  ]);
  expect(sortRows(stateList, rows, 'age', false).map(({ name }) => name)).toEqual(['new', 'old', 'unknown']);
});
