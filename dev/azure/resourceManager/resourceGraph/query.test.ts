/** @jest-environment node */
import { type JsonObject } from '../../state';
import { QueryError, runQuery } from './query';

const rows: JsonObject[] = [
  { id: '/b', name: 'Billing', type: 'microsoft.sql/servers', kind: '', sku: null, tags: { team: 'a b' } },
  { id: '/a', name: 'orders', type: 'microsoft.documentdb/databaseaccounts', kind: 'MongoDB', sku: { name: 'x' } },
  {
    id: '/c',
    name: 'carts',
    type: 'microsoft.documentdb/databaseaccounts',
    kind: 'GlobalDocumentDB',
    sku: { name: 'y' },
  },
];

describe('Resource Graph queries', () => {
  it.each([
    [`resources | where type in~ ('Microsoft.SQL/servers', 'x')`, ['/b']],
    [`resources | where type !in~ ('microsoft.sql/servers') and kind =~ 'mongodb'`, ['/a']],
    [`resources | where name contains 'ILL' or kind =~ 'MONGODB' and name =~ 'orders'`, ['/b', '/a']],
    [`resources | where type =~ 'microsoft.documentdb/databaseaccounts' | where sku.name =~ 'y'`, ['/c']],
    [`resources | order by type asc, id asc`, ['/a', '/c', '/b']],
    [`resources | where tostring(tags) contains 'a b'`, ['/b']],
    [`resources | where name contains 'it\\'s | where'`, []],
  ])('%s', (query, expected) => {
    expect(runQuery(query, rows).map((row) => row['id'])).toEqual(expected);
  });

  it('projects columns, also from within', () => {
    expect(runQuery(`resources | where id =~ '/a' | project id, plan = tostring(sku.name)`, rows)).toEqual([
      { id: '/a', plan: 'x' },
    ]);
  });

  it.each([
    '',
    'elsewhere',
    'resources | dance',
    'resources | where',
    'resources where',
    "resources | where name =~ 'x",
    'resources | where name =~ kind',
    "resources | where f(name) =~ 'x'",
    "resources | where name == 'x'",
    'resources | order by name',
  ])('refuses %p', (query) => {
    expect(() => runQuery(query, rows)).toThrow(QueryError);
  });
});
