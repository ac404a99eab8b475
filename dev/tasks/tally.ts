/** How many tests of one runner passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Reads the report of `jest --json`. A suite that could not even start counts as one failure. */
export function jestTally(report: string): Tally {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(report) as Record<string, number>;
  return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0) };
}

interface GoEvent {
  Action: string;
  Test?: string;
  Package?: string;
  Output?: string;
}

/** Reads the events of `go test -json`: tests and subtests count, and packages that failed without a failing test. */
export function goTally(events: string): Tally & { output: string } {
  const tally = { passed: 0, failed: 0, output: '' };
  const failedTests = new Set<string>();
  const outputs = new Map<string, string>();
  for (const line of events.split('\n').filter((l) => l.startsWith('{'))) {
    const { Action, Test, Package = '', Output = '' } = JSON.parse(line) as GoEvent;
    const key = `${Package} ${Test ?? ''}`;
    if (Action === 'output') {
      outputs.set(key, (outputs.get(key) ?? '') + Output);
    } else if (Action === 'pass' && Test) {
      tally.passed++;
    } else if (Action === 'fail' && (Test || !failedTests.has(Package))) {
      tally.failed++;
      failedTests.add(Package);
      tally.output += outputs.get(key) ?? '';
    } else if (Action === 'build-fail' || Action === 'build-output') {
      tally.output += Output;
    }
  }
  return tally;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** Reads Playwright's JSON report. A test that passed when tried again passed; `flaky` tells how many did. */
export function playwrightTally(report: string): Tally & { flaky: number } {
  const { stats, errors } = JSON.parse(report) as PlaywrightReport;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, flaky: stats.flaky };
}
