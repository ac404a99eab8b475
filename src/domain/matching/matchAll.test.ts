import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { sampleEndpoint, sampleTargetId } from '../testing/sampleEndpoint';
import { matchAll, usesOf } from './matchAll';

const kinds = ['Microsoft.Sql/servers', 'Microsoft.Network/privateLinkServices', 'Microsoft.Kusto/clusters'];

function manyEndpoints(count: number): Endpoint[] {
  return Array.from({ length: count }, (_, i) =>
    sampleEndpoint({
      name: `mpe-${i}`,
      targetId: sampleTargetId(kinds[i % 3], `target-${i}`),
      domainName: i % 3 === 1 ? (i % 2 ? `*.s${i}.contoso.com` : `s${i}.data.contoso.com`) : '',
      privateIp: `10.${i >> 8}.${i & 255}.4`,
    })
  );
}

function manySources(count: number): DataSource[] {
  return Array.from({ length: count }, (_, i) => ({
    uid: `u${i}`,
    name: `Source ${i}`,
    type: i % 2 ? 'mssql' : 'prometheus',
    url: i % 2 ? `target-${i}.database.windows.net` : `http://x.s${i + 1}.contoso.com:9090`,
  }));
}

it('tells both ways', () => {
  const endpoints = manyEndpoints(12);
  const matching = matchAll(endpoints, manySources(12));
  expect(matching.byDataSource.get('u3')?.map((match) => match.endpoint.name)).toEqual(['mpe-3']);
  // Another name of the service may lead to any server, for all that is known.
  expect(matching.byDataSource.get('u5')?.map(({ by, certain }) => [by, certain])).toEqual(
    Array(4).fill(['alias', false])
  );
  expect(matching.byDataSource.get('u4')).toEqual([]);
  const third = endpoints[3];
  const uses = third ? usesOf(matching, { ...third, id: third.id.toUpperCase() }) : [];
  expect(uses.filter(({ match }) => match.certain).map(({ dataSource }) => dataSource.uid)).toEqual(['u3']);
  expect(usesOf(matching, sampleEndpoint({ name: 'none' }))).toEqual([]);
});

it('grows with the sum of both, not with their product', () => {
  const time = (endpoints: Endpoint[], sources: DataSource[]) => {
    const runs = Array.from({ length: 7 }, () => {
      const start = performance.now();
      matchAll(endpoints, sources);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  const small = time(manyEndpoints(500), manySources(1_000));
  const large = time(manyEndpoints(4_000), manySources(8_000));
  // Eight times as much may take eight times as long; a product would take sixty-four times.
  expect(large / Math.max(small, 1)).toBeLessThan(30);
  expect(time(manyEndpoints(1_000), manySources(2_000))).toBeLessThan(500);
});
