import { type DataSource } from '../../src/domain/address/dataSource';
import { type Endpoint } from '../../src/domain/endpoint';
import { matchAll } from '../../src/domain/matching/matchAll';
import { sampleEndpoint, sampleTargetId } from '../../src/domain/testing/sampleEndpoint';
import { type Figure } from './figure';
import { median, medianRatio } from './statistics';

/** Endpoints of each step; data sources are twice as many. */
const steps = [10, 1_000, 8_000] as const;

/** Time of matching data sources to endpoints, and how it grows: each step against what growing in line would take. */
export function measureMatching(quick: boolean): Figure[] {
  const rounds = quick ? 7 : 21;
  const samples = steps.map((count) => ({
    count,
    run: prepare(count),
    times: [] as number[],
  }));
  // The first rounds are for the compiler.
  for (let round = -5; round < rounds; round++) {
    for (const { run, times } of samples) {
      const time = run();
      if (round >= 0) {
        times.push(time);
      }
    }
  }
  return samples.slice(1).flatMap((large, i) => {
    const small = samples[i];
    return small ? [growth(small, large)] : [];
  });
}

interface Sample {
  count: number;
  times: number[];
}

function growth(small: Sample, large: Sample): Figure {
  const factor = large.count / small.count;
  const size = (n: number) => `${n.toLocaleString('en-US')} × ${(2 * n).toLocaleString('en-US')}`;
  return {
    part: 'Matching',
    what: `${size(large.count)} against ${size(small.count)}, for each of both`,
    value: medianRatio(large.times, small.times) / factor,
    unit: 'times',
    // If time grew with the product instead of the sum, this would be `factor`.
    budget: { limit: 1.5, failsAbove: 3 },
    detail: `${median(large.times).toFixed(2)} ms against ${median(small.times).toFixed(3)} ms, ${factor} times as many`,
  };
}

/** Returns a function that matches until some milliseconds are over and tells how long one match took, in ms. */
function prepare(count: number): () => number {
  const endpoints = manyEndpoints(count);
  const dataSources = manyDataSources(2 * count, count);
  return () => {
    const begun = performance.now();
    for (let matches = 1; ; matches++) {
      matchAll(endpoints, dataSources);
      const took = performance.now() - begun;
      if (took > 20) {
        return took / matches;
      }
    }
  };
}

/** Kinds of targets whose hosts follow from their names; one private link scope comes on top, as Azure allows no more. */
const kinds = [
  kind('Microsoft.Network/privateLinkServices', 'influxdb', (n) => `http://s${n}.data.contoso.com:8086`),
  kind('Microsoft.Network/privateLinkServices', 'prometheus', (n) => `http://a.s${n}.wild.contoso.com:9090`),
  kind('Microsoft.Network/privateLinkServices', 'loki', (n) => `http://${ipOf(n)}:3100`),
  kind('Microsoft.Sql/servers', 'mssql', (n) => `target-${n}.database.windows.net:1433`),
  kind(
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'grafana-postgresql-datasource',
    (n) => `target-${n}.postgres.database.azure.com:5432`
  ),
  kind(
    'Microsoft.Monitor/accounts',
    'prometheus',
    (n) => `https://target-${n}-a1b2.westeurope.prometheus.monitor.azure.com`
  ),
] as const;

function kind<Type extends string>(type: Type, source: string, url: (n: number) => string) {
  return { type, source, url };
}

const ipOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
const kindOf = (n: number) => kinds[n % kinds.length] ?? kinds[0];

/** So many endpoints, to targets of several kinds; private link services with plain and wildcard domain names and IPs. */
function manyEndpoints(count: number): Endpoint[] {
  const domains = [(n: number) => `s${n}.data.contoso.com`, (n: number) => `*.s${n}.wild.contoso.com`];
  return Array.from({ length: count }, (_, n) =>
    sampleEndpoint({
      name: `endpoint-${n}`,
      targetId:
        n === 0
          ? sampleTargetId('Microsoft.Insights/privateLinkScopes', 'scope')
          : sampleTargetId(kindOf(n).type, `target-${n}`),
      domainName: domains[n % kinds.length]?.(n) ?? '',
      privateIp: n % kinds.length < 3 ? ipOf(n) : '',
    })
  );
}

/** So many data sources: nine of ten lead to one of `endpoints` endpoints, the others to none or to the scope. */
function manyDataSources(count: number, endpoints: number): DataSource[] {
  return Array.from({ length: count }, (_, n) => {
    const common = { uid: `uid-${n}`, name: `Data source ${n}` };
    if (n % 10 === 9) {
      return n % 20 === 9
        ? { ...common, type: 'grafana-azure-monitor-datasource', url: '' }
        : { ...common, type: 'loki', url: `http://loki-${n}.elsewhere.example:3100` };
    }
    const target = n % endpoints;
    const { source, url } = kindOf(target);
    return { ...common, type: source, url: url(target) };
  });
}
