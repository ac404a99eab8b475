/** A step of a task: does what is due and answers when it is due again, in milliseconds since 1970. */
export type Step = () => Promise<number>;

// setTimeout counts in 32 bits.
const longestSleep = 60 * 60_000;

/**
 * Repeats a step, one at a time: again when it is due, or when `wake` is called because something changed. Stops when
 * the signal is aborted, after the step that runs then.
 */
export function repeat(step: Step, signal: AbortSignal): { wake: () => void; stopped: Promise<void> } {
  let wakeUp: () => void = () => undefined;
  let changed = false;
  const wake = () => {
    changed = true;
    wakeUp();
  };

  async function loop() {
    while (!signal.aborted) {
      changed = false;
      const wait = (await step()) - Date.now();
      if (!changed && wait > 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(wait, longestSleep));
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  }

  signal.addEventListener('abort', () => wakeUp());
  return { wake, stopped: loop() };
}
