import { type DataSource } from '../../src/domain/address/dataSource';
import { type Endpoint } from '../../src/domain/endpoint';
import { matchAll } from '../../src/domain/matching/matchAll';
import { sampleEndpoint, sampleTargetId } from '../../src/domain/testing/sampleEndpoint';
import { type Figure, measured } from './figure';
import { median, medianRatio } from './statistics';

/** How many endpoints are matched at once; data sources are twice as many. */
const sizes = [10, 1_000, 8_000] as const;

/** How many endpoints there are: so many are matched with each size, in as many parts as it takes. */
const all = 8_000;

/**
 * How the time of matching grows with the number of endpoints and data sources that are matched at once. Each size does the
 * same work on the same things: the same few again and again would be matched from the processor's caches.
 */
export function measureMatching(quick: boolean): Figure[] {
  const rounds = quick ? 7 : 21;
  const samples = sizes.map((size) => ({ size, parts: inPartsOf(size), times: [] as number[] }));
  // The first rounds are for the compiler.
  for (let round = -3; round < rounds; round++) {
    for (const { parts, times } of samples) {
      const begun = performance.now();
      parts.forEach(({ endpoints, dataSources }) => matchAll(endpoints, dataSources));
      if (round >= 0) {
        times.push(performance.now() - begun);
      }
    }
  }
  return samples.slice(1).flatMap((large, i) => {
    const small = samples[i];
    return small ? [growth(small, large)] : [];
  });
}

interface Sample {
  size: number;
  times: number[];
}

function growth(small: Sample, large: Sample): Figure {
  const number = (n: number) => n.toLocaleString('en-US');
  const timeOf = ({ size, times }: Sample) => {
    const ms = (median(times) / all) * size;
    return `${ms.toFixed(ms < 1 ? 3 : 2)} ms`;
  };
  const named = ({ size }: Sample) => `${number(size)} × ${number(2 * size)}`;
  return {
    part: 'Matching',
    what: `${named(large)} against ${named(small)}, for each of both`,
    value: medianRatio(large.times, small.times),
    unit: 'times',
    // If time grew with the product instead of the sum, this would be so many times as many.
    budget: measured(1.5),
    detail: `${timeOf(large)} against ${timeOf(small)}, ${large.size / small.size} times as many`,
  };
}

function inPartsOf(size: number) {
  return Array.from({ length: all / size }, (_, part) => ({
    endpoints: manyEndpoints(part * size, size),
    dataSources: manyDataSources(part * size, size),
  }));
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

const numbers = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

/** Endpoints to targets of several kinds; private link services with plain and wildcard domain names and IPs. */
function manyEndpoints(first: number, count: number): Endpoint[] {
  const domains = [(n: number) => `s${n}.data.contoso.com`, (n: number) => `*.s${n}.wild.contoso.com`];
  return numbers(first, count).map((n) =>
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

/** Two data sources for each of these endpoints: nine of ten lead to one, the others to none or to the scope. */
function manyDataSources(first: number, endpoints: number): DataSource[] {
  return numbers(2 * first, 2 * endpoints).map((n) => {
    const common = { uid: `uid-${n}`, name: `Data source ${n}` };
    if (n % 10 === 9) {
      return n % 20 === 9
        ? { ...common, type: 'grafana-azure-monitor-datasource', url: '' }
        : { ...common, type: 'loki', url: `http://loki-${n}.elsewhere.example:3100` };
    }
    const target = n >> 1;
    const { source, url } = kindOf(target);
    return { ...common, type: source, url: url(target) };
  });
}
