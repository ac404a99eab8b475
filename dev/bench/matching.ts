import { matchAll } from '../../src/domain/matching/matchAll';
import { type Figure } from './figure';
import { manyDataSources, manyEndpoints } from './matchingSamples';
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
