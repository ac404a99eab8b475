/** The middle of some numbers; of an even count the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

/**
 * How many times as long the first took, from samples that were taken in turns: the median of each pair's ratio, since
 * what slows the machine for a while slows both of a pair.
 */
export function medianRatio(samples: readonly number[], base: readonly number[]): number {
  return median(samples.map((sample, i) => sample / (base[i] ?? NaN)));
}
