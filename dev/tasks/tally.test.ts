import { goTally, jestTally, playwrightTally } from './tally';

describe('jestTally', () => {
  it('counts a suite that could not start as a failure', () => {
    const report = JSON.stringify({ numPassedTests: 4, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
    expect(jestTally(report)).toEqual({ passed: 4, failed: 3 });
  });
});

describe('goTally', () => {
  const events = (...list: object[]) => list.map((e) => JSON.stringify(e)).join('\n');

  it('counts tests, and a package only when none of its tests failed', () => {
    const tally = goTally(
      events(
        { Action: 'pass', Package: 'a', Test: 'TestOne' },
        { Action: 'output', Package: 'a', Test: 'TestTwo', Output: 'want 1\n' },
        { Action: 'fail', Package: 'a', Test: 'TestTwo' },
        { Action: 'fail', Package: 'a' },
        { Action: 'fail', Package: 'does/not/build' },
        { Action: 'pass', Package: 'b' }
      )
    );
    expect(tally).toEqual({ passed: 1, failed: 2, output: 'want 1\n' });
  });

  it('passes over lines that are no events', () => {
    expect(goTally('go: downloading x\n')).toEqual({ passed: 0, failed: 0, output: '' });
  });
});

describe('playwrightTally', () => {
  it('tells a flaky test, and counts what broke outside of tests', () => {
    const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] });
    expect(playwrightTally(report)).toEqual({ passed: 6, failed: 2, flaky: 1 });
  });
});
