/** The browser's Web Locks, which jsdom does not have: one holder of a name at a time, the others in line. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  const lines = new Map<string, Promise<unknown>>();

  async function request(name: string, options: LockOptions, run: LockGrantedCallback<unknown>): Promise<unknown> {
    const before = lines.get(name) ?? Promise.resolve();
    const turn = before.then(async () => {
      if (options.signal?.aborted) {
        throw new DOMException('No longer wanted', 'AbortError');
      }
      return run({ name, mode: 'exclusive' });
    });
    lines.set(
      name,
      turn.catch(() => undefined)
    );
    return turn;
  }

  return { request: request as LockManager['request'] };
}

/** Gives the page Web Locks until the end of the test file. */
export function installLocks(): void {
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true });
}
