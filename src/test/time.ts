const realSetTimeout = globalThis.setTimeout;

/** Fakes the clock from a certain moment on; what answers requests keeps its own. */
export function stopTime(): void {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 23), doNotFake: ['nextTick', 'queueMicrotask'] });
}

/** Lets faked time pass, with the answers that come meanwhile. */
export async function pass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds * 2; passed++) {
    await jest.advanceTimersByTimeAsync(500);
    // Answers to requests take a moment of real time.
    await new Promise((resolve) => realSetTimeout(resolve, 3));
  }
}
