/** @jest-environment node */
import { type JsonObject } from '../../state';
import { runQuery } from './query';

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
const ids = (query: string) => runQuery(query, rows).rows.map((row) => row['id']);

describe('Resource Graph queries', () => {
  it.each([
    [`resources | where type in~ ('Microsoft.SQL/servers')`, ['/b']],
    [`resources | where type !in~ ("microsoft.sql/servers") and kind == 'MongoDB'`, ['/a']],
    [`resources | where type !~ 'microsoft.documentdb/databaseaccounts' or kind =~ 'mongodb'`, ['/b', '/a']],
    [`resources | where not(kind =~ 'MongoDB') | order by id asc`, ['/b', '/c']],
    [`resources | order by id`, ['/c', '/b', '/a']],
    [`resources | where name contains "ILL"`, ['/b']],
    [`resources | where tolower(name) startswith 'car' or sku.name == 'x' | sort by name asc`, ['/c', '/a']],
    [`resources | where tags['team'] has 'b' // a comment\n`, ['/b']],
    [`resources | where isnotempty(kind) | take 1`, ['/a']],
    [`resources | where name contains 'it\\'s | where'`, []],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('projects columns, also from within', () => {
    expect(runQuery(`resources | where id == '/a' | project id, sku.name, label = name`, rows).rows).toEqual([
      { id: '/a', sku_name: 'x', label: 'orders' },
    ]);
    expect(runQuery('resources | count', rows).rows).toEqual([{ Count: 3 }]);
  });

  it.each([
    '',
    'elsewhere',
    'resources | dance',
    'resources | where',
    "resources | where name == 'x",
    'resources | where f(name)',
  ])('refuses %p', (query) => {
    expect(() => runQuery(query, rows)).toThrow();
  });
});
