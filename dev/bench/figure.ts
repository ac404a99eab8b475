/** What a figure is held against. */
export interface Budget {
  /** What the figure should be at most. */
  limit: number;
  /** Above this the benchmark fails: the limit itself where nothing is left to chance, Infinity for a mere goal. */
  failsAbove: number;
}

/** One line of the benchmark's table. */
export interface Figure {
  part: 'Backend' | 'Monitoring' | 'Front end' | 'Data sources page' | 'Matching';
  /** What was measured. */
  what: string;
  value: number;
  /** How the value and its limit are written. */
  unit: Unit;
  budget?: Budget;
  /** The absolute values behind a ratio, for instance. */
  detail: string;
}

export type Unit = 'times' | 'kB' | 'MB' | 'calls';

/** A budget that doesn't depend on the machine's mood. */
export const hard = (limit: number): Budget => ({ limit, failsAbove: limit });

/** A budget for something measured in time or memory, which fails only when it is missed by half as much again. */
export const measured = (limit: number): Budget => ({ limit, failsAbove: limit * 1.5 });

/** Something to aim at. */
export const goal = (limit: number): Budget => ({ limit, failsAbove: Infinity });

export type Verdict = 'none' | 'met' | 'missed' | 'broken';

/** How a figure stands to its budget; only a broken one fails the benchmark. */
export function verdict({ value, budget }: Figure): Verdict {
  if (!budget) {
    return 'none';
  }
  if (value <= budget.limit) {
    return 'met';
  }
  // What isn't a number wasn't measured, which is no way to meet a budget.
  return value <= budget.failsAbove ? 'missed' : 'broken';
}

const decimals: Record<Unit, number> = { times: 2, kB: 1, MB: 1, calls: 0 };

/** A value with its unit: `1.25 ×`, `61.3 kB` (1 kB = 1,000 bytes), `2`. */
export function written(value: number, unit: Unit): string {
  const number = value.toFixed(decimals[unit]);
  return unit === 'calls' ? number : `${number} ${unit === 'times' ? '×' : unit}`;
}
